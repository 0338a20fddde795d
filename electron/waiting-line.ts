/** Hands items on in their order; while it is closed they wait. */
export type WaitingLine<T> = { push(item: T): void; open(handle: (item: T) => void): void; close(): void };

export function makeWaitingLine<T>(): WaitingLine<T> {
  let handler: ((item: T) => void) | null = null;
  const waiting: T[] = [];
  return {
    push(item) {
      if (handler) handler(item);
      else waiting.push(item);
    },
    open(handle) {
      handler = handle;
      for (const item of waiting.splice(0)) handle(item);
    },
    close() {
      handler = null;
    },
  };
}
