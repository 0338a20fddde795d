import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { LockHolder } from '../../core/base/fault.ts';
import { sha256 } from './canonical-json.ts';
import { type Disk, removeQuietly, writeBeside } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { isAlive, processStart } from './processes.ts';

export const LOCK_NAME = 'lectern.lock';
const CLAIM_PATTERN = /^lectern\.lock\.[0-9a-f]{16}$/;
/** Where files can't have second names, a lock is written after it is created; this long an unreadable one may be such. */
const HALF_WRITTEN_MS = 2_000;
const RETRY_MS = 50;
/** How long to wait for a command, which holds a library for a moment. */
export const COMMAND_PATIENCE_MS = 5_000;

const lockSchema = z.object({
  pid: z.int().min(1),
  host: z.string(),
  startedAt: z.iso.datetime(),
  door: z.enum(['desktop', 'serve', 'command']),
  processStart: z.string().nullable(),
  sideDoor: z.string().optional(),
});
type LockRecord = z.infer<typeof lockSchema>;

/** A lock file that was found: its record where it can be read, and a mark that no other lock file has. */
type Found = { readonly record: LockRecord | null; readonly mark: string };

/** Who wants a lock. */
export type Claimant = {
  readonly door: LockHolder['door'];
  /** The folder of the side door, through which commands of this machine come in; none is named without it. */
  readonly sideDoor?: string | undefined;
  /** How long it waits for a command that has the lock; not at all, when it is left out. */
  readonly patienceMs?: number;
};

export type Lock = {
  /** Gives the library free; a lock that is not ours any more stays. */
  release(): Promise<void>;
};
export type LockOutcome = { readonly kind: 'taken'; readonly lock: Lock } | { readonly kind: 'held'; readonly holder: LockHolder };

const markOf = (bytes: Uint8Array): string => sha256(bytes).slice(0, 16);

async function readLock(disk: Disk, path: string): Promise<Found | null> {
  try {
    const bytes = await disk.files.readFile(path);
    return { mark: markOf(bytes), record: parseLock(new TextDecoder().decode(bytes)) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseLock(text: string): LockRecord | null {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** A process of another machine can't be asked, so it counts as living. */
async function isLiving(record: LockRecord): Promise<boolean> {
  if (record.host !== hostname()) return true;
  return isAlive(record.pid) && record.processStart === (await processStart(record.pid));
}

/** Gives a file, written already, a name that nobody has taken; false when somebody has. */
async function takeName(disk: Disk, from: string, path: string): Promise<boolean> {
  try {
    await disk.files.link(from, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (errorCode(error) === 'ENOENT') throw error;
  }
  return createWhole(disk, from, path);
}

/** For file systems without second names (exFAT, some shares). */
async function createWhole(disk: Disk, from: string, path: string): Promise<boolean> {
  const bytes = await disk.files.readFile(from);
  try {
    const file = await disk.files.createFile(path);
    await file.write(bytes).finally(() => file.close());
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** One who wants the lock: its own lock file, written but not yet named. */
type Contender = { readonly disk: Disk; readonly path: string; readonly written: string };

/** A row of locks: the file itself, then claims, each named after the lock before it. The last is the only one that counts. */
type Row = { readonly first: Found; readonly last: Found; readonly marks: readonly string[] };

const claimPath = (path: string, mark: string): string => `${path}.${mark}`;

async function followClaims({ disk, path }: Pick<Contender, 'disk' | 'path'>, first: Found): Promise<Row> {
  const marks = [first.mark];
  for (let last = first; ;) {
    const next = await readLock(disk, claimPath(path, last.mark));
    if (next === null || marks.includes(next.mark)) return { first, last, marks };
    marks.push(next.mark);
    last = next;
  }
}

/** Puts our lock in the place of a row of dead ones. False when another heir was quicker. */
async function inherit({ disk, path, written }: Contender, { first, last, marks }: Row): Promise<boolean> {
  if (!(await takeName(disk, written, claimPath(path, last.mark)))) return false;
  let cleared: readonly string[] = [last.mark];
  try {
    // An heir that came late may claim what a quicker one has cleared away, but then the lock is another.
    if ((await readLock(disk, path))?.mark !== first.mark) return false;
    await disk.files.rename(written, path);
    cleared = marks;
    return true;
  } finally {
    for (const mark of cleared) await removeQuietly(disk, claimPath(path, mark));
  }
}

const holderOf = ({ pid, host, startedAt, door }: LockRecord): LockHolder => ({ pid, host, startedAt, door });

async function attempt(contender: Contender, mayBeHalfWritten: boolean): Promise<'taken' | 'again' | LockHolder> {
  const { disk, path, written } = contender;
  const present = await readLock(disk, path);
  if (present === null) return (await takeName(disk, written, path)) ? 'taken' : 'again';
  const row = await followClaims(contender, present);
  const { record } = row.last;
  if (record === null && mayBeHalfWritten) return 'again';
  if (record && (await isLiving(record))) return holderOf(record);
  return (await inherit(contender, row)) ? 'taken' : 'again';
}

async function contend(contender: Contender, patienceMs: number): Promise<LockHolder | null> {
  for (let waitedMs = 0; ; waitedMs += RETRY_MS) {
    const outcome = await attempt(contender, waitedMs < HALF_WRITTEN_MS);
    if (outcome === 'taken') return null;
    const isWorthWaiting = outcome === 'again' || (outcome.door === 'command' && waitedMs < patienceMs);
    if (!isWorthWaiting) return outcome;
    await contender.disk.wait(RETRY_MS);
  }
}

/**
 * Takes the lock of a library, or says who holds it. A dead holder's lock is inherited through a claim, a file named
 * after the very lock that it succeeds, so of any number of heirs one wins; an heir that died has heirs itself.
 */
export async function takeLock(disk: Disk, folder: string, { door, sideDoor, patienceMs = 0 }: Claimant): Promise<LockOutcome> {
  const path = join(folder, LOCK_NAME);
  const record: LockRecord = { pid: process.pid, host: hostname(), startedAt: new Date(disk.clock.nowMs()).toISOString(), door, processStart: await processStart(process.pid), sideDoor };
  // Chance makes every lock file, and so its mark, unlike any other.
  const bytes = new TextEncoder().encode(`${JSON.stringify({ ...record, nonce: Buffer.from(disk.chance.bytes(8)).toString('hex') }, null, 2)}\n`);
  // No process that holds a lock outlives a power cut, so it is not flushed.
  const written = await writeBeside(disk, path, { bytes, mayBeLost: true });
  const holder = await contend({ disk, path, written }, patienceMs).finally(() => removeQuietly(disk, written));
  if (holder) return { kind: 'held', holder };
  async function release(): Promise<void> {
    try {
      if ((await readLock(disk, path))?.mark === markOf(bytes)) await removeQuietly(disk, path);
    } catch (error) {
      // A lock that can't be looked at now is inherited when this process is dead.
      if (errorCode(error) === null) throw error;
    }
  }
  return { kind: 'taken', lock: { release } };
}

/** The process of this machine that has a library open, and the folder of its side door, null where it has none. Null when there is no such process. */
export async function findHolder(disk: Disk, folder: string): Promise<{ readonly holder: LockHolder; readonly sideDoor: string | null } | null> {
  const path = join(folder, LOCK_NAME);
  const first = await readLock(disk, path);
  const record = first && (await followClaims({ disk, path }, first)).last.record;
  if (!record || record.host !== hostname() || !(await isLiving(record))) return null;
  return { holder: holderOf(record), sideDoor: record.sideDoor ?? null };
}

/** Removes claims, of the names in a library's folder, that heirs left when they died. Only for the holder of the lock, under which no claim can win. */
export async function sweepClaims(disk: Disk, { folder, names }: { readonly folder: string; readonly names: readonly string[] }): Promise<void> {
  for (const name of names) if (CLAIM_PATTERN.test(name)) await removeQuietly(disk, join(folder, name));
}
