import { z } from 'zod';
import type { Status } from '../../article/article.ts';
import { type Block, isSafeLink } from '../../article/blocks.ts';
import { type FoundHighlight, nothingFound } from '../found-article.ts';
import { emptyHighlight, emptyReading, gather, type Reading, timeOf } from './reading.ts';
import type { Row } from './readwise.ts';

const linkOf = (address: string | null | undefined) => (address && isSafeLink(address) ? address : null);
const text = z.string().nullish();

/** True for a table as Pocket exported them. */
export const isPocketTable = (columns: readonly string[]) => columns.includes('time_added') && columns.includes('url') && columns.includes('status');

const pocketHighlights = z.array(z.looseObject({ url: z.string(), title: text, highlights: z.array(z.looseObject({ quote: z.string(), created_at: z.union([z.string(), z.number()]).nullish() })) }));

/** Pocket's tables of what was saved, and its files of what was highlighted there. */
export function fromPocket(rows: readonly Row[], annotations: readonly unknown[]): readonly Reading[] {
  const marked = annotations.flatMap((file) => pocketHighlights.safeParse(file).data ?? []);
  const highlightsOf = (url: string) => marked.filter((each) => each.url === url).flatMap(({ highlights }) => highlights.map((each): FoundHighlight => ({ ...emptyHighlight, quote: each.quote, createdAt: timeOf(each.created_at) })));
  const listed = rows.filter((row) => row['url']).map((row): Reading => ({
    ...emptyReading, found: { ...nothingFound, title: row['title'] || null, url: linkOf(row['url']) }, highlights: highlightsOf(row['url'] ?? ''),
    shelves: (row['tags'] ?? '').split('|').map((tag) => tag.trim()).filter((tag) => tag !== ''), status: row['status'] === 'archive' ? 'archive' : 'inbox', savedAt: timeOf(row['time_added']),
  }));
  const known = new Set(rows.map((row) => row['url']));
  const others = marked.filter(({ url }) => !known.has(url)).map((each): Reading => ({ ...emptyReading, found: { ...nothingFound, title: each.title ?? null, url: linkOf(each.url) }, highlights: highlightsOf(each.url) }));
  return [...listed, ...others];
}

/** True for the table that Instapaper exports. */
export const isInstapaperTable = (columns: readonly string[]) => columns.includes('url') && columns.includes('selection') && columns.includes('folder');

const instapaperStatus: Readonly<Record<string, Status>> = { unread: 'inbox', archive: 'archive', starred: 'inbox' };

function jsonList(value: string): readonly string[] {
  try {
    return z.array(z.string()).safeParse(JSON.parse(value)).data ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Instapaper's table: what was selected is a highlight; a folder of one's own is a shelf. */
export function fromInstapaper(rows: readonly Row[]): readonly Reading[] {
  return gather(rows.filter((row) => row['url']), (row) => row['url'] ?? '').map((own): Reading => {
    const [row = {}] = own;
    const folder = row['folder'] ?? '';
    const shelves = own.flatMap((each) => [...(instapaperStatus[(each['folder'] ?? '').toLowerCase()] === undefined && each['folder'] ? [each['folder']] : []), ...jsonList(each['tags'] ?? '')]);
    return {
      ...emptyReading, found: { ...nothingFound, title: row['title'] || null, url: linkOf(row['url']) }, shelves: [...new Set(shelves)], status: instapaperStatus[folder.toLowerCase()] ?? 'inbox', savedAt: timeOf(row['timestamp']),
      highlights: own.filter((each) => each['selection']).map((each): FoundHighlight => ({ ...emptyHighlight, quote: each['selection'] ?? '', createdAt: timeOf(each['timestamp']) })),
    };
  });
}

const omnivoreSchema = z.array(z.looseObject({
  slug: z.string(), title: text, description: text, author: text, url: text, state: text, labels: z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])).nullish(), savedAt: text, publishedAt: text,
}));

const QUOTED = /^>\s?/;
const LABELS = /^#\S/;

/** An article's file of highlights: a quote, its labels, its note, with empty lines between; what comes before the first quote is about the whole. */
function readHighlights(markdown: string, labels: readonly string[]): { readonly note: string; readonly highlights: readonly FoundHighlight[] } {
  const parts = markdown.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((part) => part.trim()).filter((part) => part !== '');
  const notes: string[] = [];
  const highlights: FoundHighlight[] = [];
  for (const part of parts) {
    const last = highlights.at(-1);
    if (QUOTED.test(part)) highlights.push({ ...emptyHighlight, quote: part.split('\n').map((line) => line.replace(QUOTED, '')).join('\n').trim() });
    else if (!last) notes.push(part);
    else if (LABELS.test(part) && last.tags.length === 0 && last.note === '') highlights[highlights.length - 1] = { ...last, tags: labelsIn(part, labels) };
    else highlights[highlights.length - 1] = { ...last, note: last.note === '' ? part : `${last.note}\n\n${part}` };
  }
  return { note: notes.join('\n\n'), highlights };
}

/** Labels are written one after another, spaces in them as they are: those that are known are taken whole. */
function labelsIn(line: string, known: readonly string[]): readonly string[] {
  const parts = line.split(/(?:^|\s)#/).map((part) => part.trim()).filter((part) => part !== '');
  return parts.map((part) => known.find((name) => name.toLowerCase() === part.toLowerCase()) ?? part);
}

/** Omnivore's export: lists of what was saved, with texts and files of highlights by slug. */
export function fromOmnivore(metadata: readonly unknown[], files: { readonly highlights: ReadonlyMap<string, string>; readonly texts: ReadonlyMap<string, readonly Block[]> }): readonly Reading[] {
  const items = metadata.flatMap((file) => omnivoreSchema.safeParse(file).data ?? []);
  const labels = [...new Set(items.flatMap((item) => item.labels ?? []))];
  return items.map((item): Reading => {
    const marked = readHighlights(files.highlights.get(item.slug) ?? '', labels);
    return {
      ...emptyReading, ...marked,
      found: { ...nothingFound, title: item.title ?? null, byline: item.author ?? null, dek: item.description ?? null, url: linkOf(item.url), published: timeOf(item.publishedAt) },
      text: files.texts.get(item.slug) ?? null, shelves: item.labels ?? [], status: item.state === 'Archived' ? 'archive' : 'inbox', savedAt: timeOf(item.savedAt),
    };
  });
}
