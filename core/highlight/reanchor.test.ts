import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlightId } from '../base/ids.ts';
import { type Anchor, describeAnchor } from './anchor.ts';
import { createHighlight, type Highlight } from './highlight.ts';
import { reanchor } from './reanchor.ts';
import { placeHighlights } from './reading-order.ts';
import { editedOutside, hardText } from './testing/arbitrary-edit.ts';

const before = [
  'Straits: who may pass?',
  'Ships of all states enjoy the right of transit passage through straits that are used for navigation.',
  'A coastal state may not hamper it, nor make it wait.',
  'Warships give no notice, and submarines may stay under water, whatever the minister says of it.',
  'The treaty was signed by sixty states in the year after the conference had ended in the bay.',
].join('\n');
let count = 0;
function make(anchor: Anchor, more: Partial<Highlight> = {}): Highlight {
  count += 1;
  return { ...createHighlight({ anchor, colour: 'yellow', note: 'Mine.' }, { id: createHighlightId(count, new Uint8Array(10)), now: '2026-01-01T00:00:00.000Z' }), ...more };
}
const on = (quote: string, more: Partial<Highlight> = {}) => make(describeAnchor(before, { start: before.indexOf(quote), end: before.indexOf(quote) + quote.length }), more);
const one = (highlight: Highlight, after: string) => {
  const [answer] = reanchor([highlight], before, after);
  if (!answer) throw new Error('each highlight is answered for');
  return answer;
};

describe('reanchor', () => {
  it('leaves a highlight unchanged that only slid along, with an anchor for its new offsets', () => {
    const { kind, next } = one(on('may not hamper it'), `A dek that was not there before.\n${before}`);
    expect(kind).toBe('unchanged');
    expect(next).toEqual({ anchor: expect.objectContaining({ start: before.indexOf('may not') + 33, exact: 'may not hamper it' }), review: null });
  });

  it('tells a highlight whose words were changed as moved, with the old quote beside the new text', () => {
    const answer = one(on('submarines may stay under water'), before.replace('may stay under', 'may remain under'));
    expect(answer).toMatchObject({
      kind: 'moved', quote: 'submarines may stay under water', to: { text: 'submarines may remain under water' },
      next: { anchor: { exact: 'submarines may remain under water' }, review: { kind: 'moved', before: { exact: 'submarines may stay under water' } } },
    });
  });

  it('tells a highlight in a paragraph that was moved far as moved', () => {
    const [first = '', ...others] = [before.replaceAll('\n', ' '), ...Array.from({ length: 60 }, (_, at) => `Ship ${at} passed the strait on day ${at * 13} of that year, bound for the port of ${'abcdefgh'.charAt(at % 8)}${at}.`)];
    const [old, moved] = [[first, ...others].join('\n'), [...others, first].join('\n')];
    const highlight = make(describeAnchor(old, { start: old.indexOf('Warships'), end: old.indexOf('Warships') + 23 }));
    expect(reanchor([highlight], old, moved)).toMatchObject([{ kind: 'moved', to: { text: 'Warships give no notice' } }]);
  });

  it('lists a highlight for review where two places are as good, with both', () => {
    const line = 'Monday: oats and two eggs with a cup of black tea at seven.';
    const highlight = make(describeAnchor(line, { start: 8, end: 25 }));
    const [answer] = reanchor([highlight], line, `Intro.\n${line}\n${line}`);
    expect(answer).toMatchObject({ kind: 'review', quote: 'oats and two eggs', next: { review: { kind: 'unsure' } } });
    expect(answer?.kind === 'review' && answer.candidates.map(({ text }) => text)).toEqual(['oats and two eggs', 'oats and two eggs']);
  });

  it('keeps an orphan where it stood, note and all', () => {
    const highlight = on('The treaty was signed by sixty states');
    const after = before.slice(0, before.lastIndexOf('\n'));
    expect(one(highlight, after)).toEqual({ kind: 'orphan', highlight, quote: 'The treaty was signed by sixty states', next: { anchor: highlight.anchor, review: { kind: 'lost' } } });
  });

  it('finds an orphan again when its words are back, and says so', () => {
    const highlight = make(describeAnchor('It was a stormy night in October.', { start: 9, end: 21 }), { review: { kind: 'orphan' } });
    expect(reanchor([highlight], before, before)).toMatchObject([{ kind: 'orphan', next: { review: { kind: 'orphan' } } }]);
    expect(reanchor([highlight], before, `It was a stormy night in October.\n${before}`)).toMatchObject([{ kind: 'moved', to: { text: 'stormy night' } }]);
  });

  it('keeps the first quote through several changes, until somebody has looked', () => {
    const first = one(on('submarines may stay under water'), before.replace('may stay under', 'may remain under'));
    const between = before.replace('may stay under', 'may remain under');
    const [second] = reanchor([{ ...first.highlight, ...first.next }], between, between.replace('Straits:', 'The straits:'));
    expect(second?.next.review?.before?.exact).toBe('submarines may stay under water');
  });

  it('mends the offsets of an anchor that were wrong', () => {
    const answer = one(on('hamper it', { anchor: { ...on('hamper it').anchor, start: 9_000, end: 3 } }), before);
    expect(answer.next.anchor.start).toBe(before.indexOf('hamper it'));
  });

  it('after any edit elsewhere leaves a highlight on its words, or lists it', () => {
    fc.assert(fc.property(editedOutside, ({ text, range, after }) => {
      const [answer] = reanchor([make(describeAnchor(text, range))], text, after);
      if (answer?.kind === 'unchanged' || answer?.kind === 'moved') expect(after.slice(answer.next.anchor.start, answer.next.anchor.end)).toBe(text.slice(range.start, range.end));
      if (answer?.kind === 'unchanged') expect(answer.next.review).toBeNull();
      else expect(answer?.next.review).not.toBeNull();
    }), { numRuns: 300 });
  });

  /** Where an anchor shows: one that cuts a character in two shows all of it. */
  const whole = (text: string, { start, end }: { readonly start: number; readonly end: number }) => {
    const cuts = (at: number) => /[\ud800-\udbff]$/.test(text.slice(Math.max(0, at - 1), at)) && /^[\udc00-\udfff]/.test(text.slice(at, at + 1));
    return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
  };

  it('answers for each highlight, in order, and what it answers stands where it says', () => {
    fc.assert(fc.property(hardText, hardText, fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 80 })), { maxLength: 5 }), (old, next, spans) => {
      const highlights = spans.flatMap(([start, length]) => (start < old.length ? [make(describeAnchor(old, { start, end: Math.min(old.length, start + length) }))] : []));
      const answers = reanchor(highlights, old, next);
      expect(answers.map(({ highlight }) => highlight)).toEqual(highlights);
      for (const { kind, highlight, next: { anchor, review } } of answers) {
        if (kind === 'orphan') expect(anchor).toEqual(highlight.anchor);
        else expect(next.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        const [placed] = placeHighlights(next, [{ ...highlight, anchor, review }]);
        // A guess has no place in the text until somebody has looked.
        expect(placed?.range).toEqual(kind === 'orphan' || review?.kind === 'unsure' ? null : whole(next, anchor));
      }
    }), { numRuns: 300 });
  });
});
