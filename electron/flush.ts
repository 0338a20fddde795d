/** Asks the window to save what was typed, and waits for its answer for a bounded time. */
export type Flush = { ask(): Promise<void>; answer(): void };

export function makeFlush(askWindow: () => void, limitMs: number): Flush {
  let answered: () => void = () => undefined;
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        answered = () => {
          clearTimeout(timer);
          resolve();
        };
        askWindow();
      }),
    answer: () => answered(),
  };
}
