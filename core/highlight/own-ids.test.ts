import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlightId } from '../base/ids.ts';
import { createHighlight } from './highlight.ts';
import { withOwnIds } from './own-ids.ts';

const now = '2026-01-01T00:00:00.000Z';
const anchor = { start: 0, end: 3, exact: 'the', prefix: '', suffix: '' };
const highlights = fc.array(fc.record({ seed: fc.constantFrom(0, 1, 2, 31, 255), note: fc.string() }), { maxLength: 12 })
  .map((drafts) => drafts.map(({ seed, note }) => createHighlight({ anchor, colour: 'yellow', note }, { id: createHighlightId(1, new Uint8Array(10).fill(seed)), now })));

describe('highlights that share an id', () => {
  it('are all kept with what is in them, each under an id of its own, the same at every reading', () => {
    fc.assert(fc.property(highlights, (all) => {
      const own = withOwnIds(all);
      expect(new Set(own.map(({ id }) => id)).size).toBe(all.length);
      expect(own.map(({ note }) => note).sort()).toEqual(all.map(({ note }) => note).sort());
      expect(withOwnIds(all)).toEqual(own);
      expect(withOwnIds(own)).toEqual(own);
    }));
  });

  it('are left as they are where no two do', () => {
    const row = [1, 2].map((seed) => createHighlight({ anchor, colour: 'yellow' }, { id: createHighlightId(seed, new Uint8Array(10)), now }));
    expect(withOwnIds(row)).toBe(row);
  });
});
