import { expect, it } from 'vitest';
import { nextCard } from './note-keys.ts';

it.each([
  ['ArrowDown', 3, 4], ['ArrowUp', 3, 2], ['ArrowDown', 9, 9], ['ArrowUp', 0, 0], ['Home', 5, 0], ['End', 5, 9], ['PageDown', 8, 9], ['PageUp', 8, 2], ['j', 3, 4], ['K', 3, 2], ['x', 3, null],
])('%s leads from card %d to %s', (key, own, next) => {
  expect(nextCard(key, { own, count: 10, areLettersOn: true })).toBe(next);
});

it('letters lead nowhere when they are turned off', () => {
  expect(nextCard('j', { own: 3, count: 10, areLettersOn: false })).toBeNull();
});
