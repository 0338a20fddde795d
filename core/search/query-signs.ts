import type { SearchHint } from '../base/search-hint.ts';

/** A piece of a query as written. */
export type Sign =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not'; readonly written: string }
  | { readonly kind: 'near'; readonly written: string; readonly distance: number }
  | { readonly kind: 'near-group'; readonly inside: string; readonly distance: number }
  | { readonly kind: 'field'; readonly field: string; readonly value: string }
  | { readonly kind: 'text'; readonly text: string; readonly isQuoted: boolean; readonly isPrefix: boolean };

export const DEFAULT_DISTANCE = 10;

const fields: readonly string[] = ['tag', 'collection', 'author', 'source', 'status', 'colour', 'color', 'in', 'before', 'after', 'on', 'has'];
const PIECES = [
  ['space', /\s+/y],
  ['near-group', /NEAR\(([^()]*?)(?:,\s*(\d{1,4})\s*)?(\)|$)/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['not', /-(?=[^\s)-])/y],
  ['field', /(\p{L}+):(?:"([^"]*)("|$)|([^\s()"]*))/uy],
  ['quoted', /"([^"]*)("|$)(\*?)/y],
  ['word', /[^\s()"]+/y],
] as const;
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };

function wordSign(written: string): Sign {
  const operator = Object.hasOwn(operators, written) ? operators[written] : undefined;
  if (operator) return { kind: operator, written };
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(written);
  if (near) return { kind: 'near', written, distance: Number(near[1] ?? DEFAULT_DISTANCE) };
  return { kind: 'text', text: written, isQuoted: false, isPrefix: /[^*]\*$/.test(written) };
}

type Read = { readonly sign: Sign; readonly hint: SearchHint | null };

function readPiece(name: (typeof PIECES)[number][0], match: RegExpExecArray): Read | null {
  const [written, first = '', second, third, fourth] = match;
  switch (name) {
    case 'space':
      return null;
    case 'near-group':
      return { sign: { kind: 'near-group', inside: first, distance: Number(second ?? DEFAULT_DISTANCE) }, hint: third === ')' ? null : { kind: 'parenthesis-unmatched' } };
    case 'field': {
      const field = first.toLowerCase();
      const isUnclosed = second !== undefined && third === '';
      if (fields.includes(field)) return { sign: { kind: 'field', field: field === 'color' ? 'colour' : field, value: (second ?? fourth ?? '').trim() }, hint: isUnclosed ? { kind: 'quote-unclosed' } : null };
      // "http://…" and "12:30" are words with signs between them; only what looks like a field that was meant is worth a hint.
      const value = second ?? fourth ?? '';
      return { sign: { kind: 'text', text: written, isQuoted: second !== undefined, isPrefix: second === undefined && /[^*]\*$/.test(written) }, hint: value === '' || value.startsWith('//') ? null : { kind: 'field-unknown', field: first } };
    }
    case 'quoted':
      return { sign: { kind: 'text', text: first, isQuoted: true, isPrefix: third === '*' }, hint: second === '' ? { kind: 'quote-unclosed' } : null };
    case 'word':
      return { sign: wordSign(written), hint: null };
    default:
      return { sign: { kind: name, written }, hint: null };
  }
}

/** Cuts a query into its pieces. Whatever is written, it is cut into something. */
export function readSigns(query: string): { readonly signs: readonly Sign[]; readonly hints: readonly SearchHint[] } {
  const text = query.replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"').replace(/(^|[\s(])[\u2212\u2013](?=\S)/g, '$1-');
  const signs: Sign[] = [];
  const hints: SearchHint[] = [];
  for (let at = 0; at < text.length;) {
    for (const [name, pattern] of PIECES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      at = pattern.lastIndex;
      const read = readPiece(name, match);
      if (read) signs.push(read.sign);
      if (read?.hint) hints.push(read.hint);
      break;
    }
  }
  return { signs, hints };
}
