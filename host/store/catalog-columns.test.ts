import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleSummary, originalMark, summariseArticle } from '../../core/article/summary.ts';
import { createArticleId, createTagId } from '../../core/base/ids.ts';
import { parseEntries, spellEntries } from './catalog-columns.ts';
import type { Entries } from './catalog-file.ts';
import { sampleArticle } from './testing/fixtures.ts';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
const text = fc.string({ unit: 'grapheme' });
const perhaps = fc.option(fc.oneof(text, fc.constantFrom('The Courier', 'null', '0')));
const sample = summariseArticle(sampleArticle());
const tags = fc.dictionary(chance.map((bytes) => createTagId(0, bytes)), fc.nat(20), { maxKeys: 3 });
const summary: fc.Arbitrary<ArticleSummary> = fc
  .record({
    id: chance.map((bytes) => createArticleId(0, bytes)), title: text, label: perhaps, byline: perhaps, source: perhaps, url: perhaps, original: chance.map((bytes) => originalMark(Buffer.from(bytes).toString('hex'))), published: perhaps, language: perhaps, direction: fc.constantFrom('ltr', 'rtl'),
    progress: fc.constantFrom(0, 0.25, 1), wordCount: fc.nat(), noteCount: fc.nat(9), tags, binnedAt: perhaps, links: fc.array(text, { maxLength: 2 }),
  })
  .map((fields) => ({ ...sample, ...fields }));
const entry = fc.record({ summary, stamp: fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((numbers) => numbers.join(' ')), sha256: chance.map((bytes) => Buffer.from(bytes).toString('hex')) });
const entries: fc.Arbitrary<Entries> = fc.array(entry, { maxLength: 12 }).map((all) => new Map(all.map((each) => [each.summary.id, each])));

describe('spellEntries', () => {
  it('spells what parseEntries reads again, in the same order', () => {
    fc.assert(fc.property(entries, (all) => {
      expect([...parseEntries(spellEntries(all))]).toEqual([...all]);
    }));
  });

  it('writes what many articles share once', () => {
    const one = { summary: { ...sample, source: 'The Harbour Times' }, stamp: '1 2 3', sha256: 'ab' };
    const spelled = spellEntries(new Map([[createArticleId(1, new Uint8Array(10)), one], [createArticleId(2, new Uint8Array(10)), one]]));
    expect(spelled.split('The Harbour Times')).toHaveLength(2);
  });
});
