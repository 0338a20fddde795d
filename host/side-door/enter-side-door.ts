import { readFile } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Transport } from '../../core/api/client.ts';
import type { Fault, LockHolder } from '../../core/base/fault.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { errorCode } from '../store/file-system.ts';
import { findHolder } from '../store/lock.ts';
import { machineDisk } from '../store/machine-disk.ts';
import { judgeSideDoor, SECRET_NAME, SIDE_DOOR_HOST, socketPath, VERSION_TARGET } from './side-door-place.ts';

/** A library that another process has open, and answers for. */
export type Guest = {
  readonly send: Transport['send'];
  upload(source: Source): Promise<Result<{ readonly handle: string }>>;
  close(): void;
};

export type Entry =
  | { readonly kind: 'entered'; readonly guest: Guest }
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** There is a door, but nobody answers at it: its process is hung, on its way out, or too busy. */
  | { readonly kind: 'unanswered' }
  /** No process of this account and machine has the library open, or it has no side door. */
  | { readonly kind: 'none' };

export type Entering = { readonly library: string; readonly version: string; readonly limitMs: number };

type Asked = { readonly method: 'GET' | 'POST'; readonly target: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Uint8Array; readonly signal?: AbortSignal };
type Answer = { readonly status: number; readonly body: string };
type Ask = (asked: Asked) => Promise<Answer>;

const brokenCodes: readonly (string | null)[] = ['ECONNRESET', 'EPIPE', 'ABORT_ERR'];

/** True for the failure of a connection, by what the system says of it or for want of an answer; what else is thrown is a bug. */
const isBroken = (error: unknown): boolean => error instanceof Error && ('syscall' in error || brokenCodes.includes(errorCode(error)));

const versionSchema = z.object({ version: z.string() });
const resultSchema = z.object({ ok: z.boolean() });

/** Both ends are of one version, so what is inside a result needs no second look. */
function parseResult<T>(body: string): Result<T> {
  const raw: unknown = JSON.parse(body);
  resultSchema.parse(raw);
  return raw as Result<T>;
}

function makeAsk(folder: string, agent: Agent): Ask {
  return async ({ method, target, headers, body, signal }) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request({ agent, socketPath: socketPath(folder), method, path: target, headers: { ...headers, host: SIDE_DOOR_HOST }, ...(signal ? { signal } : {}) }, resolve);
      sent.on('error', reject).end(body);
    });
    return { status: response.statusCode ?? 0, body: await text(response) };
  };
}

function makeGuest(ask: Ask, secret: string, holder: LockHolder): Pick<Guest, 'send' | 'upload'> {
  async function post<T>(path: string, { headers, body }: Pick<Asked, 'headers' | 'body'>): Promise<Result<T>> {
    const own = { authorization: `Bearer ${secret}`, origin: `http://${SIDE_DOOR_HOST}` };
    try {
      const answer = await ask({ method: 'POST', target: `/api/${path}`, headers: { ...headers, ...own }, ...(body === undefined ? {} : { body }) });
      if (answer.status === 413) return fail({ code: 'input-invalid', path, issue: 'it is too large' });
      if (answer.status !== 200) throw new Error(`The side door answered ${path} with ${answer.status}.`);
      return parseResult<T>(answer.body);
    } catch (error) {
      if (!isBroken(error)) throw error;
      return fail({ code: 'holder-gone', holder });
    }
  }
  return {
    send: (path, input) => post(path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input ?? {}) }),
    upload: ({ name, bytes, origin }) =>
      post('upload', { headers: { 'content-type': 'application/octet-stream', 'x-lectern-name': encodeURIComponent(name.toWellFormed()), 'x-lectern-origin': origin }, body: bytes }),
  };
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** A lock that can't be read is the trouble of whoever opens the library, and is told there. */
async function findHolderOrNull(library: string): ReturnType<typeof findHolder> {
  try {
    return await findHolder(machineDisk, library);
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** The version that answers at the door; null when none does in time. */
async function askVersion(ask: Ask, limitMs: number): Promise<string | null> {
  try {
    const { status, body } = await ask({ method: 'GET', target: VERSION_TARGET, signal: AbortSignal.timeout(limitMs) });
    return status === 200 ? versionSchema.parse(JSON.parse(body)).version : null;
  } catch (error) {
    if (!isBroken(error)) throw error;
    return null;
  }
}

/** Goes to the process of this account that has a library open, where there is one. Whoever entered closes behind himself. */
export async function enterSideDoor({ library, version, limitMs }: Entering): Promise<Entry> {
  const found = await findHolderOrNull(library);
  if (!found?.sideDoor) return { kind: 'none' };
  const judged = await judgeSideDoor(found.sideDoor, found.holder.pid);
  if (judged !== 'own') return { kind: judged === 'gone' ? 'unanswered' : 'none' };
  const secret = await readOrNull(join(found.sideDoor, SECRET_NAME));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = makeAsk(found.sideDoor, agent);
  const theirs = secret === null ? null : await askVersion(ask, limitMs);
  if (secret !== null && theirs === version) return { kind: 'entered', guest: { ...makeGuest(ask, secret, found.holder), close: () => agent.destroy() } };
  agent.destroy();
  return theirs === null ? { kind: 'unanswered' } : { kind: 'refused', fault: { code: 'holder-version', holder: found.holder, theirs, ours: version } };
}
