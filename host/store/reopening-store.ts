import type { Result } from '../../core/base/result.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import type { Access, LibraryStore } from '../../core/library/ports.ts';
import type { OpenStore } from './open-store.ts';
import { shareRuns } from './share-runs.ts';

/**
 * A library that could only be opened to read, and may be opened to write when somebody asks again. Whatever is asked
 * of it is asked of the store that is open now; listeners stay when that changes.
 */
export function makeReopeningStore(first: OpenStore, openToWrite: () => Promise<Result<OpenStore>>): OpenStore {
  let current = first;
  let access = first.store.access?.() ?? { kind: 'write' };
  let begin: () => void = () => undefined;
  let isClosed = false;
  let trying: Promise<void> = Promise.resolve();
  const listeners = new Map<(event: LibraryEvent) => void, () => void>();

  const tryAgain = shareRuns(async () => {
    if (access.kind === 'write' || isClosed) return;
    const opened = await openToWrite();
    if (!opened.ok) {
      access = { kind: 'read', fault: opened.fault };
      return;
    }
    const before = current;
    current = opened.value;
    access = { kind: 'write' };
    for (const [listener, unlisten] of listeners) {
      unlisten();
      listeners.set(listener, current.store.listen(listener));
    }
    await before.close(0);
    if (!isClosed) begin();
  });

  const own: Pick<LibraryStore, 'access' | 'reopen' | 'listen'> = {
    access: () => access,
    async reopen(): Promise<Access> {
      trying = tryAgain();
      await trying;
      return access;
    },
    listen(listener) {
      listeners.set(listener, current.store.listen(listener));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
  };
  const store = new Proxy<LibraryStore>(first.store, { get: (_, key) => Reflect.get(Object.hasOwn(own, key) ? own : current.store, key) });
  return {
    ...first, store, versions: new Proxy(first.versions, { get: (_, key) => Reflect.get(current.versions, key) }),
    mergeConflictCopies: () => current.mergeConflictCopies(),
    markSeeded: () => current.markSeeded(),
    purgeBin: () => current.purgeBin(),
    giveSetting: (name, take) => current.giveSetting(name, take),
    get saves() {
      return current.saves;
    },
    whenWritable(once) {
      begin = once;
      if (access.kind === 'write') begin();
    },
    async close(limitMs) {
      isClosed = true;
      // One that is being opened is closed as well.
      await trying;
      await current.close(limitMs);
    },
  };
}
