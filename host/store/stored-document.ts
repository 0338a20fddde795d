import { Low } from 'lowdb';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import type { Conflict, MergeReport } from '../../core/base/merge-report.ts';
import type { Stamp } from '../../core/base/register.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { FaultError, faultOfRead, faultOfWrite } from './disk-faults.ts';
import { decodeDocument, type DocumentRef, type Stored } from './document-format.ts';
import { makeDurableAdapter, type Seen, type Surroundings } from './durable-adapter.ts';
import type { MergeRecord } from './merge-record.ts';

/**
 * A change to a document: a pure function of its present value, which is null where there is no document.
 * `mergedRev` says that the change is no edit, but what a copy of that revision brings.
 */
export type Change<T, A> = (value: T | null) => Result<{ readonly next: T; readonly answer: A; readonly mergedRev?: number }>;

export type StoredDocument<T> = {
  /** The last durable value; null where there is no document. */
  read(): Promise<Result<T | null>>;
  /**
   * Resolves when a write that contains the change is durable, and fails by that write's error alone.
   * Changes that come while a write is under way share the next one.
   */
  update<A>(change: Change<T, A>): Promise<Result<A>>;
  /** Merges a copy of the document, read from the file `copy`, into it; where there is no document, the copy becomes it. Answers what was changed in both. */
  mergeIn(copy: string, bytes: Uint8Array): Promise<Result<readonly Conflict[]>>;
  /** Takes the document away, into the history, if its present value may go; answers whether it went. */
  retire(mayGo: (value: T) => boolean): Promise<Result<boolean>>;
  /** Writes the document out in the present format, if it is of an earlier one. */
  upgrade(): Promise<Result<void>>;
  /** Resolves when no write is under way or waiting, and no look. */
  settle(): Promise<void>;
  /** Bytes on the disk of the value held in memory. */
  heldBytes(): number;
  /** Lets go of the value held in memory, unless a write is under way. */
  forget(): void;
};

export type Workings = Surroundings & {
  /** The library's folder as a person would write it. */
  readonly shownAs: string;
  /** Takes down what went wrong that nobody waits for. */
  log(error: unknown): void;
  /** Signs an edit, so that copies that are edited apart can be merged. */
  sign(): Stamp;
  /** What was merged since the library was opened, for whoever asks. */
  readonly merges: MergeRecord;
  /** Bounds how many documents are on their way from or to the disk at once. */
  limit<V>(task: () => Promise<V>): Promise<V>;
};

/** What a document was found or made to be. `isOwn` when it is what we have just written. */
export type Sighting<T> = { readonly value: T | null; readonly seen: Seen; readonly isOwn: boolean };

/** A caller's change, waiting for the write that will hold it. */
type Waiting<T> = {
  /** True for what a copy brings, which must be merged with what is on the disk now and not with what was held. */
  readonly isMerge: boolean;
  /** The document with the change, or as it was where the change is refused. */
  apply(stored: Stored<T | null>): Stored<T | null>;
  settle(saved: Result<void>): void;
  reject(error: unknown): void;
};

/** What a caller of a change waits with. */
type Settling<A> = { readonly isMerge: boolean; resolve(result: Result<A>): void; reject(error: unknown): void };

function makeWaiting<T, A>(change: Change<T, A>, revise: (old: T, next: T) => T, { isMerge, resolve, reject }: Settling<A>): Waiting<T> {
  let changed: ReturnType<Change<T, A>> | null = null;
  return {
    isMerge, reject,
    apply(stored) {
      const { rev, value } = stored;
      try {
        changed = change(value);
        if (!changed.ok || changed.value.next === value) return stored;
        const { next, mergedRev } = changed.value;
        return mergedRev === undefined && value !== null ? { rev, value: revise(value, next) } : { rev: Math.max(rev, mergedRev ?? 0), value: next };
      } catch (error) {
        // A bug in one caller's change is that caller's alone.
        reject(error);
        return stored;
      }
    },
    settle(saved) {
      if (changed && !changed.ok) resolve(changed);
      else if (!saved.ok) resolve(saved);
      else if (changed) resolve(succeed(changed.value.answer));
    },
  };
}

/** One document: a lowdb `Low` with the durable adapter, and the queue of its changes. `onSeen` is told of every look at the file and every write. */
export function makeStoredDocument<T>(ref: DocumentRef<T>, workings: Workings, onSeen?: (sighting: Sighting<T>) => void): StoredDocument<T> {
  const adapter = makeDurableAdapter(ref, workings);
  const low = new Low<Stored<T> | null>(adapter, null);
  // What is on the disk, which is what every reader is told; undefined while it is not held.
  let durable: Stored<T> | null | undefined;
  let waiting: Waiting<T>[] = [];
  let writing: Promise<void> | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One look or write of this document at a time, in order. */
  function inTurn<V>(task: () => Promise<V>): Promise<V> {
    const result = turn.then(() => workings.limit(task));
    turn = result.catch(() => undefined);
    return result;
  }

  const present = (): Stored<T> | null => low.data;

  async function load(): Promise<Stored<T> | null> {
    durable = undefined;
    low.data = null;
    await low.read().catch((error: unknown) => {
      // Seen, and nothing to be had of it: what is there later is news.
      onSeen?.({ value: null, seen: null, isOwn: false });
      throw error;
    });
    const stored = present();
    durable = stored;
    onSeen?.({ value: stored?.value ?? null, seen: adapter.seen(), isOwn: false });
    return stored;
  }

  async function read(): Promise<Result<T | null>> {
    if (writing && durable !== undefined) return succeed(durable?.value ?? null);
    try {
      return await inTurn(async () => {
        const isHeld = durable !== undefined && (await adapter.isAsSeen());
        const stored = isHeld ? durable : await load();
        return succeed(stored?.value ?? null);
      });
    } catch (error) {
      return fail(faultOfRead(error, ref.file));
    }
  }

  /** What changes are made to. What another program wrote is not built upon before somebody here has read it. */
  async function valueToChange(): Promise<Result<Stored<T> | null>> {
    if (durable !== undefined) return succeed(durable);
    try {
      const stored = await load();
      if (!adapter.isForeign()) return succeed(stored);
      throw new FaultError({ code: 'document-changed-outside', file: ref.file });
    } catch (error) {
      return fail(faultOfRead(error, ref.file));
    }
  }

  async function save(stored: Stored<T>): Promise<Result<void>> {
    try {
      low.data = stored;
      await low.write();
      durable = stored;
      onSeen?.({ value: stored.value, seen: adapter.seen(), isOwn: true });
      return succeed(undefined);
    } catch (error) {
      // The disk alone knows what it holds now, so it is asked next time.
      durable = undefined;
      return fail(faultOfWrite(error, workings.shownAs, ref.what));
    }
  }

  /** What another program wrote in the meantime; null where it left nothing that can be read, and what it left is set aside. */
  async function loadOutside(): Promise<Stored<T> | null> {
    try {
      return await load();
    } catch (error) {
      // A damaged file that could not be moved away is not written over.
      if (error instanceof FaultError && error.fault.code === 'document-damaged' && workings.damage.find(ref.file)?.keptAs) return null;
      throw error;
    }
  }

  /** What a copy is merged with: what is on the disk, and what was held where that is not in it. */
  async function valueToMerge(): Promise<Result<Stored<T> | null>> {
    try {
      const held = durable;
      if (held !== undefined && (await adapter.isAsSeen())) return succeed(held);
      const outside = await loadOutside();
      if (!held || !outside) return succeed(outside ?? held ?? null);
      const { merged } = ref.merge(held.value, outside.value);
      return succeed(canonicalJson(merged) === canonicalJson(outside.value) ? outside : { rev: Math.max(held.rev, outside.rev), value: merged });
    } catch (error) {
      return fail(faultOfRead(error, ref.file));
    }
  }

  /** Saves, and merges first with what another program wrote since the file was last seen. */
  async function saveMerged(stored: Stored<T>): Promise<Result<void>> {
    let next = stored;
    const reports: MergeReport[] = [];
    for (;;) {
      const saved = await save(next);
      if (saved.ok) workings.merges.note(reports);
      if (saved.ok || saved.fault.code !== 'document-changed-outside') return saved;
      try {
        const outside = await loadOutside();
        if (outside === null) continue;
        const { merged, conflicts } = ref.merge(next.value, outside.value);
        reports.push({ file: ref.file, copy: null, conflicts });
        next = { rev: Math.max(next.rev, outside.rev) + 1, value: merged };
      } catch (error) {
        return fail(faultOfRead(error, ref.file));
      }
    }
  }

  async function writeBatch(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const before = batch.some((each) => each.isMerge) ? await valueToMerge() : await valueToChange();
      if (!before.ok) return batch.forEach((each) => each.settle(before));
      const onDisk = durable?.value ?? null;
      const { rev, value } = batch.reduce<Stored<T | null>>((stored, each) => each.apply(stored), before.value ?? { rev: 0, value: null });
      const saved = value === null || value === onDisk ? succeed(undefined) : await saveMerged({ rev: rev + 1, value });
      batch.forEach((each) => each.settle(saved));
    } catch (error) {
      batch.forEach((each) => each.reject(error));
    }
  }

  function upgrade(): Promise<Result<void>> {
    return inTurn(async () => {
      const before = await valueToChange();
      if (!before.ok) return before;
      return before.value?.format === undefined ? succeed(undefined) : saveMerged({ rev: before.value.rev + 1, value: before.value.value });
    });
  }

  async function retire(mayGo: (value: T) => boolean): Promise<Result<boolean>> {
    try {
      return await inTurn(async () => {
        const stored = await load();
        if (!stored || !mayGo(stored.value)) return succeed(false);
        await adapter.retire(stored.rev);
        durable = null;
        return succeed(true);
      });
    } catch (error) {
      durable = undefined;
      return fail(faultOfWrite(error, workings.shownAs, ref.what));
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) await inTurn(writeBatch);
    writing = null;
  }

  const revise = (old: T, next: T): T => ref.revise?.(old, next, workings.sign()) ?? next;

  function enqueue<A>(change: Change<T, A>, isMerge: boolean): Promise<Result<A>> {
    return new Promise((resolve, reject) => {
      waiting.push(makeWaiting(change, revise, { isMerge, resolve, reject }));
      writing ??= writeAll();
    });
  }

  async function mergeIn(copy: string, bytes: Uint8Array): Promise<Result<readonly Conflict[]>> {
    const decoded = decodeDocument(ref, bytes, workings.upgrade.chain);
    if (!decoded.ok) return fail(decoded.fault.kind === 'newer' ? { code: 'document-newer', file: copy, format: decoded.fault.format } : { code: 'document-damaged', file: copy, reason: decoded.fault.reason });
    const { rev, value } = decoded.value;
    return enqueue((present) => {
      if (present === null) return succeed({ next: value, answer: [], mergedRev: rev });
      const { merged, conflicts } = ref.merge(present, value);
      return succeed({ next: canonicalJson(merged) === canonicalJson(present) ? present : merged, answer: conflicts, mergedRev: rev });
    }, true);
  }

  return {
    read, mergeIn, retire, upgrade,
    update: (change) => enqueue(change, false),
    async settle() {
      await writing;
      await turn;
    },
    heldBytes: () => (durable ? (adapter.seen()?.stamp.size ?? 0) : 0),
    forget() {
      if (!writing) durable = undefined;
    },
  };
}
