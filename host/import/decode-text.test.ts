import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  it.each([
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), null, 'é', 'utf-8'],
    ['UTF-16 LE with its mark', bytes(0xff, 0xfe, 0xe9, 0x00), null, 'é', 'utf-16le'],
    ['UTF-16 BE with its mark', bytes(0xfe, 0xff, 0x00, 0xe9), null, 'é', 'utf-16be'],
    ['plain UTF-8', Buffer.from('Élan — 中国'), null, 'Élan — 中国', 'utf-8'],
    ['bytes that are not UTF-8 as windows-1252', latin1('\x93caf\xe9\x94 \x80 5'), null, '“café” € 5', 'windows-1252'],
    ['bytes that no encoding defines', bytes(0x81, 0xe9), null, '\u0081é', 'windows-1252'],
    ['the charset of a media type', bytes(0xcf, 0xf0, 0xe8), 'text/plain; charset="windows-1251"', 'При', 'windows-1251'],
    ['a charset that does not fit its bytes', latin1('caf\xe9'), 'text/plain; charset=utf-8', 'café', 'windows-1252'],
    ['a charset that nobody knows', Buffer.from('café'), 'text/plain; charset=x-unheard-of', 'café', 'utf-8'],
  ])('reads %s', (_, given, mediaType, text, encoding) => expect(decodeText(given, mediaType)).toEqual({ text, encoding }));

  it.each([
    ['<meta charset=windows-1251>', [0xcf, 0xf0], 'Пр', 'windows-1251'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', [0x93, 0xfa, 0x96, 0x7b], '日本', 'shift_jis'],
    ['<META CHARSET="ISO-8859-8">', [0xf9], 'ש', 'iso-8859-8'],
    ['<?xml version="1.0" encoding="gb18030"?>', [0xd6, 0xd0], '中', 'gb18030'],
    ['<meta charset="utf-16">', [0xc3, 0xa9], 'é', 'utf-8'],
  ])('follows %s', (head, tail, text, encoding) => {
    expect(decodeText(Buffer.concat([latin1(head), Uint8Array.from(tail)]), null)).toEqual({ text: head + text, encoding });
  });
});
