import { foldText } from '../base/text.ts';

const EXTENSION = '.md';
/** Bytes of UTF-8 in a whole name. File systems take 255; the rest is left to the folders and tools around it. */
const BYTES_LIMIT = 200;

/** Names of devices, which Windows gives to no file whatever follows the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i;

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function takeWhileFits(parts: Iterable<string>, limit: number): string {
  let taken = '';
  let bytes = 0;
  for (const part of parts) {
    bytes += utf8Length(part);
    if (bytes > limit) break;
    taken += part;
  }
  return taken;
}

const trimEdges = (stem: string) => stem.replace(/^[\s.\-~]+|[\s.]+$/gu, '');

/** As much of a stem as fits, cut between the characters that a reader sees, or between code points where one alone is too long. */
function fit(stem: string, limit: number): string {
  if (utf8Length(stem) <= limit) return stem;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(stem);
  const cut = trimEdges(takeWhileFits((function* () { for (const { segment } of graphemes) yield segment; })(), limit));
  return cut === '' ? trimEdges(takeWhileFits(stem, limit)) : cut;
}

/** The title without what Windows, macOS, Linux or an Obsidian link can't have in a name. Never empty. */
function safeStem(title: string): string {
  const stem = title
    .toWellFormed()
    .normalize('NFC')
    // Directional controls can make a name look as if it ended otherwise.
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\ufffe\uffff]/gu, ' ')
    .replace(/\s*:\s+/gu, ' - ')
    .replace(/[\\/:|]/g, '-')
    .replace(/"/g, '\'')
    .replace(/[*?<>#^[\]]/g, ' ')
    .replace(/%{2,}/g, '%')
    .replace(/\s+/gu, ' ')
    .normalize('NFC');
  const trimmed = trimEdges(stem);
  if (trimmed === '') return 'Untitled';
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** The file name for a title: "Title.md", or "Title 2.md" for a `count` of 2. Any title has one. */
export function fileNameFor(title: string, count = 1): string {
  const suffix = `${count > 1 ? ` ${count}` : ''}${EXTENSION}`;
  return `${fit(safeStem(title), BYTES_LIMIT - utf8Length(suffix))}${suffix}`;
}

/** Equal for names that some file system may take for one: case, width and diacritics are folded. */
export function foldFileName(name: string): string {
  return foldText(name.toUpperCase());
}

/** The first of "Title.md", "Title 2.md", "Title 3.md" … that is not taken. `isTaken` is asked with folded names. */
export function freeFileName(title: string, isTaken: (folded: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = fileNameFor(title, count);
    if (!isTaken(foldFileName(name))) return name;
  }
}
