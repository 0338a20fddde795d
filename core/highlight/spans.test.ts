import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRange, arbitraryText } from '../article/testing/arbitrary-content.ts';
import { createHighlightId } from '../base/ids.ts';
import { cutSpans } from './spans.ts';

const ids = [1, 2, 3, 4].map((seed) => createHighlightId(seed, new Uint8Array(10)));
const [first, second] = ids;

const cases = arbitraryText.chain((text) => {
  const range = arbitraryRange(text);
  const marks = fc.array(range.map(({ start, end }) => ({ kind: 'strong' as const, start, end })), { maxLength: 4 });
  const highlights = fc.array(fc.tuple(range, fc.constantFrom(...ids)).map(([each, id]) => ({ ...each, id })), { maxLength: 4 });
  return fc.record({ leaf: marks.map((each) => ({ id: 'a', text, marks: each })), highlights });
});

describe('cutSpans', () => {
  it('cuts where highlights overlap', () => {
    if (!first || !second) throw new Error('no ids');
    const spans = cutSpans({ id: 'a', text: 'abcdef', marks: [] }, [{ id: first, start: 0, end: 4 }, { id: second, start: 2, end: 6 }]);
    expect(spans.map(({ text, highlights }) => [text, highlights])).toEqual([['ab', [first]], ['cd', [first, second]], ['ef', [second]]]);
  });

  it('takes a highlight that goes on past its leaf as far as the leaf goes', () => {
    if (!first) throw new Error('no ids');
    expect(cutSpans({ id: 'a', text: 'abc', marks: [] }, [{ id: first, start: -5, end: 99 }])).toEqual([{ start: 0, text: 'abc', marks: [], spoken: null, highlights: [first] }]);
  });

  it('makes no span of an empty leaf', () => {
    expect(cutSpans({ id: 'a', text: '', marks: [] }, [])).toEqual([]);
  });

  it('gives spans that join to the text, none of them empty', () => {
    fc.assert(fc.property(cases, ({ leaf, highlights }) => {
      const spans = cutSpans(leaf, highlights);
      expect(spans.map((span) => span.text).join('')).toBe(leaf.text);
      for (const span of spans) {
        expect(span.text).not.toBe('');
        expect(leaf.text.startsWith(span.text, span.start)).toBe(true);
      }
    }));
  });

  it('gives every character just the marks and highlights that cover it', () => {
    fc.assert(fc.property(cases, ({ leaf, highlights }) => {
      for (const span of cutSpans(leaf, highlights)) {
        for (let offset = span.start; offset < span.start + span.text.length; offset += 1) {
          const covers = (range: { start: number; end: number }) => range.start <= offset && offset < range.end;
          expect(span.marks).toEqual(leaf.marks.filter(covers));
          expect(span.highlights).toEqual(highlights.filter(covers).map((each) => each.id));
        }
      }
    }));
  });
});
