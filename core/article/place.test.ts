import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { type Block, createContent, leavesOf } from './blocks.ts';
import { placesOf } from './place.ts';

const paragraph = (id: string): Block => ({ kind: 'paragraph', leaf: { id, text: id, marks: [] } });

describe('placesOf', () => {
  it('counts each kind of place from one, through quotes and lists', () => {
    const places = placesOf(createContent([
      { kind: 'title', leaf: { id: 'title', text: '', marks: [] } },
      paragraph('first'),
      { kind: 'heading', level: 2, leaf: { id: 'heading', text: '', marks: [] } },
      { kind: 'quote', blocks: [paragraph('second')] },
      { kind: 'list', ordered: true, start: 1, items: [[paragraph('third')], [paragraph('fourth')]] },
      { kind: 'aside', id: 'x', reason: 'related', blocks: [paragraph('aside')] },
      { kind: 'rule' },
      paragraph('fifth'),
    ]));
    expect(Object.fromEntries(places)).toEqual({
      title: { kind: 'title' }, first: { kind: 'paragraph', number: 1 }, heading: { kind: 'heading', number: 1 }, second: { kind: 'paragraph', number: 2 },
      third: { kind: 'paragraph', number: 3 }, fourth: { kind: 'paragraph', number: 4 }, aside: { kind: 'aside', number: 1 }, fifth: { kind: 'paragraph', number: 5 },
    });
  });

  it('places every leaf', () => {
    fc.assert(fc.property(arbitraryContent, (content) => {
      expect([...placesOf(content).keys()].sort()).toEqual(content.blocks.flatMap(leavesOf).map((leaf) => leaf.id).sort());
    }));
  });
});
