import { setTimeout as sleep } from 'node:timers/promises';
import { makeClient } from '../../core/api/client.ts';
import type { Client } from '../../core/api/contract.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { Guest } from '../side-door/enter-side-door.ts';
import type { StartedLibrary, StartOptions } from '../start-library.ts';
import { readVersion } from '../version.ts';
import { ended, type Invocation, type Outcome } from './command.ts';

/** How long a change waits for a Lectern that has the library but does not answer: it is opening it, giving it up, or busy. */
const UNANSWERED_LIMIT_MS = 10_000;
/** Reading does not depend on it: what is on the disk can be read beside any Lectern. */
const UNANSWERED_READING_LIMIT_MS = 3_000;
const RETRY_MS = 50;

/** A library, wherever it is open: the client of its contract, which a command asks what any other door would, and a way to bring a source in. */
export type OpenLibrary = {
  readonly client: Client;
  /** Answers a handle to import the source by. It is read now or when it is imported, once. */
  holdSource(read: () => Promise<Result<Source>>): Promise<Result<string>>;
};

type Work = (open: OpenLibrary) => Promise<Outcome>;

/** Opens the library in this process. */
export async function openHere({ folder, root, workerUrl, log }: Invocation, how: Pick<StartOptions, 'mode' | 'door' | 'watchFolder'>): Promise<Result<StartedLibrary>> {
  // Loaded only now, so that help, misuse and guests are answered at once.
  const { startLibrary } = await import('../start-library.ts');
  return startLibrary({ folder, root, workerUrl, log, ...how });
}

async function workHere(started: StartedLibrary, work: Work): Promise<Outcome> {
  const { contract } = await import('../../core/api/contract.ts');
  try {
    return await work({
      client: makeClient(contract, started.router.dispatch),
      holdSource: (read) => Promise.resolve(succeed(started.uploads.hold(read))),
    });
  } finally {
    await started.close();
  }
}

async function workAsGuest(guest: Guest, work: Work): Promise<Outcome> {
  const { contract } = await import('../../core/api/contract.ts');
  const client = makeClient(contract, guest.send);
  try {
    // A window has its list before the folder was looked at, and a watcher may miss what others do; a command speaks of what is there.
    const looked = await client.library.rescan(undefined);
    if (!looked.ok) return ended(looked.fault);
    return await work({
      client,
      async holdSource(read) {
        const source = await read();
        if (!source.ok) return source;
        const held = await guest.upload(source.value);
        return held.ok ? succeed(held.value.handle) : held;
      },
    });
  } finally {
    guest.close();
  }
}

/**
 * Works with the library: through the Lectern that has it open, where there is one, else in this process, which gives it
 * free whatever happens. To read, a Lectern that can't be asked is passed by; to write, it is waited for and then named.
 */
export async function withLibrary(invocation: Invocation, mode: StartOptions['mode'], work: Work): Promise<Outcome> {
  const { enterSideDoor } = await import('../side-door/enter-side-door.ts');
  const version = await readVersion(invocation.root);
  const endMs = performance.now() + (mode === 'read' ? UNANSWERED_READING_LIMIT_MS : UNANSWERED_LIMIT_MS);
  for (let isFirst = true; ; isFirst = false) {
    const entry = await enterSideDoor({ library: invocation.folder, version, limitMs: Math.max(RETRY_MS, Math.ceil(endMs - performance.now())) });
    if (entry.kind === 'entered') return workAsGuest(entry.guest, work);
    if (entry.kind === 'refused' && mode === 'write') return ended(entry.fault);
    const started = await openHere(invocation, { mode, door: 'command' });
    if (started.ok) {
      const access = started.value.library.access();
      // What is only read for want of something better is worth a word; the command goes on.
      if (access.kind === 'read' && access.fault) invocation.terminal.complain(faultSentence(access.fault));
      return workHere(started.value, work);
    }
    // Another may have opened the library between the two looks at it.
    const mayOpenYet = entry.kind === 'unanswered' ? performance.now() < endMs : isFirst;
    if (started.fault.code !== 'library-locked' || !mayOpenYet) return ended(started.fault);
    await sleep(RETRY_MS);
  }
}
