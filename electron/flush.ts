/**
 * Asks the window to save what was typed, and waits for its answer for a bounded time.
 * False: the window says that something could not be saved. A window that does not answer has nothing to say.
 */
export type Flush = { ask(): Promise<boolean>; answer(isSaved: boolean): void };

export function makeFlush(askWindow: () => void, limitMs: number): Flush {
  let answered: (isSaved: boolean) => void = () => undefined;
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => resolve(true), limitMs);
        answered = (isSaved) => {
          clearTimeout(timer);
          resolve(isSaved);
        };
        askWindow();
      }),
    answer: (isSaved) => answered(isSaved),
  };
}
