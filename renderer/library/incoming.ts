import type { ImportRequest } from '../../core/api/contract.ts';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { PASTED_NAME, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import type { Imported } from '../../core/library/imports.ts';
import type { KnownPolicy } from '../../core/library/known-articles.ts';
import type { Draft, Held, Incoming } from '../state/imports.ts';
import type { Session } from '../state/session.ts';
import { addMessages } from '../text/library-messages.ts';

/** Longer text goes as a file: a call's input is bounded. */
const PASTE_LENGTH_LIMIT = 1_000_000;

type Pipes = Pick<Session, 'client' | 'transport'>;
type Wanted = Promise<Result<ImportRequest>>;

/** What something that is being added is called. */
export const nameOf = (incoming: Incoming): string => (incoming.kind === 'file' ? incoming.file.name : incoming.kind === 'handle' ? incoming.name : incoming.kind === 'address' ? incoming.url : addMessages.pastedText);

async function holdBytes({ transport }: Pipes, name: string, bytes: Uint8Array): Wanted {
  const held = await transport.upload(name, bytes);
  return held.ok ? succeed({ kind: 'upload', handle: held.value.handle }) : held;
}

async function holdFile(pipes: Pipes, file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Wanted {
  const { name, size } = file;
  if (size > SOURCE_BYTES_LIMIT) return fail({ code: 'file-too-large', name, bytes: size, limitBytes: SOURCE_BYTES_LIMIT });
  // A folder that was dropped looks like a file until it is read.
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), (): Fault => ({ code: 'file-unreadable', name, reason: 'not-a-file' }));
  return bytes instanceof Uint8Array ? holdBytes(pipes, name, bytes) : fail(bytes);
}

/** What the library is asked to import; the bytes of a file are held by the door first. */
export async function requestOf(pipes: Pipes, incoming: Held): Wanted {
  switch (incoming.kind) {
    case 'file': return holdFile(pipes, incoming.file);
    case 'handle': return succeed({ kind: 'upload', handle: incoming.handle });
    case 'text': {
      const { text, mediaType } = incoming;
      if (text.length <= PASTE_LENGTH_LIMIT) return succeed({ kind: 'paste', text, mediaType });
      return holdBytes(pipes, `${PASTED_NAME}.${mediaType === 'text/html' ? 'html' : 'txt'}`, new TextEncoder().encode(text));
    }
  }
}

/** Adds one thing to the library; `known` says what becomes of it where it is there already. */
export async function importIncoming(pipes: Pipes, incoming: Incoming, known: KnownPolicy = 'ask'): Promise<Result<Imported>> {
  if (incoming.kind === 'address') return pipes.client.articles.importAddress({ url: incoming.url });
  const source = await requestOf(pipes, incoming);
  return source.ok ? pipes.client.articles.import({ source: source.value, known }) : source;
}

/** What a draft stands for: the page that was pasted, or its text. */
export function incomingOf({ text, html, isPage }: Draft): Held {
  return isPage && html !== null ? { kind: 'text', text: html, mediaType: 'text/html' } : { kind: 'text', text, mediaType: 'text/plain' };
}
