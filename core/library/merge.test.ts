import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { createTagId } from '../base/ids.ts';
import type { Stamp } from '../base/register.ts';
import type { Highlight } from '../highlight/highlight.ts';
import { type Codebook, createTag, emptyCodebook, withTag } from '../tag/tag.ts';
import { mergeArticles, mergeCodebooks } from './merge.ts';
import { reviseArticle, reviseCodebook } from './revise.ts';
import { type Copy, fieldsIn, firstArticle, highlightIds, makeHighlight, play, type Step, type Written } from './testing/history.ts';

const kinds = ['note', 'note', 'colour', 'tag', 'remove', 'put', 'summary', 'status', 'bin', 'aside'] as const;
const anEdit = fc.record({ kind: fc.constantFrom(...kinds), copy: fc.nat(2), which: fc.nat(2), choice: fc.nat(4) });
const aTakingIn = fc.record({ kind: fc.constant('take-in' as const), copy: fc.nat(2), from: fc.nat(2) });
const someSteps: fc.Arbitrary<Step[]> = fc.array(fc.oneof({ arbitrary: anEdit, weight: 4 }, { arbitrary: aTakingIn, weight: 1 }), { maxLength: 30 });

/** `npm run soak` asks for the length of a night. */
const runs = (count: number) => (process.env['LECTERN_SOAK'] ? 100_000 : count);

const merge = (a: Article, b: Article) => mergeArticles(a, b).merged;
const mergeAll = (copies: readonly Copy[]) => copies.map(({ article }) => article).reduce(merge);

/** What the fields must be by the plain record of the history: of each, what was written last, by anybody who did not know of the others. */
function expectedFields(log: readonly Written[], known: ReadonlySet<number>): ReadonlyMap<string, unknown> {
  const done = log.filter(({ id }) => known.has(id));
  const headsOf = (field: string) => done.filter((each) => each.field === field && !done.some((other) => other.field === field && other.known.has(each.id)));
  const removals = (highlightId: string) => done.filter(({ field }) => field === `${highlightId} removed`);
  const isThere = (highlightId: string) => {
    const gone = removals(highlightId);
    const fields = new Set(done.map(({ field }) => field).filter((field) => field.startsWith(highlightId) && !field.endsWith(' removed')));
    return gone.length === 0 || [...fields].flatMap(headsOf).some((head) => !gone.some((removal) => removal.known.has(head.id)));
  };
  // Whoever put the article into the bin, or left it there, knew these; an edit that nobody of them knew takes it out.
  const knownInBin = new Set(done.filter(({ isInBin }) => isInBin).flatMap((each) => [each.id, ...each.known]));
  const standing = [...new Set(done.map(({ field }) => field))].filter((field) => field !== 'binnedAt' && !field.endsWith(' removed')).flatMap(headsOf);
  const isTakenOut = standing.some(({ id }) => !knownInBin.has(id));
  const expected = new Map<string, unknown>();
  for (const field of new Set(done.map((each) => each.field))) {
    const highlightId = highlightIds.find((id) => field.startsWith(id));
    if (/ (removed|there)$/.test(field) || (highlightId && !isThere(highlightId))) continue;
    const values = [...new Set(headsOf(field).map(({ value }) => value))].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
    if (/note$|summary/.test(field)) expected.set(field, values.filter((value) => value !== '').join('\n\n---\n\n'));
    else if (!/tag|aside/.test(field)) expected.set(field, field === 'binnedAt' && (values.includes(null) || isTakenOut) ? null : values.at(-1));
    else if (values.includes(true)) expected.set(field, true);
  }
  return expected;
}

const inOrder = (fields: ReadonlyMap<string, unknown>) => [...fields].sort(([a], [b]) => (a < b ? -1 : 1));

describe('merging copies of an article', () => {
  it('gives the same whoever begins and in whatever order', () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const [a, b, c] = play(steps, 3).copies.map(({ article }) => article);
      if (!a || !b || !c) throw new Error('three copies');
      expect(merge(a, b)).toEqual(merge(b, a));
      expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
    }), { numRuns: runs(500) });
  });

  it('changes nothing when it is done again', () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const [a, b] = play(steps, 2).copies.map(({ article }) => article);
      if (!a || !b) throw new Error('two copies');
      const both = merge(a, b);
      expect(merge(both, both)).toEqual(both);
      expect(merge(both, a)).toEqual(both);
      expect(merge(b, both)).toEqual(both);
      expect(inOrder(fieldsIn(merge(a, a)))).toEqual(inOrder(fieldsIn(a)));
    }), { numRuns: runs(500) });
  });

  it('shows of every field what was written last, and of several at once all texts, on every copy and at the end', () => {
    fc.assert(fc.property(someSteps, fc.integer({ min: 2, max: 3 }), (steps, copyCount) => {
      const { copies, log } = play(steps, copyCount);
      for (const { article, known } of copies) expect(inOrder(fieldsIn(article))).toEqual(inOrder(expectedFields(log, known)));
      const everything = new Set(log.map(({ id }) => id));
      expect(inOrder(fieldsIn(mergeAll(copies)))).toEqual(inOrder(expectedFields(log, everything)));
    }), { numRuns: runs(1_000) });
  });

  it('never loses a highlight: what was removed is kept beside the others', () => {
    fc.assert(fc.property(someSteps, (steps) => {
      const { copies } = play(steps, 3);
      const idsOf = ({ highlights, removed = [] }: Article) => [...highlights, ...removed].map(({ id }) => id);
      expect(idsOf(mergeAll(copies)).sort()).toEqual([...new Set(copies.flatMap(({ article }) => idsOf(article)))].sort());
    }), { numRuns: runs(200) });
  });
});

const stamp = (session: string, count = 1): Stamp => ({ session: `session-${session}`.replace('-', '0').padEnd(12, '0'), count });
const [first, second] = highlightIds;
const withNote = (article: Article, note: string, by: Stamp) =>
  reviseArticle(article, { ...article, highlights: article.highlights.map((each) => (each.id === first ? { ...each, note } : each)) }, by);
const without = (article: Article, by: Stamp) => reviseArticle(article, { ...article, highlights: article.highlights.filter((each) => each.id !== first) }, by);
const noteOf = (article: Article) => article.highlights.find((each) => each.id === first)?.note;

describe('two copies of an article', () => {
  it('keep both texts of a note, with a rule between them, and say so once', () => {
    const [a, b] = [withNote(firstArticle, 'Says who?', stamp('ann')), withNote(firstArticle, 'Compare 1904.', stamp('ben'))];
    const { merged, conflicts } = mergeArticles(a, b);
    expect(noteOf(merged)).toBe('Compare 1904.\n\n---\n\nSays who?');
    expect(conflicts).toEqual([{ field: 'note', recordId: first }]);
    expect(mergeArticles(merged, b).conflicts).toEqual([]);
    const settled = withNote(merged, 'Both.', stamp('ann', 2));
    expect(noteOf(merge(merge(a, settled), b))).toBe('Both.');
  });

  it('keep a highlight that one has removed when the other has gone on with it, and not otherwise', () => {
    const gone = without(firstArticle, stamp('ann'));
    expect(noteOf(merge(gone, firstArticle))).toBeUndefined();
    expect(noteOf(merge(gone, withNote(firstArticle, 'Wait.', stamp('ben'))))).toBe('Wait.');
  });

  it('take an article out of the bin when one has gone on with it, not knowing that the other had put it there', () => {
    const binned = reviseArticle(withNote(firstArticle, 'Mine.', stamp('ann')), { ...firstArticle, binnedAt: '2026-02-01T00:00:00.000Z' }, stamp('ann', 2));
    expect(merge(binned, firstArticle).binnedAt).toBe('2026-02-01T00:00:00.000Z');
    const back = merge(binned, withNote(firstArticle, 'Wait.', stamp('ben')));
    expect(back.binnedAt).toBeNull();
    expect(merge(back, binned).binnedAt).toBeNull();
    expect(reviseArticle(back, { ...back, binnedAt: '2026-03-01T00:00:00.000Z' }, stamp('ann', 3)).binnedAt).toBe('2026-03-01T00:00:00.000Z');
  });

  it('leave an article in the bin that was changed while it lay there', () => {
    const binned = reviseArticle(firstArticle, { ...firstArticle, binnedAt: '2026-02-01T00:00:00.000Z' }, stamp('ann'));
    expect(merge(binned, withNote(binned, 'Seen in the bin.', stamp('ben'))).binnedAt).toBe('2026-02-01T00:00:00.000Z');
  });

  it('keep the new place of a highlight and its note, which were changed apart', () => {
    const anchor = { start: 40, end: 44, exact: 'pact', prefix: 'the ', suffix: ' of' };
    const place = (article: Article, review: Highlight['review']) => ({ ...article, highlights: article.highlights.map((each) => (each.id === first ? { ...each, anchor, review } : each)) });
    const moved = reviseArticle(firstArticle, place(firstArticle, { kind: 'unsure', before: anchor }), stamp('ann'));
    expect(merge(moved, withNote(firstArticle, 'Noted.', stamp('ben'))).highlights[0]).toMatchObject({ anchor, note: 'Noted.', review: { kind: 'unsure' } });
    const settled = reviseArticle(moved, place(moved, null), stamp('cy'));
    expect(merge(moved, settled).highlights[0]?.review).toBeNull();
  });

  it('do not take an absence for a removal', () => {
    const lacking = { ...firstArticle, highlights: [] };
    expect(merge(lacking, firstArticle).highlights.map(({ id }) => id)).toEqual([first, second]);
  });

  it('without revisions, written apart, keep both texts', () => {
    const merged = merge({ ...firstArticle, summary: 'One' }, { ...firstArticle, summary: 'Two' });
    expect(merged.summary).toBe('One\n\n---\n\nTwo');
  });

  it('take what somebody changed by hand for newer than what it was made of', () => {
    const signed = withNote(firstArticle, 'Signed.', stamp('ann'));
    const byHand = { ...signed, highlights: signed.highlights.map((each) => ({ ...each, note: each.id === first ? 'By hand.' : each.note })) };
    expect(noteOf(merge(signed, byHand))).toBe('By hand.');
  });

  it('show one of two texts that are too long together, and keep the other', () => {
    const [long, longer] = ['a'.repeat(600_000), 'b'.repeat(700_000)];
    const merged = merge(withNote(firstArticle, long, stamp('ann')), withNote(firstArticle, longer, stamp('ben')));
    expect(noteOf(merged)).toBe(long);
    expect(JSON.stringify(merged.revisions)).toContain(longer);
  });

  it('of two places where reading stopped keep the further one, with its words', () => {
    const readTo = (position: number, word: string): Article => ({
      ...firstArticle, position, resume: { content: 'a'.repeat(64), anchor: { start: position, end: position + 4, exact: word, prefix: '', suffix: '' } },
    });
    const [near, far] = [readTo(90, 'near'), readTo(500, 'far!')];
    for (const [first, second] of [[near, far], [far, near]] as const) {
      expect(mergeArticles(first, second).merged).toMatchObject({ position: 500, resume: { anchor: { exact: 'far!' } } });
    }
    expect(mergeArticles(readTo(90, 'one '), readTo(90, 'two ')).merged).toEqual(mergeArticles(readTo(90, 'two '), readTo(90, 'one ')).merged);
  });

  it('keep keys that this Lectern does not know', () => {
    const merged = merge({ ...firstArticle, ...{ mood: 'calm' } }, reviseArticle(firstArticle, { ...firstArticle, ...{ 'a/b': { deep: [1] }, status: 'archive' } }, stamp('ann')));
    expect(merged).toMatchObject({ mood: 'calm', 'a/b': { deep: [1] }, status: 'archive' });
  });

  it('of which one has a new highlight, both have it, unsigned', () => {
    const [, , third] = highlightIds;
    if (!third) throw new Error('three ids');
    const added = reviseArticle(firstArticle, { ...firstArticle, highlights: [...firstArticle.highlights, makeHighlight(third)] }, stamp('ann'));
    expect(added.revisions).toBeUndefined();
    expect(merge(firstArticle, added).highlights).toHaveLength(3);
  });
});

const tagAt = (seed: number, name: string) => createTag(name, emptyCodebook, { id: createTagId(seed, Uint8Array.from({ length: 10 }, () => seed)), now: '2026-01-01T00:00:00.000Z' });
type TagStep = { readonly copy: number; readonly seed: number; readonly name: string | null; readonly takesIn: boolean };

function playTags(steps: readonly TagStep[]): readonly Codebook[] {
  const copies: Codebook[] = [emptyCodebook, emptyCodebook, emptyCodebook];
  steps.forEach(({ copy, seed, name, takesIn }, count) => {
    const codebook = copies[copy] ?? emptyCodebook;
    const tag = tagAt(seed, name ?? '-');
    const next = name === null ? { ...codebook, tags: codebook.tags.filter(({ id }) => id !== tag.id) } : withTag(codebook, { ...tag, name });
    copies[copy] = takesIn ? mergeCodebooks(codebook, copies[seed % 3] ?? emptyCodebook).merged : reviseCodebook(codebook, next, { session: `session000${copy}`, count: count + 1 });
  });
  return copies;
}

describe('merging codebooks', () => {
  const someTagSteps = fc.array(fc.record({ copy: fc.nat(2), seed: fc.integer({ min: 1, max: 4 }), name: fc.constantFrom('alliance', 'Alliance', 'navy', 'alliance (2)', null), takesIn: fc.boolean() }), { maxLength: 20 });

  it('gives the same in whatever order, with no two names alike', () => {
    fc.assert(fc.property(someTagSteps, (steps) => {
      const [a = emptyCodebook, b = emptyCodebook, c = emptyCodebook] = playTags(steps);
      const join = (one: Codebook, other: Codebook) => mergeCodebooks(one, other).merged;
      expect(join(a, b)).toEqual(join(b, a));
      expect(join(join(a, b), c)).toEqual(join(a, join(b, c)));
      expect(join(join(a, b), b)).toEqual(join(a, b));
      const names = join(join(a, b), c).tags.map(({ name }) => name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    }), { numRuns: runs(500) });
  });

  it('shows two tags that were given one name apart, and gives the name back when the other is renamed', () => {
    const [a, b] = [withTag(emptyCodebook, tagAt(1, 'alliance')), withTag(emptyCodebook, tagAt(2, 'Alliance'))];
    const { merged } = mergeCodebooks(a, b);
    expect(merged.tags.map(({ name }) => name)).toEqual(['alliance', 'Alliance (2)']);
    const renamed = reviseCodebook(merged, withTag(merged, { ...tagAt(1, 'pact') }), stamp('ann'));
    expect(mergeCodebooks(renamed, b).merged.tags.map(({ name }) => name)).toEqual(['pact', 'Alliance']);
  });
});
