import { createServer, type Server } from 'node:http';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { errorCode } from '../store/file-system.ts';
import { refusalBytes } from './answers.ts';
import { refusal } from './guards.ts';

/** The only address that is ever listened on. There is no option for another. */
export const LOOPBACK = '127.0.0.1';

const DRAIN_MS = 2_000;
const brokenHeads: Readonly<Record<string, Parameters<typeof refusal>[0]>> = { HPE_HEADER_OVERFLOW: 'tooLargeHead', ERR_HTTP_REQUEST_TIMEOUT: 'timeout' };

export type ServerLimits = { readonly headersTimeoutMs: number; readonly bodyTimeoutMs: number; readonly sockets: number };
export const serverLimits: ServerLimits = { headersTimeoutMs: 30_000, bodyTimeoutMs: 120_000, sockets: 16 };

/** Makes a server with the limits; what is not HTTP is refused with the same headers as everything else. */
export function makeLoopbackServer(limits: ServerLimits): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.bodyTimeoutMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
    // Left to the guard, which answers with our headers.
    requireHostHeader: false,
  });
  server.maxConnections = limits.sockets;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable) socket.end(refusalBytes(refusal(brokenHeads[error.code ?? ''] ?? 'malformed')));
    else socket.destroy();
  });
  return server;
}

/** Listens, and answers the port that was bound; a port that can't be had is a fault. */
export async function listenOnLoopback(server: Server, port: number): Promise<Result<number>> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host: LOOPBACK, port, exclusive: true }, resolve));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE' || code === 'EACCES') return fail({ code: 'port-taken', port });
    throw error;
  }
  const bound = server.address();
  if (bound === null || typeof bound === 'string' || bound.address !== LOOPBACK) {
    server.close();
    throw new Error('The server did not bind to the loopback address.');
  }
  return succeed(bound.port);
}

/** Stops listening and lets answers in progress end, for a bounded time. */
export async function drainServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}
