import { describe, expect, it } from 'vitest';
import { incomingsOf, isBareLink } from './dropped.ts';

describe('incomingsOf', () => {
  const file = new File(['text'], 'a.txt');

  it('takes the files of a drop, and not the text that comes with them', () => {
    expect(incomingsOf({ files: [file], text: '/home/me/a.txt' })).toEqual([{ kind: 'file', file }]);
  });

  it('takes text where there is no file', () => {
    expect(incomingsOf({ files: [], text: 'Some words.' })).toEqual([{ kind: 'text', text: 'Some words.', mediaType: 'text/plain' }]);
  });

  it('takes nothing from an empty drop', () => expect(incomingsOf({ files: [], text: ' \n' })).toEqual([]));
});

describe('isBareLink', () => {
  it.each([['https://example.org/a', true], [' http://example.org ', true], ['See https://example.org', false], ['https://a.example https://b.example', false], ['', false]])('%j: %s', (text, expected) => {
    expect(isBareLink(text)).toBe(expected);
  });
});
