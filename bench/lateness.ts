const EVERY_MS = 5;

/** Watches, by how late a timer comes, for how long at a time the main thread is held, until it is stopped. */
export function measureLateness(): { stop(): { readonly longestMs: number } } {
  let longestMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last - EVERY_MS);
    last = now;
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return { longestMs };
    },
  };
}
