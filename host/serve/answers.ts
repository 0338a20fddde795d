import type { ServerResponse } from 'node:http';
import type { Result } from '../../core/base/result.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import type { Refusal } from './guards.ts';
import type { StaticFile } from './static-table.ts';

/** On every answer, whatever it is. There is no CORS header among them and never will be. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy('loopback'),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** Refuses with a constant text and closes the connection, so that nothing sent after it is read. */
export function refuse(response: ServerResponse, { status, text }: Refusal): void {
  response.writeHead(status, { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(text);
}

/** A refusal as bytes, for a connection that never became a request. */
export function refusalBytes({ status, text }: Refusal): string {
  const headers = Object.entries({ ...commonHeaders, 'content-type': 'text/plain; charset=utf-8', 'content-length': String(text.length), connection: 'close' });
  return [`HTTP/1.1 ${status} ${text}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', text].join('\r\n');
}

/** Answers a call. A fault is an answer too, so the status is 200. */
export function sendResult(response: ServerResponse, result: Result<unknown>): void {
  response.writeHead(200, { ...commonHeaders, 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(result));
}

export function sendFile(response: ServerResponse, { bytes, mediaType }: Pick<StaticFile, 'mediaType'> & { readonly bytes: Uint8Array }): void {
  response.writeHead(200, { ...commonHeaders, 'content-type': mediaType, 'content-length': bytes.byteLength }).end(bytes);
}

/** Begins a stream of events. */
export function beginEvents(response: ServerResponse): void {
  response.writeHead(200, { ...commonHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' });
}
