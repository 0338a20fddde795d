import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, createArticle, statuses } from '../article/article.ts';
import { createArticleId, createHighlightId, createTagId } from '../base/ids.ts';
import { fail } from '../base/result.ts';
import { colours } from '../highlight/colour.ts';
import { createHighlight, type Highlight, NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import { type ArticleEdit, editArticle, editSchema } from './edit.ts';
import { applyAll } from './testing/apply-all.ts';

const noon = '2024-05-01T12:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const hash = 'a'.repeat(64);
const article: Article = createArticle(
  {
    title: 'A title', label: null, dek: null, byline: 'A. Writer', source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 10, content: hash,
    original: { sha256: hash, extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
  },
  { id: createArticleId(1, chance(1)), now: noon },
);
const articleId = article.id;
const anchor = { start: 0, end: 3, exact: 'the', prefix: '', suffix: ' fleet' };
// A few ids, so that edits meet each other's highlights and tags.
const highlightIds = [0, 1, 2, 3].map((seed) => createHighlightId(1_000 - seed, chance(seed)));
const tagIds = [0, 1, 2, 3].map((seed) => createTagId(2_000 - seed, chance(seed)));

const highlights = fc.record({ id: fc.constantFrom(...highlightIds), colour: fc.constantFrom(...colours), note: fc.string() })
  .map(({ id, ...draft }) => ({ ...createHighlight({ anchor, ...draft }, { id, now: noon }), tags: [] }));
const highlightId = fc.constantFrom(...highlightIds);
const edits: fc.Arbitrary<ArticleEdit> = fc.oneof(
  highlights.map((highlight) => ({ kind: 'add-highlight' as const, articleId, highlight })),
  highlightId.map((id) => ({ kind: 'remove-highlight' as const, articleId, highlightId: id })),
  fc.tuple(highlightId, fc.string()).map(([id, note]) => ({ kind: 'note-highlight' as const, articleId, highlightId: id, note })),
  fc.tuple(highlightId, fc.constantFrom(...colours)).map(([id, colour]) => ({ kind: 'colour-highlight' as const, articleId, highlightId: id, colour })),
  fc.tuple(highlightId, fc.nat(40), fc.constantFrom(null, 'moved' as const, 'unsure' as const, 'lost' as const)).map(([id, start, kind]) => (
    { kind: 'move-highlight' as const, articleId, highlightId: id, anchor: { ...anchor, start, end: start + 3 }, review: kind && { kind, before: anchor } })),
  fc.tuple(highlightId, fc.uniqueArray(fc.constantFrom(...tagIds))).map(([id, tags]) => ({ kind: 'tag-highlight' as const, articleId, highlightId: id, tags })),
  fc.string().map((summary) => ({ kind: 'summarise-article' as const, articleId, summary })),
  fc.record({ title: fc.string({ minLength: 1 }), byline: fc.option(fc.string()), published: fc.constantFrom(null, '2024', '2024-05-01') }, { requiredKeys: [] }).map((details) => ({ kind: 'describe-article' as const, articleId, details })),
  fc.constantFrom(...statuses).map((status) => ({ kind: 'set-status' as const, articleId, status })),
  fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.boolean()).map(([asideId, isPutBack]) => ({ kind: 'put-back' as const, articleId, asideId, isPutBack })),
  fc.boolean().map((isBinned) => ({ kind: 'bin-article' as const, articleId, isBinned })),
);

/** What of an article an edit is about: not when things changed, of the bin only whether the article is in it, and no review says the same as null. */
function essence({ changedAt: _, binnedAt, highlights: all, ...rest }: Article): unknown {
  return { ...rest, isBinned: binnedAt !== null, highlights: all.map(({ changedAt: __, review = null, ...highlight }) => ({ ...highlight, review })) };
}

const apply = (value: Article, edit: ArticleEdit) => editArticle(value, edit, '2024-05-02T12:00:00.000Z');

describe('editing an article', () => {
  it('is undone by the inverses, latest first, and done again by theirs', () => {
    fc.assert(fc.property(fc.array(edits, { maxLength: 30 }), fc.array(edits, { maxLength: 30 }), (before, row) => {
      const start = applyAll(article, before, apply).value;
      const done = applyAll(start, row, apply);
      const undone = applyAll(done.value, done.inverses, apply);
      expect(undone.inverses).toHaveLength(done.inverses.length);
      expect(essence(undone.value)).toEqual(essence(start));
      expect(essence(applyAll(undone.value, undone.inverses, apply).value)).toEqual(essence(done.value));
    }), { numRuns: 1_000 });
  });

  it('gives inverses that pass the contract', () => {
    fc.assert(fc.property(fc.array(edits, { maxLength: 30 }), (row) => {
      for (const inverse of applyAll(article, row, apply).inverses) expect(editSchema.parse(inverse)).toEqual(inverse);
    }));
  });

  it('keeps what another has written in the place of a text since it was read', () => {
    const stored = { ...article, summary: 'from elsewhere' };
    const edited = editArticle(stored, { kind: 'summarise-article', articleId, summary: 'mine', base: '' }, noon);
    expect(edited).toMatchObject({ value: { next: { summary: 'mine\n\n---\n\nfrom elsewhere' } } });
    if (edited.ok) expect(editArticle(edited.value.next, edited.value.inverse, noon)).toMatchObject({ value: { next: { summary: 'from elsewhere' } } });
  });

  it('lets the older text give way to the history where both are too long together', () => {
    const stored = { ...article, summary: 'b'.repeat(NOTE_LENGTH_LIMIT) };
    expect(editArticle(stored, { kind: 'summarise-article', articleId, summary: 'mine', base: '' }, noon)).toMatchObject({ value: { next: { summary: 'mine' } } });
  });

  it('brings back the highlight that another of its id replaced', () => {
    const [id = highlightIds[0]] = highlightIds;
    if (!id) throw new Error('no id');
    const made = (note: string): Highlight & { tags: never[] } => ({ ...createHighlight({ anchor, colour: 'yellow', note }, { id, now: noon }), tags: [] });
    const before = { ...article, highlights: [made('old')] };
    const added = editArticle(before, { kind: 'add-highlight', articleId, highlight: made('new') }, noon);
    if (!added.ok) throw new Error(added.fault.code);
    expect(added.value.next.highlights).toEqual([made('new')]);
    expect(editArticle(added.value.next, added.value.inverse, noon)).toMatchObject({ value: { next: { highlights: [made('old')] } } });
  });

  it('keeps what it does not know of an article and of a highlight', () => {
    const [id = highlightIds[0]] = highlightIds;
    if (!id) throw new Error('no id');
    const later = { ...article, mood: 'calm', highlights: [{ ...createHighlight({ anchor, colour: 'yellow' }, { id, now: noon }), stars: 5 }] };
    expect(editArticle(later, { kind: 'note-highlight', articleId, highlightId: id, note: 'n' }, noon)).toMatchObject({ value: { next: { mood: 'calm', highlights: [{ stars: 5, note: 'n' }] } } });
  });

  it('says that a highlight is not there', () => {
    const [id = highlightIds[0]] = highlightIds;
    if (!id) throw new Error('no id');
    expect(editArticle(article, { kind: 'remove-highlight', articleId, highlightId: id }, noon)).toEqual(fail({ code: 'highlight-missing', highlightId: id }));
  });

  it('leaves the day of an article that is in the bin already', () => {
    const binned = { ...article, binnedAt: noon };
    expect(editArticle(binned, { kind: 'bin-article', articleId, isBinned: true }, '2025-01-01T00:00:00.000Z')).toMatchObject({ value: { next: { binnedAt: noon } } });
  });
});
