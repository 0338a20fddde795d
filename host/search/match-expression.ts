import type { Article } from '../../core/article/article.ts';
import { assertNever } from '../../core/base/never.ts';
import { isToReview } from '../../core/highlight/highlight.ts';
import type { Query, SearchColumn, Words } from '../../core/search/query.ts';
import { recordsMeant, tagsSaying } from '../../core/search/names-meant.ts';
import type { Tag } from '../../core/tag/tag.ts';

/** What an article has is indexed as words that no text can hold, in a column of their own: so that one expression says a whole query. */
const FACT = '\ue001';
type FactKind = 'all' | 'tag' | 'status' | 'colour' | 'has' | 'date';

const fact = (kind: FactKind, value = ''): string => `${FACT}${kind}${FACT}${value}`;
const dateDigitsOf = ({ published, importedAt }: Article): string => (published ?? importedAt).slice(0, 10).replace(/\D/g, '');

/** The facts of an article. Its date is the day of its publication, or where that is not known, of its import. */
export function factsOf(article: Article): readonly string[] {
  const { highlights, summary, status, binnedAt } = article;
  const tags = [...new Set(highlights.flatMap((highlight) => highlight.tags))];
  const has = [highlights.length > 0 && 'highlight', highlights.some(({ note }) => note.trim() !== '') && 'note', summary.trim() !== '' && 'summary', tags.length > 0 && 'tag', highlights.some(isToReview) && 'review'];
  return [
    fact('all'),
    ...tags.map((id) => fact('tag', id)),
    fact('status', binnedAt === null ? status : 'bin'),
    ...[...new Set(highlights.map(({ colour }) => colour))].map((colour) => fact('colour', colour)),
    ...has.filter((what) => what !== false).map((what) => fact('has', what)),
    fact('date', dateDigitsOf(article)),
  ];
}

const isFact = (kind: FactKind, value = ''): string => `facts : "${fact(kind, value)}"`;
const anyOf = (expressions: readonly string[]): string => (expressions.length === 0 ? isFact('tag', 'none') : `(${expressions.join(' OR ')})`);
const within = (columns: readonly SearchColumn[] | null, expression: string): string => (columns === null ? expression : `{${columns.join(' ')}} : ${expression}`);
const phrase = ({ terms, isPrefix }: Words): string => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`;

/** The dates before or after one of a year, a month or a day, as beginnings of their digits: at each place, those that are smaller or greater. */
function dateBeginnings(digits: string, isBefore: boolean): readonly string[] {
  return [...digits].flatMap((digit, place) => {
    const others = [...'0123456789'].filter((other) => (isBefore ? other < digit : other > digit));
    return others.map((other) => digits.slice(0, place) + other);
  });
}

function dateExpression({ is, digits }: Extract<Query, { kind: 'date' }>): string {
  const beginnings = is === 'on' ? [digits] : dateBeginnings(digits, is === 'before');
  return anyOf(beginnings.map((beginning) => `${isFact('date', beginning)} *`));
}

/** What a query says as an expression of FTS5's, the bin left aside. Words are found in the names of tags too, where no column is named. */
export function expressionOf(query: Query, tags: readonly Tag[]): string {
  switch (query.kind) {
    case 'words': {
      const named = query.columns === null ? tagsSaying(tags, query) : [];
      return anyOf([within(query.columns, phrase(query)), ...named.map((tag) => isFact('tag', tag.id))]);
    }
    case 'near': return within(query.columns, `NEAR(${query.parts.map(phrase).join(' ')}, ${query.distance})`);
    case 'tag': return anyOf(recordsMeant(tags, query.name).map((tag) => isFact('tag', tag.id)));
    // An index does not know of collections: who asks for one narrows what the rest of the query matches.
    case 'collection': return isFact('all');
    case 'status': return isFact('status', query.status);
    case 'colour': return isFact('colour', query.colour);
    case 'has': return isFact('has', query.what);
    case 'date': return dateExpression(query);
    case 'or': return anyOf(query.parts.map((part) => expressionOf(part, tags)));
    case 'not': return `(${isFact('all')} NOT ${expressionOf(query.part, tags)})`;
    case 'and': {
      const wanted = query.parts.flatMap((part) => (part.kind === 'not' ? [] : [expressionOf(part, tags)]));
      const unwanted = query.parts.flatMap((part) => (part.kind === 'not' ? [expressionOf(part.part, tags)] : []));
      const all = wanted.length === 0 ? isFact('all') : `(${wanted.join(' AND ')})`;
      return unwanted.length === 0 ? all : `(${all} NOT ${anyOf(unwanted)})`;
    }
    default: return assertNever(query);
  }
}

function asksForBin(query: Query): boolean {
  switch (query.kind) {
    case 'status': return query.status === 'bin';
    case 'and':
    case 'or': return query.parts.some(asksForBin);
    case 'not': return asksForBin(query.part);
    default: return false;
  }
}

/** A query as an expression of FTS5's. What is in the bin is found only by a query that speaks of it. */
export function matchExpression(query: Query, tags: readonly Tag[]): string {
  const expression = expressionOf(query, tags);
  return asksForBin(query) ? expression : `(${expression} NOT ${isFact('status', 'bin')})`;
}

/** True where single words, anywhere in an article, and what the article has say all of a query. */
export function isPlain(query: Query): boolean {
  switch (query.kind) {
    case 'words': return query.columns === null && query.terms.length === 1;
    case 'near': return false;
    case 'and':
    case 'or': return query.parts.every(isPlain);
    case 'not': return isPlain(query.part);
    default: return true;
  }
}
