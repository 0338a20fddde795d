import { describe, expect, it } from 'vitest';
import { nextMenuIndex } from './menu-keys.ts';

const labels = ['Inbox', 'Reading', 'Archive', 'Export', 'Rename'];

describe('nextMenuIndex', () => {
  it.each([
    ['goes down', 'ArrowDown', 0, 1],
    ['goes round at the end', 'ArrowDown', 4, 0],
    ['goes up', 'ArrowUp', 2, 1],
    ['goes round at the start', 'ArrowUp', 0, 4],
    ['goes to the last when nothing has the focus yet', 'ArrowUp', -1, 4],
    ['goes to the first', 'Home', 3, 0],
    ['goes to the last', 'End', 1, 4],
    ['finds an item by its letter', 'r', 0, 1],
    ['finds the next item of that letter', 'R', 1, 4],
    ['stays where no item begins so', 'z', 1, null],
    ['leaves other keys alone', 'Enter', 1, null],
  ])('%s', (_, key, current, next) => expect(nextMenuIndex(key, current, labels)).toBe(next));

  it('goes nowhere in an empty menu', () => expect(nextMenuIndex('ArrowDown', -1, [])).toBeNull());
});
