import { foldText, normaliseLine } from '../../base/text.ts';
import type { Paragraph } from './paragraphs.ts';
import type { PdfOutlineEntry } from './pdf-file.ts';

/** Larger than the text by this, and a paragraph is a heading. */
const LARGER = 1.12;
const LENGTH_LIMIT = 250;
const DEEPEST = 6;
/** Titles that programs make up. */
const MADE_UP = /^(?:untitled|microsoft (?:word|powerpoint)\b|powerpoint presentation|slide \d|document\d*$|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|ps|rtf|odt|html?)$|https?:)/i;

export const sameText = (text: string) => foldText(normaliseLine(text)).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** A title that somebody gave the file; null for none, and for one that a program made up. */
export function givenTitle(title: string | null): string | null {
  const line = normaliseLine(title ?? '');
  return line === '' || MADE_UP.test(line) ? null : line;
}

/** A paragraph with its text, as it is judged. */
export type Judged = { readonly paragraph: Paragraph; readonly text: string };

/** What tells headings: the file's own outline, and sizes larger than the text's. */
export type HeadingRules = { levelOf(judged: Judged): number | null };

/** Answers the level of a heading, 1 to 6, and null for what is none. `bodySize` is that of most of the text. */
export function makeHeadingRules(all: readonly Judged[], { outline, bodySize }: { outline: readonly PdfOutlineEntry[]; bodySize: number }): HeadingRules {
  const isLarge = ({ paragraph, text }: Judged) => paragraph.size > bodySize * LARGER && text.length <= LENGTH_LIMIT && /\p{L}/u.test(text);
  const sizes = [...new Set(all.filter(isLarge).map(({ paragraph }) => Math.round(paragraph.size)))].sort((a, b) => b - a);
  const entries = new Map(outline.map(({ page, title, depth }) => [`${page} ${sameText(title)}`, depth]));
  return {
    levelOf(judged) {
      const depth = entries.get(`${judged.paragraph.lines[0]?.page ?? 0} ${sameText(judged.text)}`);
      if (depth !== undefined) return Math.min(DEEPEST, depth + 1);
      return isLarge(judged) ? Math.min(DEEPEST, sizes.indexOf(Math.round(judged.paragraph.size)) + 1) : null;
    },
  };
}
