import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHeader, mimeLimits, type MimePart, parseMime, readParameters } from './mime.ts';

const parse = (text: string): MimePart => {
  const part = parseMime(Buffer.from(text, 'latin1'));
  if ('over' in part) throw new Error(part.over);
  return part;
};
const bodyOf = (part: MimePart | undefined) => Buffer.from(part?.body() ?? []).toString('utf8');

describe('parseMime', () => {
  it('reads headers that go on on the next line, the first of each name', () => expect(parse('Subject: one\r\n two\r\nSUBJECT: three\r\n\r\nText').headers.get('subject')).toBe('one two'));

  it('reads parts in parts, and what stands before and behind them for nothing', () => {
    const part = parse('Content-Type: multipart/mixed; boundary=a\n\nbefore\n--a\nContent-Type: multipart/alternative; boundary="b c"\n\n--b c\n\none\n--b c\nContent-Type: text/html\n\ntwo\n--b c--\n--a\n\nthree\n--a--\nbehind');
    expect(part.parts.map((each) => each.type)).toEqual(['multipart/alternative', 'text/plain']);
    expect(part.parts[0]?.parts.map((each) => [each.type, bodyOf(each)])).toEqual([['text/plain', 'one'], ['text/html', 'two']]);
    expect(bodyOf(part.parts[1])).toBe('three');
  });

  it('takes a longer boundary that begins alike for another', () => expect(parse('Content-Type: multipart/mixed; boundary=a\n\n--a\n\none\n--ab\ntwo\n--a--').parts.map(bodyOf)).toEqual(['one\n--ab\ntwo']));

  it.each([
    ['base64', 'Q2Fmw6k=\r\n', 'Café'],
    ['quoted-printable', 'Caf=C3=A9 =\r\nau lait =3D =ZZ', 'Café au lait = =ZZ'],
    ['8bit', 'plain', 'plain'],
    ['unheard-of', 'plain', 'plain'],
  ])('decodes a body in %s', (encoding, body, text) => expect(bodyOf(parse(`Content-Transfer-Encoding: ${encoding}\r\n\r\n${body}`))).toBe(text));

  it('answers the limit that hostile messages go over', () => {
    const nested = Array.from({ length: 100 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}x\n\n--b${index}x\n`).join('');
    expect(parseMime(Buffer.from(nested))).toEqual({ over: 'depth' });
    expect(parseMime(Buffer.from(`Content-Type: multipart/mixed; boundary=a\n\n${'--a\n\n\n'.repeat(mimeLimits.parts + 1)}`))).toEqual({ over: 'parts' });
    expect(parseMime(Buffer.from(`X: ${'y'.repeat(mimeLimits.headerLength)}`))).toEqual({ over: 'headerLength' });
  });

  it('ends on messages made to keep it busy', () => {
    const hostile = ['Content-Type: multipart/mixed; boundary=-\n\n' + '--'.repeat(500_000), 'Content-Type: multipart/mixed; boundary=""\n\n' + '--\n'.repeat(100_000), `Content-Type: text/html${'; a="'.repeat(20_000)}\n\n`, `Subject: ${'=?utf-8?q?'.repeat(10_000)}\n\n`, '\n'.repeat(500_000), ' \n'.repeat(100_000)];
    for (const text of hostile) expect(() => parseMime(Buffer.from(text))).not.toThrow();
    expect(decodeHeader('=?utf-8?q?'.repeat(10_000))).toContain('=?');
  });

  it('never throws, whatever the bytes', () => {
    const piece = fc.constantFrom('--a', '--a--', '\n', '\r\n', '\n\n', 'Content-Type: multipart/mixed; boundary=a', 'Content-Type: text/html; charset="x', 'Content-Transfer-Encoding: base64', '=3', '=?utf-8?b?', '?=', ': ', '\0', '\xff');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const part = parseMime(Buffer.from(pieces.join(''), 'latin1'));
      if (!('over' in part)) for (const each of [part, ...part.parts]) each.body();
    }), { numRuns: 500 });
  });
});

describe('readParameters', () => {
  it('reads quoted, continued and encoded ones', () => {
    expect(Object.fromEntries(readParameters('attachment; filename*0*=UTF-8\'\'caf%C3%A9; filename*1=" two.pdf"; size=3').parameters)).toEqual({ filename: 'café two.pdf', size: '3' });
    expect(readParameters('Text/HTML ; Charset="a\\"b"')).toEqual({ first: 'text/html', parameters: new Map([['charset', 'a"b']]) });
  });
});

describe('decodeHeader', () => {
  it.each([
    ['=?utf-8?B?Q2Fmw6k=?=', 'Café'],
    ['=?iso-8859-1?Q?Caf=E9_au?= =?utf-8*de?q?_lait?= now', 'Café au lait now'],
    ['=?x-unknown?q?Caf=E9?=', 'Café'],
    [Buffer.from('Café').toString('latin1'), 'Café'],
    ['a =?broken b', 'a =?broken b'],
  ])('reads %s', (value, text) => expect(decodeHeader(value)).toBe(text));
});
