import { describe, expect, it } from 'vitest';
import { listAction, nextRow } from './list-keys.ts';

describe('nextRow', () => {
  it.each([
    ['ArrowDown', 3, 4], ['ArrowUp', 3, 2], ['Home', 3, 0], ['End', 3, 24], ['PageDown', 3, 13], ['PageUp', 13, 3],
    ['ArrowDown', 24, 24], ['ArrowUp', 0, 0], ['PageDown', 20, 24], ['PageUp', 4, 0],
    ['Enter', 3, null], ['a', 3, null],
  ])('%s goes from row %i to %s', (key, current, to) => expect(nextRow(key, { current, count: 25, page: 10 })).toBe(to));

  it('goes nowhere in an empty list', () => expect(nextRow('ArrowDown', { current: 0, count: 0, page: 10 })).toBeNull());
});

describe('listAction', () => {
  const press = (key: string, held: Partial<Parameters<typeof listAction>[0]> = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
  const onRow = { current: 3, count: 25, page: 10, isOnRow: true, isFinding: true };

  it.each([
    ['an arrow goes on', press('ArrowDown'), { kind: 'go', to: 4, isRange: false, isAdded: false }],
    ['with Shift, all between is chosen', press('End', { shiftKey: true }), { kind: 'go', to: 24, isRange: true, isAdded: false }],
    ['with Control and Shift, that is added', press('ArrowUp', { shiftKey: true, ctrlKey: true }), { kind: 'go', to: 2, isRange: true, isAdded: true }],
    ['Space chooses', press(' '), { kind: 'select', isRange: false, isAdded: false }],
    ['Shift and Space choose all between', press(' ', { shiftKey: true }), { kind: 'select', isRange: true, isAdded: false }],
    ['Control A chooses all', press('a', { ctrlKey: true }), { kind: 'select-all' }],
    ['so does Command A', press('a', { metaKey: true }), { kind: 'select-all' }],
    ['Escape chooses none', press('Escape'), { kind: 'clear' }],
    ['Delete puts away', press('Delete'), { kind: 'bin' }],
    ['so does Command Backspace', press('Backspace', { metaKey: true }), { kind: 'bin' }],
    ['Shift F10 opens the menu', press('F10', { shiftKey: true }), { kind: 'menu' }],
    ['so does its own key', press('ContextMenu'), { kind: 'menu' }],
    ['Enter opens', press('Enter'), { kind: 'open' }],
    ['a letter finds', press('a'), { kind: 'find', letter: 'a' }],
  ])('%s', (_, key, action) => expect(listAction(key, onRow)).toEqual(action));

  it.each([
    ['Backspace alone', press('Backspace'), onRow],
    ['a sign', press('?'), onRow],
    ['F10 alone', press('F10'), onRow],
    ['Alt with an arrow', press('ArrowDown', { altKey: true }), onRow],
    ['Enter on a button of the row', press('Enter'), { ...onRow, isOnRow: false }],
    ['Space on a button of the row', press(' '), { ...onRow, isOnRow: false }],
    ['a letter after a click', press('j'), { ...onRow, isFinding: false }],
  ])('leaves alone %s', (_, key, situation) => expect(listAction(key, situation)).toBeNull());
});
