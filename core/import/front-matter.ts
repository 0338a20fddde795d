import { normaliseLine } from '../base/text.ts';
import { isSafeLink } from '../article/blocks.ts';
import { type FoundDetails, nothingFound } from './found-article.ts';
import { findDate } from './published.ts';

/** What a front matter says, its lines that say nothing of the details, and the text behind it. */
export type FrontMatter = { readonly found: FoundDetails; readonly unread: string; readonly body: string };

type Entry = { readonly key: string; readonly values: readonly string[]; readonly lines: readonly string[] };

const LINE_LIMIT = 200;
const FENCE = /^---[ \t]*$/;
const KEY_LINE = /^([\p{L}_][\p{L}\p{N}_. -]{0,60}):(?:\s+(.*))?$/u;
const ITEM_LINE = /^\s*-\s+(.*)$/;

const unquote = (value: string) => normaliseLine(value).replace(/^"(.*)"$|^'(.*)'$/, (_, double?: string, single?: string) => double?.replaceAll('\\"', '"') ?? single?.replaceAll("''", "'") ?? '');
const readList = (value: string) => (/^\[.*\]$/.test(value) ? value.slice(1, -1).split(',') : [value]).map(unquote).filter((each) => each !== '');

/** The entries between the fences; null when a line is none: then the fences are rules and the text is not a front matter. */
function readEntries(lines: readonly string[]): readonly Entry[] | null {
  const entries: Entry[] = [];
  for (const line of lines) {
    const [, key, value] = KEY_LINE.exec(line) ?? [];
    const item = ITEM_LINE.exec(line)?.[1];
    const last = entries.at(-1);
    if (key !== undefined) entries.push({ key: key.trim().toLowerCase(), values: readList((value ?? '').trim()), lines: [line] });
    else if (last && (item !== undefined || /^\s/.test(line))) entries[entries.length - 1] = { ...last, values: [...last.values, ...(item === undefined ? [] : readList(item.trim()))], lines: [...last.lines, line] };
    else if (line.trim() !== '' && !line.startsWith('#')) return null;
  }
  return entries;
}

const fields: readonly { readonly keys: readonly string[]; readonly read: (values: readonly string[]) => Partial<FoundDetails> | null }[] = [
  { keys: ['title'], read: ([title]) => (title ? { title } : null) },
  { keys: ['label', 'kicker'], read: ([label]) => (label ? { label } : null) },
  { keys: ['dek', 'subtitle', 'description'], read: ([dek]) => (dek ? { dek } : null) },
  { keys: ['author', 'authors', 'byline', 'by', 'creator'], read: (values) => (values.length > 0 ? { byline: values.join(', ') } : null) },
  { keys: ['source', 'site', 'publication', 'publisher', 'url', 'link', 'canonical'], read: ([value]) => (value && isSafeLink(value) ? { url: value } : value ? { source: value } : null) },
  { keys: ['published', 'date', 'pubdate', 'publisheddate'], read: ([value]) => { const published = findDate(value ?? ''); return published ? { published } : null; } },
  { keys: ['language', 'lang'], read: ([value]) => (value && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(value) ? { language: value } : null) },
];

/** Reads simple YAML at the head of a text: "key: value" and lists. */
export function readFrontMatter(text: string): FrontMatter {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const end = lines.slice(1, LINE_LIMIT).findIndex((line) => FENCE.test(line)) + 1;
  const entries = FENCE.test(lines[0] ?? '') && end > 1 ? readEntries(lines.slice(1, end)) : null;
  if (!entries) return { found: nothingFound, unread: '', body: text };
  let found = nothingFound;
  const unread: string[] = [];
  for (const { key, values, lines: own } of entries) {
    const read = fields.find(({ keys }) => keys.includes(key))?.read(values) ?? null;
    // The first to say something is believed; a second is kept with what was not read.
    const isNew = read && Object.keys(read).every((name) => Object.entries(found).some(([known, value]) => known === name && value === null));
    if (isNew) found = { ...found, ...read };
    else unread.push(...own);
  }
  return { found, unread: unread.join('\n').trim(), body: lines.slice(end + 1).join('\n') };
}
