import type { Range } from '../base/range.ts';
import { findAll } from './find-anchor.ts';

/** Quote marks and dashes that are taken for one another, each with its plain form. */
export const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u2018': "'", '\u2019': "'", '\u201a': "'", '\u201b': "'", '\u2032': "'",
  '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u201f': '"', '\u2033': '"', '\u00ab': '"', '\u00bb': '"',
  '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2212': '-',
};

/** The text with look-alike quote marks and dashes made plain and runs of white space as one space, and each character's old offset. */
function plainText(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  let plain = '';
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    const isSpace = /\s/.test(character);
    if (isSpace && plain.endsWith(' ')) continue;
    plain += isSpace ? ' ' : (LOOKALIKES[character] ?? character);
    offsets.push(offset);
  }
  return { plain, offsets };
}

/**
 * Every place of a quote as a person types it: exact places, and only where there are none,
 * those that differ in the shape of quote marks, dashes and white space. Case counts.
 */
export function findQuote(text: string, quote: string): readonly Range[] {
  const exact = findAll(text, quote);
  if (exact.length > 0) return exact;
  const wanted = plainText(quote.normalize('NFC').trim()).plain;
  const { plain, offsets } = plainText(text);
  return findAll(plain, wanted).map(({ start, end }) => ({ start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }));
}
