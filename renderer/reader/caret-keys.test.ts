import { describe, expect, it } from 'vitest';
import { boundMove, caretMove, gripMove, type Press } from './caret-keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({ key, code: key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });
const here = { isMac: false, isRtl: false };
const mac = { isMac: true, isRtl: false };

describe('caretMove', () => {
  it.each([
    ['an arrow goes by character', press('ArrowRight'), here, 'character', 1],
    ['Shift goes the same way', press('ArrowRight', { shiftKey: true }), here, 'character', 1],
    ['left is on in a text from right to left', press('ArrowLeft'), { ...here, isRtl: true }, 'character', 1],
    ['Control goes by word', press('ArrowLeft', { ctrlKey: true }), here, 'word', -1],
    ['Alt goes by word', press('ArrowRight', { altKey: true }), mac, 'word', 1],
    ['down goes by line', press('ArrowDown'), here, 'line', 1],
    ['Control and up go by paragraph', press('ArrowUp', { ctrlKey: true }), here, 'paragraph', -1],
    ['a full stop goes by sentence, whatever the layout writes', press(':', { code: 'Period', shiftKey: true }), here, 'sentence', 1],
    ['a comma goes back by sentence', press(',', { code: 'Comma' }), here, 'sentence', -1],
    ['Home goes to the line’s start', press('Home'), here, 'line-edge', -1],
    ['Control and End go to the text’s end', press('End', { ctrlKey: true }), here, 'text', 1],
    ['Command and right go to the line’s end', press('ArrowRight', { metaKey: true }), mac, 'line-edge', 1],
    ['Command and down go to the text’s end', press('ArrowDown', { metaKey: true }), mac, 'text', 1],
    ['Page Down goes by page', press('PageDown'), here, 'page', 1],
  ])('%s', (_, key, layout, unit, direction) => expect(caretMove(key, layout)).toEqual({ unit, direction }));

  it.each([['a letter', press('h')], ['larger text', press('.', { code: 'Period', ctrlKey: true, shiftKey: true })], ['Escape', press('Escape')]])('leaves alone %s', (_, key) => expect(caretMove(key, here)).toBeNull());
});

describe('boundMove', () => {
  it.each([
    ['Shift moves the end', press('ArrowRight', { shiftKey: true }), here, 'end', 'character', 1],
    ['Control makes it a word', press('ArrowLeft', { shiftKey: true, ctrlKey: true }), here, 'end', 'word', -1],
    ['Alt moves the start', press('ArrowLeft', { shiftKey: true, altKey: true }), here, 'start', 'character', -1],
    ['Option makes it a word on macOS', press('ArrowRight', { shiftKey: true, altKey: true }), mac, 'end', 'word', 1],
    ['Control moves the start on macOS', press('ArrowRight', { shiftKey: true, ctrlKey: true, altKey: true }), mac, 'start', 'word', 1],
  ])('%s', (_, key, layout, bound, unit, direction) => expect(boundMove(key, layout)).toEqual({ bound, unit, direction }));

  it('takes no arrow without Shift', () => expect(boundMove(press('ArrowRight'), here)).toBeNull());
});

describe('gripMove', () => {
  it('moves the grip’s own end, by word with Control or Alt', () => {
    expect(gripMove(press('ArrowRight'), 'start', false)).toEqual({ bound: 'start', unit: 'character', direction: 1 });
    expect(gripMove(press('ArrowRight', { altKey: true }), 'end', true)).toEqual({ bound: 'end', unit: 'word', direction: -1 });
    expect(gripMove(press('ArrowUp'), 'end', false)).toBeNull();
  });
});
