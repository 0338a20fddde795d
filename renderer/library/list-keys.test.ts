import { describe, expect, it } from 'vitest';
import { nextRow } from './list-keys.ts';

describe('nextRow', () => {
  it.each([
    ['ArrowDown', 3, 4], ['ArrowUp', 3, 2], ['Home', 3, 0], ['End', 3, 24], ['PageDown', 3, 13], ['PageUp', 13, 3],
    ['ArrowDown', 24, 24], ['ArrowUp', 0, 0], ['PageDown', 20, 24], ['PageUp', 4, 0],
    ['Enter', 3, null], ['a', 3, null],
  ])('%s goes from row %i to %s', (key, from, to) => expect(nextRow(key, from, 25)).toBe(to));

  it('goes nowhere in an empty list', () => expect(nextRow('ArrowDown', 0, 0)).toBeNull());
});
