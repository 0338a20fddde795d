/** Work of this length is not felt between two keys. */
const SLICE_MS = 12;

/** Lets the window answer before the next slice. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Runs steps to their end, slice by slice, so that they keep nobody waiting; null when it is over before. */
export async function runInSlices<T>(steps: Generator<undefined, T>, isOver: () => boolean): Promise<T | null> {
  while (!isOver()) {
    const started = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - started < SLICE_MS);
    await pause();
  }
  return null;
}
