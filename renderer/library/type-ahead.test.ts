import { describe, expect, it } from 'vitest';
import { foldText } from '../../core/base/text.ts';
import { findTyped, isLetterKey, withLetter } from './type-ahead.ts';

const titles = ['Alliance', 'Élan', 'An entente', 'aardvark', '10 ships', 'Ports'].map((title) => foldText(title));
const find = (text: string, current: number) => findTyped(text, { current, count: titles.length, titleAt: (index) => titles[index] ?? '' });

describe('findTyped', () => {
  it.each([
    ['the next that begins so', 'p', 0, 5],
    ['one further on, not the current', 'a', 0, 2],
    ['round the end', 'a', 3, 0],
    ['whatever the accents and the case', 'E', 0, 1],
    ['the current one while it still fits', 'an', 2, 2],
    ['a title by several letters', 'an', 3, 2],
    ['a title that begins with a letter twice', 'aa', 0, 3],
    ['by number', '1', 0, 4],
    ['none', 'x', 0, null],
    ['none by letters that no title begins with', 'xa', 0, null],
  ])('finds %s', (_, text, current, expected) => expect(find(text, current)).toBe(expected));

  it('steps on when a letter is repeated that no title begins with twice', () => {
    expect(find('p', 0)).toBe(5);
    expect(find('pp', 5)).toBe(5);
  });
});

describe('withLetter', () => {
  it('adds to what has just been typed', () => expect(withLetter({ text: 'a', atMs: 1_000 }, 'n', 1_300)).toEqual({ text: 'an', atMs: 1_300 }));
  it('begins anew after a pause', () => expect(withLetter({ text: 'a', atMs: 1_000 }, 'n', 3_000)).toEqual({ text: 'n', atMs: 3_000 }));
});

describe('isLetterKey', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });
  it.each(['a', 'É', '7', '中'])('takes %s', (key) => expect(isLetterKey(press(key))).toBe(true));
  it.each(['?', ' ', 'Enter', 'F6'])('leaves %s alone', (key) => expect(isLetterKey(press(key))).toBe(false));
  it('leaves letters with Control alone', () => expect(isLetterKey(press('a', true))).toBe(false));
});
