import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueList, type Replacement, wrapSelection } from './markdown-typing.ts';

const apply = (text: string, change: Replacement) => text.slice(0, change.start) + change.text + text.slice(change.end);

/** The text after Enter where "|" stands, with the caret shown; null when Enter is an ordinary one. */
function pressEnter(shown: string): string | null {
  const caret = shown.indexOf('|');
  const text = shown.replace('|', '');
  const change = continueList(text, caret);
  if (!change) return null;
  const after = apply(text, change);
  return `${after.slice(0, change.selection.start)}|${after.slice(change.selection.end)}`;
}

describe('continueList', () => {
  it.each([
    ['begins the next bullet', '- ships|', '- ships\n- |'],
    ['keeps the sign of the bullet', '* ships|', '* ships\n* |'],
    ['counts on', '9. ships|', '9. ships\n10. |'],
    ['keeps the bracket of a number', '1) ships|', '1) ships\n2) |'],
    ['keeps the indent', '- a\n  - b|', '- a\n  - b\n  - |'],
    ['goes on quoting', '> said|', '> said\n> |'],
    ['begins the next task as not done', '- [x] asked|', '- [x] asked\n- [ ] |'],
    ['splits an item in the middle', '- one| two', '- one\n- | two'],
    ['ends the list on an empty item', '- a\n- |', '- a\n|'],
    ['ends the list on an empty number', '1. a\n2. |\nafter', '1. a\n|\nafter'],
    ['ends the list on an empty task', '- [ ] |', '|'],
    ['leaves prose alone', 'ships - and ports|', null],
    ['leaves a dash without a space alone', '-|', null],
    ['leaves the place before the sign alone', '|- ships', null],
  ])('%s', (_, before, after) => expect(pressEnter(before)).toBe(after));
});

describe('wrapSelection', () => {
  it('puts the sign on both sides and keeps the words selected', () => {
    expect(wrapSelection('the date', { start: 4, end: 8 }, '**')).toEqual({ start: 4, end: 8, text: '**date**', selection: { start: 6, end: 10 } });
  });

  it('leaves spaces at the ends outside', () => {
    expect(apply('the date is', wrapSelection('the date is', { start: 3, end: 9 }, '**'))).toBe('the **date** is');
  });

  it('puts the caret between the signs when nothing is selected', () => {
    expect(wrapSelection('', { start: 0, end: 0 }, '_')).toEqual({ start: 0, end: 0, text: '__', selection: { start: 1, end: 1 } });
  });

  it('undoes itself', () => {
    const plain = fc.stringMatching(/^[a-z .\n-]*$/);
    fc.assert(fc.property(plain, plain, plain, fc.constantFrom('**', '_'), (before, inside, after, sign) => {
      const text = before + inside + after;
      const once = wrapSelection(text, { start: before.length, end: before.length + inside.length }, sign);
      const wrapped = apply(text, once);
      expect(apply(wrapped, wrapSelection(wrapped, once.selection, sign))).toBe(text);
    }));
  });
});
