import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlightId, tagIdSchema } from '../base/ids.ts';
import { describeAnchor } from '../highlight/anchor.ts';
import type { FoundHighlight } from '../import/found-article.ts';
import { placeHighlights } from './place-highlights.ts';

const text = 'The fleet left the strait at noon.\nNobody saw the fleet again, said the harbour master.\nThe fleet was “old”, he said.';
const found = (quote: string, more: Partial<FoundHighlight> = {}): FoundHighlight => ({ quote, prefix: '', suffix: '', offset: null, colour: null, note: '', tags: [], createdAt: null, ...more });
const alliance = { id: tagIdSchema.parse('1'.repeat(26)), name: 'Alliance', colour: 'blue', definition: '', createdAt: '2026-01-01T00:00:00.000Z' } as const;
const place = (...highlights: FoundHighlight[]) => {
  let next = 0;
  return placeHighlights(text, highlights, { now: () => '2026-01-01T00:00:00.000Z', nextId: () => createHighlightId((next += 1), new Uint8Array(10)), tags: [alliance] });
};
const outcome = (...highlights: FoundHighlight[]) => place(...highlights).map(({ anchor, review }) => [text.slice(anchor.start, anchor.end), anchor.start, review?.kind ?? 'settled']);

describe('placeHighlights', () => {
  it.each([
    ['takes the only place of a quote', found('the harbour master'), ['the harbour master', 68, 'settled']],
    ['takes the place that the source tells, though the words stand elsewhere too', found('fleet', { offset: 50 }), ['fleet', 50, 'settled']],
    ['tells places of the same words apart by what stands around them', found('fleet', { prefix: 'the ', suffix: ' again' }), ['fleet', 50, 'settled']],
    ['reads over the shape of quote marks and white space', found('"old",  he said'), ['“old”, he said', 102, 'settled']],
  ])('%s', (_, highlight, expected) => expect(outcome(highlight)).toEqual([expected]));

  it('puts up for review what may stand in several places, or nearly so', () => {
    expect(outcome(found('fleet')).map(([, , kind]) => kind)).toEqual(['unsure']);
    expect(outcome(found('Nobody saw the fleets again, said the harbour master'))).toEqual([['Nobody saw the fleet again, said the harbour master', 35, 'moved']]);
  });

  it('keeps words that are nowhere as a quotation', () => {
    expect(place(found('an entirely different affair of state', { note: 'mine' }))).toMatchObject([{ anchor: { exact: 'an entirely different affair of state' }, note: 'mine', review: { kind: 'lost' } }]);
  });

  it('brings colour, note, tags by name, and the date along', () => {
    const [highlight] = place(found('at noon', { colour: 'green', note: 'when', tags: ['alliance', 'ALLIANCE', 'unknown'], createdAt: '2020-06-04T12:18:46.000Z' }));
    expect(highlight).toMatchObject({ colour: 'green', note: 'when', tags: [alliance.id], createdAt: '2020-06-04T12:18:46.000Z', changedAt: '2026-01-01T00:00:00.000Z' });
  });

  it('drops none, and settles none on other words than its own', () => {
    const ranges = fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
    const highlights = fc.array(fc.oneof(
      fc.string({ minLength: 1 }).map((quote) => found(quote)),
      ranges.map((range) => found(text.slice(range.start, range.end))),
      ranges.map((range) => found(describeAnchor(text, range).exact, { ...describeAnchor(text, range), offset: null })),
    ), { maxLength: 6 });
    fc.assert(fc.property(highlights, (given) => {
      const placed = place(...given);
      expect(placed).toHaveLength(given.length);
      placed.forEach(({ anchor, review }, at) => {
        const plain = (quote: string) => quote.replaceAll(/[“”"]/g, '"').replaceAll(/\s+/g, ' ').trim();
        if (!review) expect(plain(anchor.exact)).toBe(plain(given[at]?.quote ?? ''));
      });
    }));
  });
});
