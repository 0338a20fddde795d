import { expect, it } from 'vitest';
import { makeBursts } from './highlight-range.ts';

it('names presses about one thing that follow each other closely as one burst', () => {
  const name = makeBursts();
  const first = name('end of a', 5_000);
  expect(name('end of a', 5_900)).toBe(first);
  expect(name('end of a', 6_800)).toBe(first);
  expect(name('start of a', 6_900)).not.toBe(first);
  const second = name('end of a', 7_000);
  expect(second).not.toBe(first);
  expect(name('end of a', 8_000)).not.toBe(second);
});
