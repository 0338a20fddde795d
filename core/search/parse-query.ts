import type { SearchHint } from '../base/search-hint.ts';
import { parseField } from './parse-field.ts';
import { inColumns, isEmptyQuery, QUERY_LENGTH_LIMIT, type Query, type SearchColumn, type Wanted, type Words } from './query.ts';
import { readSigns, type Sign } from './query-signs.ts';
import { isUnspaced, tokenise } from './tokens.ts';

/** A query as it is understood, and where it was not taken as written, the first thing to say of that. */
export type ParsedQuery = { readonly query: Query; readonly hint: SearchHint | null };

const DEPTH_LIMIT = 12;
const nothing: Query = { kind: 'and', parts: [] };

type Reader = { readonly signs: readonly Sign[]; at: number; readonly hints: SearchHint[]; readonly isTyping: boolean };

/** One of several, or the only one, or nothing. */
function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [first] = parts;
  return parts.length === 1 && first ? first : parts.length === 0 ? nothing : { kind, parts };
}

/** The words of a text, one after another; null where there are none. */
function wordsOf(text: string, isPrefix: boolean): Words | null {
  const terms = tokenise(text).map((token) => token.term);
  // Words that are not spaced may be cut otherwise within a sentence, so the end of one is left open.
  return terms.length === 0 ? null : { kind: 'words', terms, isPrefix: isPrefix || isUnspaced(text), columns: null };
}

function parseText(reader: Reader, sign: Extract<Sign, { kind: 'text' }>): Query {
  const isLast = reader.at === reader.signs.length;
  const isBegun = reader.isTyping && isLast && !sign.isQuoted && /[\p{L}\p{N}\p{M}]$/u.test(sign.text);
  return wordsOf(sign.text, sign.isPrefix || isBegun) ?? nothing;
}

function parseNearGroup(sign: Extract<Sign, { kind: 'near-group' }>): Query {
  const parts = readSigns(sign.inside).signs.flatMap((inner) => (inner.kind === 'text' ? (wordsOf(inner.text, inner.isPrefix) ?? []) : []));
  return nearOf(parts, sign.distance);
}

function nearOf(parts: readonly Words[], distance: number): Query {
  return parts.length > 1 ? { kind: 'near', parts, distance, columns: null } : joined('and', parts);
}

/** What may stand beside NEAR: words, or a row of them that NEAR joined already. */
const isWanted = (query: Query): query is Wanted => query.kind === 'words' || query.kind === 'near';
const partsOf = (wanted: Wanted) => (wanted.kind === 'near' ? wanted.parts : [wanted]);

/** The next thing that is neither an operator nor a closing parenthesis; null at the end of the group. */
function parseOne(reader: Reader, depth: number, scopes: SearchColumn[]): Query | null {
  const sign = reader.signs[reader.at];
  if (!sign || sign.kind === 'close' || sign.kind === 'or') return null;
  reader.at += 1;
  switch (sign.kind) {
    case 'text': return parseText(reader, sign);
    case 'near-group': return parseNearGroup(sign);
    case 'open': return parseGroup(reader, depth + 1);
    case 'field': {
      const meaning = parseField(sign.field, sign.value);
      if (meaning.kind === 'scope') scopes.push(meaning.column);
      if (meaning.kind === 'nothing') reader.hints.push(meaning.hint);
      return meaning.kind === 'query' ? meaning.query : nothing;
    }
    case 'not': {
      const part = parseOne(reader, depth, scopes);
      if (!part) reader.hints.push({ kind: 'operator-alone', operator: sign.written });
      if (!part || isEmptyQuery(part)) return nothing;
      return part.kind === 'not' ? part.part : { kind: 'not', part };
    }
    default:
      // An "AND" says what a space says; a "NEAR" without words before it says nothing.
      if (sign.kind === 'near') reader.hints.push({ kind: 'operator-alone', operator: sign.written });
      return nothing;
  }
}

/** Things side by side: all of them are wanted. */
function parseRow(reader: Reader, depth: number): Query {
  const parts: Query[] = [];
  const scopes: SearchColumn[] = [];
  for (let one = parseOne(reader, depth, scopes); one; one = parseOne(reader, depth, scopes)) {
    for (let near = reader.signs[reader.at]; near?.kind === 'near' && isWanted(one); near = reader.signs[reader.at]) {
      reader.at += 1;
      const next = parseOne(reader, depth, scopes);
      if (next && isWanted(next)) one = nearOf([...partsOf(one), ...partsOf(next)], near.distance);
      else {
        reader.hints.push({ kind: 'operator-alone', operator: near.written });
        if (next && !isEmptyQuery(next)) parts.push(next);
      }
    }
    if (!isEmptyQuery(one)) parts.push(one);
  }
  const row = joined('and', parts);
  return scopes.length > 0 ? inColumns(row, scopes) : row;
}

/** Rows with OR between them, up to the closing parenthesis. */
function parseGroup(reader: Reader, depth: number): Query {
  const rows: Query[] = [];
  if (depth > DEPTH_LIMIT) reader.hints.push({ kind: 'too-deep' });
  for (;;) {
    // Past the limit a parenthesis is read as if it were not there.
    const row: Query = depth > DEPTH_LIMIT ? (parseOne(reader, DEPTH_LIMIT, []) ?? nothing) : parseRow(reader, depth);
    if (!isEmptyQuery(row)) rows.push(row);
    const sign = reader.signs[reader.at];
    if (sign?.kind !== 'or') break;
    reader.at += 1;
    const next = reader.signs[reader.at];
    if (isEmptyQuery(row) || !next || next.kind === 'close' || next.kind === 'or') reader.hints.push({ kind: 'operator-alone', operator: sign.written });
  }
  if (depth > 0 && depth <= DEPTH_LIMIT) {
    if (reader.signs[reader.at]?.kind === 'close') reader.at += 1;
    else reader.hints.push({ kind: 'parenthesis-unmatched' });
  }
  return joined('or', rows);
}

/**
 * What a query means. One that can't be taken as written gets its nearest meaning and a hint; it is never an error.
 * While it is being typed, its last word may be the beginning of one.
 */
export function parseQuery(text: string, { isTyping = false }: { readonly isTyping?: boolean } = {}): ParsedQuery {
  const { signs, hints } = readSigns(text);
  const reader: Reader = { signs, at: 0, hints: [...hints], isTyping };
  const parts: Query[] = [];
  while (reader.at < signs.length) {
    const group = parseGroup(reader, 0);
    if (!isEmptyQuery(group)) parts.push(group);
    if (reader.at < signs.length) {
      reader.at += 1;
      reader.hints.push({ kind: 'parenthesis-unmatched' });
    }
  }
  const query = joined('and', parts);
  if (isEmptyQuery(query) && text.trim() !== '') reader.hints.push({ kind: 'no-words' });
  return { query, hint: reader.hints[0] ?? null };
}

/** The query that finds, once it is not being typed any more, what it found while it was: a last word that may go on says so. */
export function asTyped(text: string): string {
  const typed = text.trim();
  const meaning = (isTyping: boolean) => JSON.stringify(parseQuery(typed, { isTyping }).query);
  return meaning(true) === meaning(false) || typed.length >= QUERY_LENGTH_LIMIT ? typed : `${typed}*`;
}
