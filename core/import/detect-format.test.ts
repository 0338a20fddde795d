import { describe, expect, it } from 'vitest';
import { checkBytes, detectFormat } from './detect-format.ts';
import type { Source } from './source.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const file = (name: string, content: string): Source => ({ name, bytes: bytesOf(content), origin: 'file', mediaType: null });
const paste = (mediaType: string, content: string): Source => ({ name: 'Pasted text', bytes: bytesOf(content), origin: 'paste', mediaType });

describe('detectFormat', () => {
  it.each([
    ['a.txt', 'text', 'plain-text'],
    ['A.TXT', '# A\n\n**b** [c](https://e.com)', 'plain-text'],
    ['a.md', 'text', 'markdown'],
    ['a.htm', 'text', 'html'],
    ['saved.txt', '<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html><p>x', 'html'],
    ['notes', 'text', 'plain-text'],
    ['Notes v1.2', 'text', 'plain-text'],
    ['-', '# A\n\n**b** c', 'markdown'],
    ['notes', '<html lang=en><p>x', 'html'],
  ])('takes %s holding “%s” for %s', (name, content, format) => expect(detectFormat(file(name, content), content)).toEqual({ ok: true, value: format }));

  it.each([
    ['text/html', 'plain words', 'html'],
    ['text/plain', '<html> is a tag', 'plain-text'],
    ['text/plain', '---\ntitle: x\n---\ntext', 'markdown'],
    ['text/plain; charset=utf-8', 'text', 'plain-text'],
  ])('takes a paste of %s holding “%s” for %s', (mediaType, content, format) => expect(detectFormat(paste(mediaType, content), content)).toEqual({ ok: true, value: format }));

  it.each(['a.json', 'a.csv', 'a.xyz'])('has no reader for the text %s', (name) => expect(detectFormat(file(name, 'text'), 'text')).toEqual({ ok: false, fault: { code: 'format-unsupported', name } }));

  it('takes white space for nothing', () => expect(detectFormat(file('a.txt', ' \n\t '), ' \n\t ')).toEqual({ ok: false, fault: { code: 'file-empty', name: 'a.txt' } }));
});

describe('checkBytes', () => {
  it.each([
    ['nothing', 'a.txt', '', 'file-empty'],
    ['zeros named .txt', 'a.txt', 'text\0text', 'file-binary'],
    ['control characters named .md', 'a.md', '\x01\x02\x03abc', 'file-binary'],
    ['a PDF named .txt', 'a.txt', '%PDF-1.7 text', 'file-binary'],
    ['an old Word document', 'a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'format-unsupported'],
    ['a ZIP', 'data.zip', 'PK\x03\x04rest', 'format-unsupported'],
    ['a ZIP that is no book', 'book.epub', 'PK\x03\x04rest', 'file-damaged'],
    ['rich text', 'a.rtf', '{\\rtf1 text}', 'format-unsupported'],
    ['an image without an extension', 'image', '\x89PNG\r\n\x1a\n\0\0', 'format-unsupported'],
  ])('refuses %s', (_, name, content, code) => expect(checkBytes(file(name, content))).toEqual({ ok: false, fault: { code, name } }));

  it('lets UTF-16 with its mark and text with escapes pass', () => {
    expect(checkBytes(file('a.txt', '\xff\xfea\0b\0'))).toEqual({ ok: true, value: undefined });
    expect(checkBytes(file('a.txt', 'a\x1b[1mb\f\r\n\t'))).toEqual({ ok: true, value: undefined });
  });
});
