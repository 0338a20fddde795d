import { describe, expect, it } from 'vitest';
import { createHighlightId, createTagId } from '../../core/base/ids.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import { createTag, emptyCodebook } from '../../core/tag/tag.ts';
import { filterNotes, noFilter } from './filter-notes.ts';

const now = '2021-11-24T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const alliance = createTag('alliance', emptyCodebook, { id: createTagId(0, chance(1)), now });
const ships = createTag('ships', emptyCodebook, { id: createTagId(0, chance(2)), now });

function note(exact: string, { colour = 'blue', tags = [], text = '' }: { colour?: 'blue' | 'red'; tags?: (typeof alliance.id)[]; text?: string } = {}): PlacedHighlight {
  const anchor = { start: 0, end: exact.length, exact, prefix: '', suffix: '' };
  return { highlight: createHighlight({ anchor, colour, tags, note: text }, { id: createHighlightId(0, chance(exact.length)), now }), range: anchor };
}

const élan = note('Élan vital', { text: 'A word of Bergson’s' });
const pact = note('the pact', { colour: 'red', tags: [alliance.id] });
const fleet = note('a fleet in being', { tags: [alliance.id, ships.id], text: 'see Mahan' });
const all = [élan, pact, fleet];
const shown = (filter: Partial<typeof noFilter>, written: Parameters<typeof filterNotes>[2]['written'] = []) => filterNotes(all, { ...noFilter, ...filter }, { tags: [alliance, ships], written });

describe('notes', () => {
  it('are all shown without a filter', () => {
    expect(shown({ text: '  ' })).toBe(all);
  });

  it('are found by words of their quote, note or tags, without accents and case', () => {
    expect(shown({ text: 'elan' })).toEqual([élan]);
    expect(shown({ text: 'BERGSON vital' })).toEqual([élan]);
    expect(shown({ text: 'alliance mahan' })).toEqual([fleet]);
  });

  it('are shown with any of the tags or colours chosen', () => {
    expect(shown({ tags: new Set([ships.id]) })).toEqual([fleet]);
    expect(shown({ tags: new Set([ships.id, alliance.id]) })).toEqual([pact, fleet]);
    expect(shown({ colours: new Set(['red']) })).toEqual([pact]);
  });

  it('are shown with a note written, or without', () => {
    expect(shown({ note: 'with' })).toEqual([élan, fleet]);
    expect(shown({ note: 'without' })).toEqual([pact]);
  });

  it('stay while they are written, whatever they say by now', () => {
    expect(shown({ note: 'without' }, [fleet.highlight.id, null])).toEqual([pact, fleet]);
    expect(shown({ text: 'pact', tags: new Set([alliance.id]) }, ['summary', élan.highlight.id])).toEqual([élan, pact]);
  });

  it('must fulfil all that is asked at once', () => {
    expect(shown({ tags: new Set([alliance.id]), note: 'with', text: 'fleet' })).toEqual([fleet]);
    expect(shown({ tags: new Set([alliance.id]), note: 'with', text: 'pact' })).toEqual([]);
  });
});
