import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, createContent } from './blocks.ts';
import { projectContent } from './projection.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { comparingContents, type TextChanges } from './text-changes.ts';

function compare(...contents: Parameters<typeof comparingContents>): TextChanges {
  const steps = comparingContents(...contents);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

let leaves = 0;
const leaf = (text: string) => ({ id: `l${(leaves += 1)}`, text, marks: [] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', leaf: leaf(text) });
const heading = (text: string): Block => ({ kind: 'heading', level: 2, leaf: leaf(text) });
const contentOf = (...blocks: readonly Block[]) => createContent(blocks);
const marks = { same: '', added: '+', removed: '-' } as const;
const written = ({ rows }: TextChanges) => rows.map(({ style, pieces }) => `${style}: ${pieces.map(({ kind, text, change }) => (kind === 'same' ? text : `[${change}${marks[kind]}${text}]`)).join('')}`);

describe('comparingContents', () => {
  it('shows words that were changed, in their paragraphs and by number', () => {
    const changes = compare(contentOf(heading('At sea'), paragraph('Two ships left.'), paragraph('Nobody saw them.')), contentOf(heading('At sea'), paragraph('Three ships left.'), paragraph('Nobody saw them go.')));
    expect(written(changes)).toEqual(['heading: At sea', 'text: [0-Two][0+Three] ships left.', 'text: Nobody saw them[1+ go].']);
    expect(changes).toMatchObject({ changeCount: 2, addedWords: 2, removedWords: 1 });
  });

  it('shows paragraphs that came and went as they were drawn', () => {
    const changes = compare(contentOf(paragraph('One stays.'), heading('Gone'), paragraph('Last.')), contentOf(paragraph('One stays.'), paragraph('Last.'), { kind: 'quote', blocks: [paragraph('Come.')] }));
    expect(written(changes)).toEqual(['text: One stays.', 'heading: [0-Gone]', 'text: Last.', 'quote: [1+Come.]']);
  });

  it('has nothing to say of the same text', () => expect(compare(contentOf(paragraph('Same.')), contentOf(paragraph('Same.')))).toMatchObject({ changeCount: 0, addedWords: 0, removedWords: 0 }));

  it('does not count a paragraph that was parted in two: not a word is another', () => {
    expect(compare(contentOf(paragraph('One sentence. Another sentence.')), contentOf(paragraph('One sentence. '), paragraph('Another sentence.')))).toMatchObject({ changeCount: 0 });
  });

  it('holds every word of both texts, in order, and numbers changes without a gap', () => {
    fc.assert(fc.property(arbitraryContent, arbitraryContent, (before, after) => {
      const { rows, changeCount } = compare(before, after);
      const pieces = rows.flatMap((row) => row.pieces);
      const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('');
      const textOf = (content: typeof before) => projectContent(content).text.replaceAll('\n', '');
      expect([without('added'), without('removed')]).toEqual([textOf(before), textOf(after)]);
      expect([...new Set(pieces.flatMap(({ change }) => change ?? []))]).toEqual(Array.from({ length: changeCount }, (_, index) => index));
    }), { numRuns: 200 });
  });
});
