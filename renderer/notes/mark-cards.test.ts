import { describe, expect, it } from 'vitest';
import { createHighlightId, type HighlightId } from '../../core/base/ids.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import { createArticleId } from '../../core/base/ids.ts';
import { mergeEdits } from './bulk-notes.ts';
import { markedAmong, markStretch, nothingMarked, toggleMark } from './mark-cards.ts';

const chance = (seed: number) => new Uint8Array(10).fill(seed);
const ids = [1, 2, 3, 4].map((seed) => createHighlightId(seed, chance(seed)));
const [a, b, c, d] = ids as [HighlightId, HighlightId, HighlightId, HighlightId];

describe('marking cards', () => {
  it('marks one and takes the mark away again', () => {
    const one = toggleMark(nothingMarked, b);
    expect([...one.ids]).toEqual([b]);
    expect(toggleMark(one, b).ids.size).toBe(0);
  });

  it('marks a stretch from the last one marked, in either direction, as often as it is moved', () => {
    const from = toggleMark(nothingMarked, c);
    expect([...markStretch(from, ids, a).ids]).toEqual([a, b, c]);
    expect([...markStretch(markStretch(from, ids, a), ids, d).ids]).toEqual([c, d]);
  });

  it('marks the card alone where the stretch has no beginning any more', () => {
    expect([...markStretch(toggleMark(nothingMarked, a), [b, c], c).ids]).toEqual([c]);
  });

  it('forgets cards that are not shown', () => {
    expect([...markedAmong({ ids: new Set([a, d]), from: null }, [d, b])]).toEqual([d]);
  });
});

describe('merging notes', () => {
  const articleId = createArticleId(1, chance(9));
  const anchor = { start: 0, end: 3, exact: 'the', prefix: '', suffix: '' };
  const highlight = (id: HighlightId, note: string) => createHighlight({ anchor, colour: 'blue', note }, { id, now: '2021-11-24T00:00:00.000Z' });

  it('puts all of them into the first, in order, and empties the others', () => {
    const edits = mergeEdits(articleId, [highlight(a, 'One.'), highlight(b, ''), highlight(c, 'Two.\n')]);
    expect(edits).toMatchObject([{ kind: 'note-highlight', highlightId: a, note: 'One.\n\nTwo.' }, { kind: 'tag-highlight', highlightId: a }, { kind: 'note-highlight', highlightId: c, note: '' }]);
    expect(edits).toHaveLength(3);
  });

  it('does nothing with a single one, and refuses what would be too long for a note', () => {
    expect(mergeEdits(articleId, [highlight(a, 'One.')])).toEqual([]);
    expect(mergeEdits(articleId, [highlight(a, 'x'.repeat(600_000)), highlight(b, 'y'.repeat(600_000))])).toBeNull();
  });
});
