import type { Server } from 'node:http';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { errorCode } from '../store/file-system.ts';

/** The only address that is ever listened on. There is no option for another. */
export const LOOPBACK = '127.0.0.1';

/** What a request to a port of this machine may call it by. */
export const loopbackHosts = (port: number): readonly string[] => [`${LOOPBACK}:${port}`, `localhost:${port}`];

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
