import { z } from 'zod';
import { type Article, detailsSchema, findHighlight, hashSchema, originalSchema, statuses, textSchema } from '../article/article.ts';
import { joinConcurrentTexts } from '../base/concurrent-texts.ts';
import { assertNever } from '../base/never.ts';
import { articleIdSchema, highlightIdSchema, tagIdSchema } from '../base/ids.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { storedColourSchema } from '../highlight/colour.ts';
import { anchorSchema } from '../highlight/anchor.ts';
import { type Highlight, highlightSchema, NOTE_LENGTH_LIMIT, reviewSchema } from '../highlight/highlight.ts';
import { type Edited, type RecordEdit, recordEditSchema } from './record-edit.ts';

const onArticle = { articleId: articleIdSchema };
const onHighlight = { ...onArticle, highlightId: highlightIdSchema };
const noteSchema = z.string().max(NOTE_LENGTH_LIMIT);
/** The text that another was written from: what somebody else put in its place meanwhile is kept beside it. */
const writtenFrom = { base: noteSchema.optional() };

const articleEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-highlight'), ...onArticle, highlight: highlightSchema }),
  z.object({ kind: z.literal('remove-highlight'), ...onHighlight }),
  z.object({ kind: z.literal('note-highlight'), ...onHighlight, note: noteSchema, ...writtenFrom }),
  z.object({ kind: z.literal('colour-highlight'), ...onHighlight, colour: storedColourSchema }),
  z.object({ kind: z.literal('move-highlight'), ...onHighlight, anchor: anchorSchema, review: reviewSchema.nullable() }),
  z.object({ kind: z.literal('tag-highlight'), ...onHighlight, tags: z.array(tagIdSchema).max(1_000) }),
  z.object({ kind: z.literal('summarise-article'), ...onArticle, summary: noteSchema, ...writtenFrom }),
  z.object({ kind: z.literal('describe-article'), ...onArticle, details: detailsSchema.partial() }),
  z.object({ kind: z.literal('set-status'), ...onArticle, status: z.enum(statuses) }),
  z.object({ kind: z.literal('put-back'), ...onArticle, asideId: z.string().max(32), isPutBack: z.boolean() }),
  z.object({
    kind: z.literal('set-content'), ...onArticle, content: hashSchema, original: originalSchema, wordCount: z.int().min(0), details: detailsSchema.partial(), found: detailsSchema.nullable(),
    versions: z.array(textSchema), putBack: z.array(z.string().max(32)), places: z.array(z.object({ highlightId: highlightIdSchema, anchor: anchorSchema, review: reviewSchema.nullable() })),
  }),
  z.object({ kind: z.literal('bin-article'), ...onArticle, isBinned: z.boolean() }),
]);
export const editSchema = z.union([articleEditSchema, recordEditSchema]);

/** One step that a user takes in one article. Every edit has an inverse, which undoes it. */
export type ArticleEdit = z.infer<typeof articleEditSchema>;

export type Edit = ArticleEdit | RecordEdit;
export type EditKind = Edit['kind'];

export function isArticleEdit(edit: Edit): edit is ArticleEdit {
  return 'articleId' in edit;
}

function withHighlight(article: Article, changed: Highlight): readonly Highlight[] {
  return article.highlights.map((highlight) => (highlight.id === changed.id ? changed : highlight));
}

/** Where a highlight stands, and what is to be settled of it. */
const placeOf = ({ anchor, review = null }: Highlight) => ({ anchor, review });

function placedAt(highlight: Highlight, { anchor, review }: Pick<Highlight, 'anchor'> & { review: Highlight['review'] }): Highlight {
  return { ...highlight, anchor, ...(review || Object.hasOwn(highlight, 'review') ? { review } : {}) };
}

/** A text that is written over another. Both together may be too long; what gives way is in the history. */
function writtenOver(stored: string, mine: string, base = stored): string {
  const joined = joinConcurrentTexts({ base, mine, theirs: stored });
  return joined.length <= NOTE_LENGTH_LIMIT ? joined : mine;
}

type HighlightEdit = Extract<ArticleEdit, { highlightId: unknown }>;

function editHighlight(article: Article, edit: HighlightEdit, now: string): Result<Edited<readonly Highlight[], ArticleEdit>> {
  const old = findHighlight(article, edit.highlightId);
  if (!old) return fail({ code: 'highlight-missing', highlightId: edit.highlightId });
  const { articleId, highlightId } = edit;
  const to = { articleId, highlightId };
  switch (edit.kind) {
    case 'remove-highlight':
      return succeed({ next: article.highlights.filter((highlight) => highlight.id !== highlightId), inverse: { kind: 'add-highlight', articleId, highlight: { ...old, tags: [...old.tags] } } });
    case 'note-highlight': {
      const note = writtenOver(old.note, edit.note, edit.base);
      return succeed({ next: withHighlight(article, { ...old, note, changedAt: now }), inverse: { kind: 'note-highlight', ...to, note: old.note, base: note } });
    }
    case 'colour-highlight':
      return succeed({ next: withHighlight(article, { ...old, colour: edit.colour, changedAt: now }), inverse: { kind: 'colour-highlight', ...to, colour: old.colour } });
    case 'move-highlight':
      return succeed({ next: withHighlight(article, { ...placedAt(old, edit), changedAt: now }), inverse: { kind: 'move-highlight', ...to, ...placeOf(old) } });
    case 'tag-highlight':
      return succeed({ next: withHighlight(article, { ...old, tags: [...new Set(edit.tags)], changedAt: now }), inverse: { kind: 'tag-highlight', ...to, tags: [...old.tags] } });
    default:
      return assertNever(edit);
  }
}

const given = (details: Readonly<Record<string, unknown>>): Partial<Article> => Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

function oldDetails(article: Article, changed: Partial<Article>): Partial<Article> {
  return Object.fromEntries(Object.entries(article).filter(([key]) => Object.hasOwn(changed, key)));
}

/** Puts another text in the place of the article's, and its highlights where they stand in it. Those that it does not name stay as they are. */
function setContent(article: Article, edit: Extract<ArticleEdit, { kind: 'set-content' }>, now: string): Edited<Article, ArticleEdit> {
  const { content, original, wordCount, found, versions, putBack } = edit;
  const details = given(edit.details);
  const places = new Map(edit.places.map((place) => [place.highlightId, place]));
  const highlights = article.highlights.map((highlight) => {
    const place = places.get(highlight.id);
    return place ? { ...placedAt(highlight, place), changedAt: now } : highlight;
  });
  const kept = { ...(versions.length > 0 || article.versions ? { versions } : {}), ...(found || article.found ? { found } : {}) };
  return {
    next: { ...article, ...details, ...kept, content, original, wordCount, putBack, highlights, changedAt: now },
    inverse: {
      kind: 'set-content', articleId: article.id, content: article.content, original: article.original, wordCount: article.wordCount, details: oldDetails(article, details), found: article.found ?? null,
      versions: [...(article.versions ?? [])], putBack: [...article.putBack],
      places: article.highlights.filter(({ id }) => places.has(id)).map((highlight) => ({ highlightId: highlight.id, ...placeOf(highlight) })),
    },
  };
}

/**
 * The article after an edit, and the edit's inverse. Adding a highlight that is there puts it in the old one's place.
 * Highlights stand in the order of their ids, so one that comes back after its removal finds its old place.
 */
export function editArticle(article: Article, edit: ArticleEdit, now: string): Result<Edited<Article, ArticleEdit>> {
  const { articleId } = edit;
  const done = (change: Partial<Article>, inverse: ArticleEdit) => succeed({ next: { ...article, ...change, changedAt: now }, inverse });
  switch (edit.kind) {
    case 'add-highlight': {
      const old = findHighlight(article, edit.highlight.id);
      const others = article.highlights.filter((highlight) => highlight !== old);
      const highlights = [...others, edit.highlight].sort((a, b) => (a.id < b.id ? -1 : 1));
      return done({ highlights }, old ? { kind: 'add-highlight', articleId, highlight: { ...old, tags: [...old.tags] } } : { kind: 'remove-highlight', articleId, highlightId: edit.highlight.id });
    }
    case 'summarise-article': {
      const summary = writtenOver(article.summary, edit.summary, edit.base);
      return done({ summary }, { kind: 'summarise-article', articleId, summary: article.summary, base: summary });
    }
    case 'describe-article': {
      const details = given(edit.details);
      return done(details, { kind: 'describe-article', articleId, details: oldDetails(article, details) });
    }
    case 'set-status':
      return done({ status: edit.status }, { kind: 'set-status', articleId, status: article.status });
    case 'put-back': {
      const others = article.putBack.filter((id) => id !== edit.asideId);
      const isPutBack = article.putBack.includes(edit.asideId);
      return done({ putBack: edit.isPutBack ? [...others, edit.asideId].sort() : others }, { kind: 'put-back', articleId, asideId: edit.asideId, isPutBack });
    }
    case 'set-content':
      return succeed(setContent(article, edit, now));
    case 'bin-article':
      return done({ binnedAt: edit.isBinned ? (article.binnedAt ?? now) : null }, { kind: 'bin-article', articleId, isBinned: article.binnedAt !== null });
    default: {
      const edited = editHighlight(article, edit, now);
      return edited.ok ? done({ highlights: edited.value.next }, edited.value.inverse) : edited;
    }
  }
}
