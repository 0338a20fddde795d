import { describe, expect, it } from 'vitest';
import { createHighlightId } from '../base/ids.ts';
import { describeAnchor } from './anchor.ts';
import { createHighlight, type Highlight } from './highlight.ts';
import { listReviews } from './list-reviews.ts';
import { inReadingOrder } from './reading-order.ts';
import { indexText } from './text-index.ts';

const now = '2026-01-01T00:00:00.000Z';
const text = 'The fleet left the harbour at noon on Friday.\nNobody in the strait expected it to return before the winter.';
const index = indexText(text);
let seed = 0;

function highlightOn(quote: string, review?: Highlight['review']): Highlight {
  const start = text.indexOf(quote);
  const anchor = start === -1 ? { start: 500, end: 510, exact: quote, prefix: '', suffix: '' } : describeAnchor(text, { start, end: start + quote.length });
  return { ...createHighlight({ anchor, colour: 'yellow' }, { id: createHighlightId((seed += 1), new Uint8Array(10)), now }), ...(review === undefined ? {} : { review }) };
}

const kindsOf = (highlights: readonly Highlight[]) => listReviews(index, inReadingOrder(index, highlights)).map(({ kind, quote, place }) => [kind, quote, place && text.slice(place.start, place.end)]);

describe('highlights to review', () => {
  it('are those whose place is not settled, with their old quote and the words there now, orphans last', () => {
    const before = (exact: string) => ({ start: 0, end: exact.length, exact, prefix: '', suffix: '' });
    expect(kindsOf([
      highlightOn('an army of ghosts', { kind: 'orphan', before: before('an army of ghosts') }),
      highlightOn('The fleet'),
      highlightOn('the harbour', { kind: 'moved', before: before('a harbour') }),
      highlightOn('return before', { kind: 'unsure', before: before('come before') }),
    ])).toEqual([
      ['moved', 'a harbour', 'the harbour'],
      ['unsure', 'come before', 'return before'],
      ['orphan', 'an army of ghosts', null],
    ]);
  });

  it('are also those whose words are not found, though nobody has listed them', () => {
    expect(kindsOf([highlightOn('seventeen purple elephants')])).toEqual([['lost', 'seventeen purple elephants', null]]);
  });

  it('are not drawn in the text while their place is a guess', () => {
    expect(inReadingOrder(index, [highlightOn('the strait', { kind: 'unsure' })])).toMatchObject([{ range: null }]);
  });
});

describe('a highlight whose offsets are of no text', () => {
  it.each([[10_000, 10_009], [20, 4], [-7, -1]])('is found by its words (%i to %i)', (start, end) => {
    const highlight = highlightOn('The fleet');
    expect(inReadingOrder(index, [{ ...highlight, anchor: { ...highlight.anchor, start, end } }])).toMatchObject([{ range: { start: 0, end: 9 } }]);
  });

  it('never cuts a character in two', () => {
    const emoji = 'Ships 🚢 pass in the night';
    const start = emoji.indexOf('🚢') + 1;
    const highlight = { ...highlightOn('The fleet'), anchor: describeAnchor(emoji, { start, end: start + 6 }) };
    expect(inReadingOrder(emoji, [highlight])).toMatchObject([{ range: { start: start - 1, end: start + 6 } }]);
  });
});
