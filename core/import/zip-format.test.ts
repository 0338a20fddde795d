import { describe, expect, it } from 'vitest';
import { findZipFormat } from './zip-format.ts';

const zip = (first: string, directory: string) => Uint8Array.from(`PK\u0003\u0004${'\0'.repeat(26)}${first}${'x'.repeat(100)}PK\u0001\u0002${directory}`, (character) => character.charCodeAt(0));

describe('findZipFormat', () => {
  it.each([
    ['says so first, as an EPUB must', zip('mimetypeapplication/epub+zip', 'mimetype'), 'epub'],
    ['says so first, as a text of OpenDocument must', zip('mimetypeapplication/vnd.oasis.opendocument.text', 'mimetype'), 'odt'],
    ['has the parts of a Word document', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['has the container of an EPUB, though it doesn’t say so first', zip('a.xhtml', 'META-INF/container.xml'), 'epub'],
    ['has neither', zip('a.csv', 'a.csv'), null],
    ['is a table of OpenDocument', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'content.xml'), null],
  ])('tells an archive that %s', (_, bytes, expected) => expect(findZipFormat(bytes)).toBe(expected));
});
