import { statuses } from '../article/article.ts';
import type { SearchHint } from '../base/search-hint.ts';
import { colours } from '../highlight/colour.ts';
import type { Query, SearchColumn } from './query.ts';
import { tokenise } from './tokens.ts';

const scopes: Readonly<Record<string, SearchColumn>> = { title: 'title', text: 'text', quote: 'quotes', quotes: 'quotes', note: 'notes', notes: 'notes', summary: 'summary' };
const things = ['note', 'highlight', 'summary', 'tag', 'review'] as const;

/** What a field means: something to find, or where the words beside it are to be found. */
export type FieldMeaning =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'scope'; readonly column: SearchColumn }
  | { readonly kind: 'nothing'; readonly hint: SearchHint };

const asQuery = (query: Query): FieldMeaning => ({ kind: 'query', query });

/** The digits of a date of any precision; null for what is none. */
function dateDigits(value: string): string | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?$/.exec(value);
  if (!match) return null;
  const [, year = '', month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return null;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('');
}

/** One of the known values that the typed one is, or begins as no other does; so "arch" is "archive" and "notes" is "note". */
function knownValue<T extends string>(known: readonly T[], value: string): T | null {
  const typed = value.toLowerCase().replace(/^gray$/, 'grey');
  const near = known.filter((each) => each === typed || `${each}s` === typed || each.startsWith(typed));
  return known.find((each) => each === typed) ?? (near.length === 1 ? (near[0] ?? null) : null);
}

/** What a field with its value means. */
export function parseField(field: string, value: string): FieldMeaning {
  if (value === '') return { kind: 'nothing', hint: { kind: 'value-missing', field } };
  const unknown = (known: readonly string[]): FieldMeaning => ({ kind: 'nothing', hint: { kind: 'value-unknown', field, value, known } });
  switch (field) {
    case 'tag':
    case 'collection':
      return asQuery({ kind: field, name: value });
    case 'source':
    case 'author': {
      const terms = tokenise(value).map((token) => token.term);
      return terms.length > 0 ? asQuery({ kind: 'words', terms, isPrefix: /[^*]\*$/.test(value), columns: [field] }) : { kind: 'nothing', hint: { kind: 'value-missing', field } };
    }
    case 'status': {
      const known = [...statuses, 'bin'] as const;
      const status = knownValue(known, value);
      return status ? asQuery({ kind: 'status', status }) : unknown(known);
    }
    case 'colour': {
      const colour = knownValue(colours, value);
      return colour ? asQuery({ kind: 'colour', colour }) : unknown(colours);
    }
    case 'has': {
      const what = knownValue(things, value);
      return what ? asQuery({ kind: 'has', what }) : unknown(things);
    }
    case 'in': {
      const column = Object.hasOwn(scopes, value.toLowerCase()) ? scopes[value.toLowerCase()] : undefined;
      return column ? { kind: 'scope', column } : unknown(['title', 'text', 'notes', 'quotes', 'summary']);
    }
    default: {
      const digits = dateDigits(value);
      const is = field === 'before' || field === 'after' ? field : 'on';
      return digits ? asQuery({ kind: 'date', is, digits }) : { kind: 'nothing', hint: { kind: 'date-unknown', field, value } };
    }
  }
}
