import type { ServerResponse } from 'node:http';
import type { Event } from '../../core/api/contract.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that lags behind by more than this is cut off; it asks for the overview when it comes back. */
const BACKLOG_BYTES_LIMIT = 4 * 1024 * 1024;

export type EventStreams = { add(response: ServerResponse): void; tell(event: Event): void; count(): number; close(): void };

/** Sends each event to every open answer as a line of JSON. An empty line is a heartbeat. */
export function makeEventStreams(): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (line: string) => {
    for (const response of open) {
      if (response.writableLength > BACKLOG_BYTES_LIMIT) response.destroy();
      else response.write(line);
    }
  };
  const heart = setInterval(() => write('\n'), HEARTBEAT_MS);
  return {
    add(response) {
      open.add(response);
      response.once('close', () => open.delete(response));
      // The first byte makes the browser see the answer's head.
      response.write('\n');
    },
    tell: (event) => write(`${JSON.stringify(event)}\n`),
    count: () => open.size,
    close() {
      clearInterval(heart);
      for (const response of open) response.end();
    },
  };
}
