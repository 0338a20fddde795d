import { describe, expect, it } from 'vitest';
import { firstRows, windowAround, withRowsAfter, withRowsBefore } from './row-window.ts';

describe('windowAround', () => {
  it('stays as it is while it holds the row', () => expect(windowAround(firstRows, 199)).toBe(firstRows));
  it('jumps to a row that is far away', () => expect(windowAround(firstRows, 9_999)).toEqual({ from: 9_899, to: 10_099 }));
  it('begins at the first row at the earliest', () => expect(windowAround({ from: 5_000, to: 5_200 }, 3)).toEqual({ from: 0, to: 103 }));
});

it('a window grows at either end, and not past the first row', () => {
  expect(withRowsAfter(firstRows)).toEqual({ from: 0, to: 400 });
  expect(withRowsBefore({ from: 900, to: 1_100 })).toEqual({ from: 700, to: 1_100 });
  expect(withRowsBefore({ from: 50, to: 250 })).toEqual({ from: 0, to: 250 });
});
