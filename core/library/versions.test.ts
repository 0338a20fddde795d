import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, createArticle } from '../article/article.ts';
import { createArticleId, createHighlightId, createTagId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { colours } from '../highlight/colour.ts';
import { createHighlight, type Highlight } from '../highlight/highlight.ts';
import { createTag, emptyCodebook, type Tag } from '../tag/tag.ts';
import { type ArticleEdit, editArticle } from './edit.ts';
import { editsToRestore, withPresentTags } from './versions.ts';

const now = '2026-05-01T12:00:00.000Z';
const idBytes = (seed: number) => new Uint8Array(10).fill(seed);
const tagIds = [1, 2, 3].map((seed) => createTagId(seed, idBytes(seed)));

const article: Article = createArticle(
  {
    title: 'A fleet in the strait', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr', wordCount: 9,
    content: 'a'.repeat(64), original: { sha256: 'a'.repeat(64), extension: 'txt', bytes: 9, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
  },
  { id: createArticleId(1, idBytes(1)), now },
);

const highlights = fc.uniqueArray(fc.record({
  seed: fc.integer({ min: 1, max: 6 }), colour: fc.constantFrom(...colours), note: fc.string({ maxLength: 8 }), tags: fc.uniqueArray(fc.constantFrom(...tagIds), { maxLength: 3 }),
}), { selector: ({ seed }) => seed, maxLength: 6 }).map((made): readonly Highlight[] => made
  .map(({ seed, colour, note, tags }) => createHighlight({ anchor: { start: seed, end: seed + 4, exact: 'word', prefix: '', suffix: '' }, colour, note, tags }, { id: createHighlightId(seed, idBytes(seed)), now }))
  .sort((a, b) => (a.id < b.id ? -1 : 1)));

const anyVersion: fc.Arbitrary<Article> = fc.record({
  highlights, summary: fc.string({ maxLength: 8 }), status: fc.constantFrom('inbox', 'reading', 'archive'), title: fc.constantFrom('A', 'B'), byline: fc.constantFrom(null, 'Ana'),
  putBack: fc.subarray(['a1', 'a2', 'a3']), binnedAt: fc.constantFrom(null, now), progress: fc.constantFrom(0, 0.5),
}).map((change) => ({ ...article, ...change }));

/** What is left of an article when the edits are done one after another, and the edits that undo them. */
function play(start: Article, edits: readonly ArticleEdit[]): { readonly end: Article; readonly undo: readonly ArticleEdit[] } {
  const undo: ArticleEdit[] = [];
  const end = edits.reduce((present, edit) => {
    const edited: Result<{ next: Article; inverse: ArticleEdit }> = editArticle(present, edit, now);
    if (!edited.ok) throw new Error(edited.fault.code);
    undo.unshift(edited.value.inverse);
    return edited.value.next;
  }, start);
  return { end, undo };
}

describe('editsToRestore', () => {
  it('makes of any article any version of it, out of the bin, and leaves how far it was read', () => {
    fc.assert(fc.property(anyVersion, anyVersion, (present, version) => {
      expect(play(present, editsToRestore(present, version)).end).toEqual({ ...version, binnedAt: null, progress: present.progress });
    }));
  });

  it('has inverses that take all of it back', () => {
    fc.assert(fc.property(anyVersion, anyVersion, (present, version) => {
      const { end, undo } = play(present, editsToRestore(present, version));
      expect(play(end, undo).end).toEqual(present);
    }));
  });

  it('has no edits where there is no difference', () => expect(editsToRestore(article, article)).toEqual([]));
});

describe('withPresentTags', () => {
  const tag = (seed: number, name: string): Tag => createTag(name, emptyCodebook, { id: createTagId(seed, idBytes(seed)), now });
  const [alliance, navigation, again] = [tag(1, 'alliance'), tag(2, 'navigation'), tag(3, 'Alliance')];
  const version: Article = { ...article, highlights: [createHighlight({ anchor: { start: 0, end: 4, exact: 'word', prefix: '', suffix: '' }, colour: 'red', tags: [alliance.id, navigation.id] }, { id: createHighlightId(1, idBytes(1)), now })] };
  const tagsOf = (restored: Article) => restored.highlights.flatMap(({ tags }) => tags);

  it('leaves tags that the codebook has', () => {
    expect(withPresentTags(version, { tags: [alliance, navigation] })).toEqual({ version, missing: [] });
  });
  it('brings back a tag that was removed', () => {
    const restored = withPresentTags(version, { tags: [navigation], removed: [alliance] });
    expect([tagsOf(restored.version), restored.missing]).toEqual([[alliance.id, navigation.id], [alliance]]);
  });
  it('takes the tag that has the name of a removed one now', () => {
    const restored = withPresentTags(version, { tags: [navigation, again], removed: [alliance] });
    expect([tagsOf(restored.version), restored.missing]).toEqual([[again.id, navigation.id], []]);
  });
  it('keeps the id of a tag that nobody knows', () => {
    const restored = withPresentTags(version, { tags: [navigation] });
    expect([tagsOf(restored.version), restored.missing]).toEqual([[alliance.id, navigation.id], []]);
  });
});
