import { type Article, createArticle, statuses } from '../../article/article.ts';
import { createArticleId, createHighlightId, createTagId, type HighlightId, type TagId } from '../../base/ids.ts';
import type { Stamp } from '../../base/register.ts';
import { colours } from '../../highlight/colour.ts';
import { createHighlight } from '../../highlight/highlight.ts';
import { type ArticleEdit, editArticle } from '../edit.ts';
import { mergeArticles } from '../merge.ts';
import { reviseArticle } from '../revise.ts';

const bytes = (seed: number) => Uint8Array.from({ length: 10 }, (_, index) => (seed * 37 + index * 11) & 255);
const now = '2026-01-01T00:00:00.000Z';
const hash = 'a'.repeat(64);
export const highlightIds: readonly HighlightId[] = [1, 2, 3].map((seed) => createHighlightId(seed, bytes(seed)));
export const tagIds: readonly TagId[] = [1, 2].map((seed) => createTagId(seed, bytes(seed + 50)));

/** No two are made of the same words at the same moment. */
export const makeHighlight = (id: HighlightId, note = '') =>
  createHighlight({ anchor: { start: 4 + highlightIds.indexOf(id), end: 12 + highlightIds.indexOf(id), exact: 'alliance', prefix: 'the ', suffix: ' of' }, colour: 'yellow', note, tags: tagIds.slice(0, 1) }, { id, now });

/** The article that every copy began as: two highlights, written by a Lectern that kept no revisions. */
export const firstArticle: Article = {
  ...createArticle(
    {
      title: 'Two navies', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 10, content: hash,
      original: { sha256: hash, extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
    },
    { id: createArticleId(1, bytes(9)), now },
  ),
  highlights: highlightIds.slice(0, 2).map((id) => makeHighlight(id, 'first')),
};

/** One step of a random history: an edit of one copy, or one copy taking in another. Numbers choose from what there is. */
export type Step =
  | { readonly kind: 'note' | 'colour' | 'tag' | 'remove' | 'put' | 'summary' | 'status' | 'bin' | 'aside'; readonly copy: number; readonly which: number; readonly choice: number }
  | { readonly kind: 'take-in'; readonly copy: number; readonly from: number };

/** An edit of one field as the model of a history knows it: its value, all edits that whoever made it knew, and whether the article was in the bin after it. */
export type Written = { readonly id: number; readonly field: string; readonly value: unknown; readonly known: ReadonlySet<number>; readonly isInBin: boolean };
/** A copy of the article, and the ids of all edits that it holds. */
export type Copy = { readonly article: Article; readonly known: ReadonlySet<number> };

function editOf(step: Exclude<Step, { kind: 'take-in' }>, article: Article, count: number): ArticleEdit | null {
  const { which, choice, kind } = step;
  const articleId = article.id;
  const highlightId = highlightIds[which % highlightIds.length] ?? highlightIds[0];
  const tagId = tagIds[choice % tagIds.length] ?? tagIds[0];
  if (!highlightId || !tagId) return null;
  const highlight = article.highlights.find((each) => each.id === highlightId);
  const text = choice === 0 ? '' : `text ${count}`;
  switch (kind) {
    case 'summary': return { kind: 'summarise-article', articleId, summary: text };
    case 'status': return { kind: 'set-status', articleId, status: statuses[choice % statuses.length] ?? 'inbox' };
    case 'bin': return { kind: 'bin-article', articleId, isBinned: article.binnedAt === null };
    case 'aside': return { kind: 'put-back', articleId, asideId: 'a/1', isPutBack: !article.putBack.includes('a/1') };
    case 'put': {
      const removed = article.removed?.find((each) => each.id === highlightId);
      // Ids are made by chance, so no two copies ever make the same one.
      const isOurs = removed !== undefined || step.copy === 0;
      return highlight || !isOurs ? null : { kind: 'add-highlight', articleId, highlight: { ...(removed ?? makeHighlight(highlightId, 'first')), tags: [tagId] } };
    }
    default: break;
  }
  if (!highlight) return null;
  switch (kind) {
    case 'note': return { kind: 'note-highlight', articleId, highlightId, note: text };
    case 'colour': return { kind: 'colour-highlight', articleId, highlightId, colour: colours[choice % colours.length] ?? 'yellow' };
    case 'tag': return { kind: 'tag-highlight', articleId, highlightId, tags: highlight.tags.includes(tagId) ? highlight.tags.filter((tag) => tag !== tagId) : [...highlight.tags, tagId] };
    case 'remove': return { kind: 'remove-highlight', articleId, highlightId };
    default: return null;
  }
}

/** Every field of an article by a name of our own: what the model compares. Absent members of sets are not there. */
export function fieldsIn(article: Article): ReadonlyMap<string, unknown> {
  const { summary, status, binnedAt, putBack, highlights } = article;
  return new Map<string, unknown>([
    ['summary', summary], ['status', status], ['binnedAt', binnedAt], ...putBack.map((id): [string, unknown] => [`aside ${id}`, true]),
    ...highlights.flatMap(({ id, note, colour, tags }): [string, unknown][] => [[`${id} note`, note], [`${id} colour`, colour], ...tags.map((tag): [string, unknown] => [`${id} tag ${tag}`, true])]),
  ]);
}

/** What an edit has written, told from the article before and after it. A highlight that comes back is written as "… there". */
function writtenBy(old: Article, next: Article): readonly (readonly [string, unknown])[] {
  const [was, is] = [fieldsIn(old), fieldsIn(next)];
  const gone = old.highlights.filter((each) => !next.highlights.some(({ id }) => id === each.id)).map(({ id }) => id);
  if (gone.length > 0) return gone.map((id) => [`${id} removed`, null] as const);
  const shadow = new Map([...fieldsIn({ ...old, highlights: old.removed ?? [] })].filter(([field]) => !was.has(field) && next.highlights.some(({ id }) => field.startsWith(id))));
  const back = next.highlights.filter(({ id }) => old.removed?.some((each) => each.id === id)).map(({ id }) => [`${id} there`, true] as const);
  const before = new Map([...was, ...shadow]);
  const changed = [...new Set([...before.keys(), ...is.keys()])].filter((field) => before.get(field) !== is.get(field));
  return [...back, ...changed.map((field) => [field, is.has(field) ? is.get(field) : false] as const)];
}

/** Plays a history on so many copies of the first article, and keeps beside them a plain record of who knew what when they wrote. */
export function play(steps: readonly Step[], copyCount: number): { copies: readonly Copy[]; log: readonly Written[] } {
  const log: Written[] = [...fieldsIn(firstArticle)].map(([field, value], id) => ({ id, field, value, known: new Set(), isInBin: false }));
  const first = new Set(log.map(({ id }) => id));
  const copies: Copy[] = Array.from({ length: copyCount }, () => ({ article: firstArticle, known: first }));
  let count = 0;
  for (const step of steps) {
    const index = step.copy % copyCount;
    const copy = copies[index];
    if (!copy) continue;
    if (step.kind === 'take-in') {
      const other = copies[step.from % copyCount];
      if (other) copies[index] = { article: mergeArticles(copy.article, other.article).merged, known: new Set([...copy.known, ...other.known]) };
      continue;
    }
    const stamp: Stamp = { session: `session000${index}`, count: (count += 1) };
    const edit = editOf(step, copy.article, count);
    const edited = edit && editArticle(copy.article, edit, now);
    if (!edited?.ok) continue;
    const next = reviseArticle(copy.article, edited.value.next, stamp);
    const made = writtenBy(copy.article, next).map(([field, value], place): Written => ({ id: log.length + place, field, value, known: copy.known, isInBin: next.binnedAt !== null }));
    log.push(...made);
    copies[index] = { article: next, known: new Set([...copy.known, ...made.map(({ id }) => id)]) };
  }
  return { copies, log };
}
