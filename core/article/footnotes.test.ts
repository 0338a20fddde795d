import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, createContent, leavesOf, type Mark } from './blocks.ts';
import { findFootnotes, linkFootnotes } from './footnotes.ts';
import { projectContent } from './projection.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';

let count = 0;
/** A paragraph in which "^1^" stands for a raised 1. */
function paragraph(written: string): Block {
  const marks: Mark[] = [];
  let text = '';
  written.split('^').forEach((part, index) => {
    if (index % 2 === 1) marks.push({ kind: 'superscript', start: text.length, end: text.length + part.length });
    text += part;
  });
  return { kind: 'paragraph', leaf: { id: `p${(count += 1)}`, text, marks } };
}
const typed = (text: string): Block => ({ kind: 'paragraph', leaf: { id: `p${(count += 1)}`, text, marks: [] } });
const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: true, start: 1, items: items.map((text) => [paragraph(text)]) });

/** Each reference as "what stands there -> what the note says". */
function pairs(blocks: readonly Block[]): readonly string[] {
  const content = createContent(blocks);
  const { references, notes } = findFootnotes(content);
  const leaves = new Map(content.blocks.flatMap(leavesOf).map((leaf) => [leaf.id, leaf.text]));
  return [...references].flatMap(([id, own]) => own.map(({ start, end, target }) => `${leaves.get(id)?.slice(start, end)} -> ${notes.get(target)?.blocks.flatMap(leavesOf).map((leaf) => leaf.text).join(' ')}`));
}

describe('findFootnotes', () => {
  it.each([
    ['raised numbers and a numbered list, as saved pages have them', [paragraph('One^1^ and two^2^.'), list(['First note', 'Second note'])], ['1 -> First note', '2 -> Second note']],
    ['numbers in brackets, as encyclopedias have them, met more than once', [paragraph('One^[1]^ and again^[1]^.'), list(['Source'])], ['[1] -> Source', '[1] -> Source']],
    ['paragraphs that begin with their number', [paragraph('One^1^.'), paragraph('1. First note')], ['1 -> 1. First note']],
    ['paragraphs that begin with a raised number', [paragraph('One^1^.'), paragraph('^1^First note')], ['1 -> 1First note']],
    ['signs', [paragraph('One^*^.'), paragraph('* A note')], ['* -> * A note']],
    ['Markdown’s own', [typed('One[^a] and two[^b].'), typed('[^a]: Note a'), typed('[^b]: Note b')], ['[^a] -> [^a]: Note a', '[^b] -> [^b]: Note b']],
    ['notes that were set aside', [paragraph('One^1^.'), { kind: 'aside', id: 'x', reason: 'other', blocks: [list(['A note'])] } satisfies Block], ['1 -> A note']],
  ] as const)('finds %s', (_, blocks, expected) => expect(pairs(blocks)).toEqual(expected));

  it.each([
    ['a square metre, though a list follows', [paragraph('Ten m^2^ of deck.'), list(['One', 'Two'])]],
    ['a number without a note', [paragraph('One^1^.')]],
    ['a list that is too short to be the notes', [paragraph('One^1^ two^2^.'), list(['Only one'])]],
    ['a list that stands before the references', [list(['Step one']), paragraph('One^1^.')]],
    ['an ordinal', [paragraph('The 1^st^ fleet.'), list(['One'])]],
  ] as const)('takes %s for none', (_, blocks) => expect(pairs(blocks)).toEqual([]));
});

describe('linkFootnotes', () => {
  it('puts a link over each reference, in place of the one that a page had there', () => {
    const block: Block = { kind: 'paragraph', leaf: { id: 'a', text: 'One1.', marks: [{ kind: 'superscript', start: 3, end: 4 }, { kind: 'link', start: 3, end: 4, href: 'https://example.org/#fn1' }] } };
    const note: Block = { kind: 'list', ordered: true, start: 1, items: [[{ kind: 'paragraph', leaf: { id: 'b', text: 'A note', marks: [] } }]] };
    const content = createContent([block, note]);
    const [first] = linkFootnotes(content, findFootnotes(content)).blocks;
    expect(first).toMatchObject({ leaf: { marks: [{ kind: 'superscript' }, { kind: 'link', start: 3, end: 4, href: '#b' }] } });
  });

  it('moves no text, whatever the content', () => {
    fc.assert(fc.property(arbitraryContent, (content) => {
      expect(projectContent(linkFootnotes(content, findFootnotes(content))).text).toBe(projectContent(content).text);
    }));
  });
});
