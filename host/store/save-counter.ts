/** Counts the saves that are under way, where another thread can see it, so that work which can wait lets them go first. */
export type SaveCounter = {
  readonly shared: SharedArrayBuffer;
  during<T>(save: () => Promise<T>): Promise<T>;
  /** Resolves when no save is under way, however it ended. */
  settle(): Promise<void>;
};

const numberIn = (shared: SharedArrayBuffer): Int32Array => new Int32Array(shared);
const makeShared = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

export function makeSaveCounter(): SaveCounter {
  const shared = makeShared();
  const running = new Set<Promise<unknown>>();
  return {
    shared,
    async during(save) {
      Atomics.add(numberIn(shared), 0, 1);
      const saving = save();
      running.add(saving);
      try {
        return await saving;
      } finally {
        running.delete(saving);
        Atomics.sub(numberIn(shared), 0, 1);
      }
    },
    async settle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** True while a save is under way in the thread that the counter is of. */
export const isSaving = (shared: SharedArrayBuffer): boolean => Atomics.load(numberIn(shared), 0) > 0;

/** A sign for another thread: down until it is raised. */
export function makeSign(): { readonly shared: SharedArrayBuffer; raise(): void } {
  const shared = makeShared();
  return { shared, raise: () => void Atomics.store(numberIn(shared), 0, 1) };
}

export const isRaised = (shared: SharedArrayBuffer): boolean => Atomics.load(numberIn(shared), 0) === 1;
