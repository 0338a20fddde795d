import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../core/article/testing/arbitrary-content.ts';
import { createHighlightId } from '../../core/base/ids.ts';
import { parseQuery } from '../../core/search/parse-query.ts';
import { searchColumns, wantedOf } from '../../core/search/query.ts';
import type { SearchedText } from '../../core/search/searched-article.ts';
import { snippetsOf } from '../../core/search/snippets.ts';
import { packTexts, unpackTexts } from './shown-texts.ts';

const highlightId = createHighlightId(0, new Uint8Array(10));
const searched = fc.record({ column: fc.constantFrom(...searchColumns), text: arbitraryText }, { requiredKeys: ['column', 'text'] });
/** Texts of an article, with quotes that stand in its text and some that do not. */
const arbitraryTexts = fc.tuple(fc.array(searched, { maxLength: 5 }), arbitraryText, fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 4 })).map(([others, text, cuts]): readonly SearchedText[] => [
  ...others.filter(({ column }) => column !== 'text'),
  ...cuts.map(([from, length]) => ({ column: 'quotes', text: text.slice(from, from + length), highlightId }) as const),
  { column: 'text', text },
]);

describe('packTexts', () => {
  it('keeps the texts of any article as they are', () => {
    fc.assert(fc.property(arbitraryTexts, (texts) => {
      expect(unpackTexts(packTexts(texts))).toEqual(texts);
    }));
  });

  it('keeps what makes the same snippets', () => {
    fc.assert(fc.property(arbitraryTexts, arbitraryText, (texts, query) => {
      const wanted = wantedOf(parseQuery(query).query);
      expect(snippetsOf(unpackTexts(packTexts(texts)) ?? [], wanted)).toEqual(snippetsOf(texts, wanted));
    }));
  });

  it('keeps a quote that stands in the text once', () => {
    const text = 'The alliance sent three ships through the strait';
    expect(packTexts([{ column: 'quotes', text: 'three ships', highlightId }, { column: 'text', text }])).not.toContain('"three ships"');
  });
});

describe('unpackTexts', () => {
  it.each(['', 'null', '{}', '[1]', '[["text"]]', '[[99,"a",0,0,null]]', '[[1,"a",0,0'])('knows that nobody packed %s', (packed) => expect(unpackTexts(packed)).toBeNull());
});
