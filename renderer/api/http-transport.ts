import type { Transport } from '../../core/api/client.ts';
import type { Event } from '../../core/api/contract.ts';
import { fail, type Result } from '../../core/base/result.ts';

const SECRET_KEY = 'lectern-secret';
const RECONNECT_MS = 2_000;
/** A browser carries a request on after its page has gone if no more than 64 KiB are on their way. */
const KEEPALIVE_LIMIT = 60_000;

/** Takes the secret out of the address into this tab's own storage, so that it stays in no history. */
function takeSecret(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('k');
  if (given) {
    sessionStorage.setItem(SECRET_KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(SECRET_KEY) ?? '';
}

async function answerOf<T>(response: Response): Promise<Result<T>> {
  if (response.status === 401) return fail({ code: 'unauthorised' });
  if (!response.ok) return fail({ code: 'connection-lost' });
  return (await response.json()) satisfies Result<T>;
}

/** Reads newline-delimited events until the stream ends. Blank lines are heartbeats. */
async function readEvents(response: Response, tell: (event: Event) => void): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) tell(JSON.parse(line));
  }
}

/** The pipe to `lectern serve` on the address that this page came from. */
export function makeHttpTransport(): Transport {
  const authorization = `Bearer ${takeSecret()}`;
  let isLeaving = false;
  // Before the page's own listeners, which save what was typed.
  window.addEventListener('pagehide', () => void (isLeaving = true), { capture: true });
  window.addEventListener('pageshow', () => void (isLeaving = false), { capture: true });

  async function post<T>(path: string, init: { headers: Record<string, string>; body: BodyInit }): Promise<Result<T>> {
    try {
      const keepalive = isLeaving && typeof init.body === 'string' && new TextEncoder().encode(init.body).length <= KEEPALIVE_LIMIT;
      return await answerOf<T>(await fetch(`/api/${path}`, { method: 'POST', body: init.body, keepalive, headers: { ...init.headers, authorization } }));
    } catch {
      return fail({ code: 'connection-lost' });
    }
  }

  return {
    send: (path, input) => post(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input ?? {}) }),
    upload: (name, bytes) =>
      post('upload', { headers: { 'content-type': 'application/octet-stream', 'x-lectern-name': encodeURIComponent(name) }, body: new Blob([bytes.slice()]) }),
    async image(hash) {
      // An <img> can't say the secret, so its bytes are fetched for it.
      const response = await fetch(`/api/images/${hash}`, { headers: { authorization } }).catch(() => null);
      if (!response?.ok) return null;
      const url = URL.createObjectURL(await response.blob());
      return { url, release: () => URL.revokeObjectURL(url) };
    },
    listen(listener) {
      const stop = new AbortController();
      const connect = async (): Promise<void> => {
        for (let hasListened = false; !stop.signal.aborted;) {
          const response = await fetch('/api/events', { headers: { authorization }, signal: stop.signal }).catch(() => null);
          if (response?.ok && hasListened) listener({ kind: 'events-missed' });
          hasListened ||= response?.ok === true;
          if (response?.ok) await readEvents(response, listener).catch(() => undefined);
          if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
        }
      };
      void connect();
      return () => stop.abort();
    },
  };
}
