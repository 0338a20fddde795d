import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, createArticle, type Details } from '../article/article.ts';
import { type Content, createContent } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { createArticleId, createHighlightId } from '../base/ids.ts';
import { describeAnchor } from '../highlight/anchor.ts';
import { createHighlight } from '../highlight/highlight.ts';
import { editArticle, editSchema } from './edit.ts';
import { mergeArticles } from './merge.ts';
import { editToNewVersion, type Incoming } from './new-version.ts';
import { reviseArticle } from './revise.ts';
import { editsToRestore } from './versions.ts';

const now = '2026-01-01T00:00:00.000Z';
const later = '2026-01-02T00:00:00.000Z';
const details: Details = { title: 'Two navies', label: null, dek: null, byline: 'A. Writer', source: null, url: null, published: null, language: 'en', direction: 'ltr' };
const originalOf = (digit: string) => ({ sha256: digit.repeat(64), extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' });
const contentOf = (paragraphs: readonly string[]): Content => createContent(paragraphs.map((text, index) => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } })));
const incoming = (blocks: Content, found: Partial<Details> = {}): Incoming => ({ content: 'b'.repeat(64), original: originalOf('b'), wordCount: 20, details: { ...details, ...found }, blocks, now: later });

function articleOf(content: Content, ranges: readonly { start: number; end: number }[]): Article {
  const { text } = projectContent(content);
  const highlights = ranges.map((range, seed) => createHighlight({ anchor: describeAnchor(text, range), colour: 'red', note: `note ${seed}` }, { id: createHighlightId(seed + 1, new Uint8Array(10)), now }));
  return { ...createArticle({ ...details, wordCount: 10, content: 'a'.repeat(64), original: originalOf('a') }, { id: createArticleId(1, new Uint8Array(10)), now }), highlights };
}

function apply(article: Article, edit: Parameters<typeof editArticle>[1]) {
  const edited = editArticle(article, edit, later);
  if (!edited.ok) throw new Error(edited.fault.code);
  return edited.value;
}

const settled = ({ changedAt: _, highlights, versions = [], found = null, ...rest }: Article) => ({ ...rest, versions, found, highlights: highlights.map(({ changedAt: __, review = null, ...highlight }) => ({ ...highlight, review })) });

const words = fc.constantFrom('fleet', 'strait', 'harbour', 'the', 'of', 'left', 'winter', 'noon', 'nobody', 'returned');
const paragraphs = fc.array(fc.array(words, { minLength: 3, maxLength: 14 }).map((row) => row.join(' ')), { minLength: 1, maxLength: 6 });
const cases = fc.record({ before: paragraphs, after: paragraphs, cuts: fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 40 })), { maxLength: 8 }) }).map(({ before, after, cuts }) => {
  const content = contentOf(before);
  const { length } = projectContent(content).text;
  const ranges = cuts.map(([at, size]) => ({ start: at % (length - 1), end: Math.min(length, (at % (length - 1)) + size) }));
  return { content, article: articleOf(content, ranges), next: contentOf(after) };
});

describe('a new version of an article', () => {
  it('drops no highlight, and none comes to stand on other words without being listed', () => {
    fc.assert(fc.property(cases, ({ content, article, next }) => {
      const { next: changed } = apply(article, editToNewVersion(article, content, incoming(next)));
      expect(changed.highlights.map(({ id, note }) => [id, note])).toEqual(article.highlights.map(({ id, note }) => [id, note]));
      changed.highlights.forEach((highlight, at) => {
        if (!highlight.review) expect(highlight.anchor.exact).toBe(article.highlights[at]?.anchor.exact);
      });
    }), { numRuns: 200 });
  });

  it('is undone to what the article was, every anchor and every review, and done again', () => {
    fc.assert(fc.property(cases, ({ content, article, next }) => {
      const edit = editToNewVersion(article, content, incoming(next));
      const done = apply(article, edit);
      expect(editSchema.parse(done.inverse)).toEqual(done.inverse);
      const undone = apply(done.next, done.inverse);
      expect(settled(undone.next)).toEqual(settled(article));
      expect(settled(apply(undone.next, undone.inverse).next)).toEqual(settled(done.next));
    }), { numRuns: 200 });
  });

  const content = contentOf(['The fleet left the harbour at noon.']);

  it('keeps the text that was there, with where it came from', () => {
    const article = articleOf(content, []);
    const { next } = apply(article, editToNewVersion(article, content, incoming(contentOf(['Another text.']))));
    expect(next).toMatchObject({ content: 'b'.repeat(64), original: { sha256: 'b'.repeat(64) }, versions: [{ content: 'a'.repeat(64), original: { sha256: 'a'.repeat(64) }, title: 'Two navies', wordCount: 10, importedAt: now, replacedAt: later }] });
  });

  it('leaves what the user corrected of the details, also at the version after the next', () => {
    const article = reviseArticle(articleOf(content, []), { ...articleOf(content, []), title: 'Two navies, corrected' }, { session: 'session0001', count: 1 });
    const once = apply(article, editToNewVersion(article, content, incoming(content, { title: 'Three navies', byline: 'B. Writer', dek: null }))).next;
    expect(once).toMatchObject({ title: 'Two navies, corrected', byline: 'B. Writer' });
    const twice = apply(once, editToNewVersion(once, content, incoming(content, { title: 'Four navies', byline: null, published: '2024' }))).next;
    expect(twice).toMatchObject({ title: 'Two navies, corrected', byline: 'B. Writer', published: '2024' });
    const again = apply(twice, editToNewVersion(twice, content, incoming(content, { byline: 'C. Writer' }))).next;
    expect(again).toMatchObject({ title: 'Two navies, corrected', byline: 'C. Writer' });
  });

  it('loses no earlier text where two copies took a version each', () => {
    const article = articleOf(content, []);
    const take = (digit: string, session: string) => reviseArticle(article, apply(article, editToNewVersion(article, content, { ...incoming(content), content: digit.repeat(64) })).next, { session, count: 1 });
    const [one, two] = [take('b', 'session0001'), take('c', 'session0002')];
    const [{ merged }, { merged: other }] = [mergeArticles(one, two), mergeArticles(two, one)];
    expect(merged).toEqual(other);
    expect(merged.versions).toHaveLength(1);
    expect(mergeArticles(article, one).merged.versions).toHaveLength(1);
  });

  it('goes back with the version of the article that had the earlier text', () => {
    const article = articleOf(content, [{ start: 4, end: 9 }]);
    const { next } = apply(article, editToNewVersion(article, content, incoming(contentOf(['All of it is other now.']))));
    const restored = editsToRestore(next, article).reduce((value, edit) => apply(value, edit).next, next);
    expect(restored).toMatchObject({ content: article.content, original: article.original, highlights: [{ anchor: article.highlights[0]?.anchor }] });
  });
});
