import { createServer, type Server } from 'node:http';
import { refusalBytes } from './answers.ts';
import { refusal } from './guards.ts';

const DRAIN_MS = 2_000;
const IDLE_CHECK_MS = 20;
const brokenHeads: Readonly<Record<string, Parameters<typeof refusal>[0]>> = { HPE_HEADER_OVERFLOW: 'tooLargeHead', ERR_HTTP_REQUEST_TIMEOUT: 'timeout' };

export type ServerLimits = { readonly headersTimeoutMs: number; readonly bodyTimeoutMs: number; readonly sockets: number };
export const serverLimits: ServerLimits = { headersTimeoutMs: 30_000, bodyTimeoutMs: 120_000, sockets: 16 };

/** Makes a server with the limits; what is not HTTP is refused with the same headers as everything else. */
export function makeGuardedServer(limits: ServerLimits): Server {
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

/** Stops listening and lets answers in progress end, for a bounded time. */
export async function drainServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  // A connection that is kept for another request would be waited for once it has its answer.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await closed;
  clearTimeout(timer);
  clearInterval(idle);
}
