import { Low } from 'lowdb';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { FaultError, faultOfRead, faultOfWrite } from './disk-faults.ts';
import type { DocumentRef, Stored } from './document-format.ts';
import { makeDurableAdapter, type Seen, type Surroundings } from './durable-adapter.ts';

/** A change to a document: a pure function of its present value, which is null where there is no document. */
export type Change<T, A> = (value: T | null) => Result<{ readonly next: T; readonly answer: A }>;

export type StoredDocument<T> = {
  /** The last durable value; null where there is no document. */
  read(): Promise<Result<T | null>>;
  /**
   * Resolves when a write that contains the change is durable, and fails by that write's error alone.
   * Changes that come while a write is under way share the next one.
   */
  update<A>(change: Change<T, A>): Promise<Result<A>>;
  /** Resolves when no write is under way or waiting. */
  settle(): Promise<void>;
  /** Bytes on the disk of the value held in memory. */
  heldBytes(): number;
  /** Lets go of the value held in memory, unless a write is under way. */
  forget(): void;
};

export type Workings = Surroundings & {
  /** The library's folder as a person would write it. */
  readonly shownAs: string;
  /** Bounds how many documents are on their way from or to the disk at once. */
  limit<V>(task: () => Promise<V>): Promise<V>;
};

/** What a document was found or made to be. `isOwn` when it is what we have just written. */
export type Sighting<T> = { readonly value: T | null; readonly seen: Seen; readonly isOwn: boolean };

/** A caller's change, waiting for the write that will hold it. */
type Waiting<T> = {
  /** The value with the change, or as it was where the change is refused. */
  apply(value: T | null): T | null;
  settle(saved: Result<void>): void;
  reject(error: unknown): void;
};

function makeWaiting<T, A>(change: Change<T, A>, resolve: (result: Result<A>) => void, reject: (error: unknown) => void): Waiting<T> {
  let changed: ReturnType<Change<T, A>> | null = null;
  return {
    reject,
    apply(value) {
      try {
        changed = change(value);
        return changed.ok ? changed.value.next : value;
      } catch (error) {
        // A bug in one caller's change is that caller's alone.
        reject(error);
        return value;
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
    await low.read();
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

  async function writeBatch(): Promise<void> {
    const batch = waiting;
    waiting = [];
    try {
      const before = await valueToChange();
      if (!before.ok) return batch.forEach((each) => each.settle(before));
      const old = before.value?.value ?? null;
      const next = batch.reduce<T | null>((value, each) => each.apply(value), old);
      const saved = next === null || next === old ? succeed(undefined) : await save({ rev: (before.value?.rev ?? 0) + 1, value: next });
      batch.forEach((each) => each.settle(saved));
    } catch (error) {
      batch.forEach((each) => each.reject(error));
    }
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) await inTurn(writeBatch);
    writing = null;
  }

  return {
    read,
    update(change) {
      return new Promise((resolve, reject) => {
        waiting.push(makeWaiting(change, resolve, reject));
        writing ??= writeAll();
      });
    },
    settle: async () => writing ?? undefined,
    heldBytes: () => (durable ? (adapter.seen()?.stamp.size ?? 0) : 0),
    forget() {
      if (!writing) durable = undefined;
    },
  };
}
