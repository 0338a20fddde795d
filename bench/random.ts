/** A repeatable source of chance: the same seed gives the same numbers on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly [T, ...(readonly T[])]): T;
  bytes(count: number): Uint8Array;
};

/** Makes one by mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: ([first, ...rest]) => {
      const index = between(0, rest.length);
      return index === 0 ? first : (rest[index - 1] ?? first);
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  };
}
