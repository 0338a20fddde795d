import { describe, expect, it } from 'vitest';
import { createHighlightId } from '../../core/base/ids.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import { type LevelOf, noteItems } from './note-items.ts';

function noteAt(start: number): PlacedHighlight {
  const anchor = { start, end: start + 4, exact: 'word', prefix: '', suffix: '' };
  return { highlight: createHighlight({ anchor, colour: 'blue' }, { id: createHighlightId(start, new Uint8Array(10)), now: '2021-11-24T00:00:00.000Z' }), range: anchor };
}

const notes = [noteAt(1), noteAt(2), noteAt(3)];
const groups = [{ tag: null, notes }];
const levelOf = (levels: readonly (number | undefined)[]): LevelOf => (id) => levels[notes.findIndex(({ highlight }) => highlight.id === id)];
const levelsOf = (items: ReturnType<typeof noteItems>) => items.map(({ level }) => level);

describe('noteItems', () => {
  it('stand level with their highlights', () => {
    expect(levelsOf(noteItems(groups, false, levelOf([100, 400, 900])))).toEqual([100, 400, 900]);
  });

  it('stand beside the one before while their own level is not known, so that no other card is pushed away', () => {
    expect(levelsOf(noteItems(groups, false, levelOf([100, undefined, 900])))).toEqual([100, 100, 900]);
  });

  it('have no level where they stand one below the other', () => {
    expect(levelsOf(noteItems(groups, true, null))).toEqual([null, null, null, null]);
  });
});
