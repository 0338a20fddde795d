import { describe, expect, it } from 'vitest';
import { createHighlightId, createTagId, type TagId } from '../../core/base/ids.ts';
import { createHighlight } from '../../core/highlight/highlight.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import { createTag, emptyCodebook, type Tag } from '../../core/tag/tag.ts';
import { cardKey, currentCard, groupByTag } from './note-groups.ts';

const now = '2021-11-24T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);

function makeTag(name: string, seed: number): Tag {
  return createTag(name, emptyCodebook, { id: createTagId(0, chance(seed)), now });
}

function makeNote(exact: string, tags: readonly TagId[], seed: number): PlacedHighlight {
  const anchor = { start: seed, end: seed + exact.length, exact, prefix: '', suffix: '' };
  return { highlight: createHighlight({ anchor, colour: 'blue', tags }, { id: createHighlightId(0, chance(seed)), now }), range: anchor };
}

const ships = makeTag('ships', 1);
const alliance = makeTag('alliance', 2);
const unused = makeTag('unused', 3);
const tags = [ships, alliance, unused];

describe('groupByTag', () => {
  it('puts a note under each of its tags, tags by name, and those without a tag last', () => {
    const both = makeNote('both', [ships.id, alliance.id], 1);
    const none = makeNote('none', [], 2);
    const one = makeNote('one', [ships.id], 3);
    expect(groupByTag([both, none, one], tags)).toEqual([{ tag: alliance, notes: [both] }, { tag: ships, notes: [both, one] }, { tag: null, notes: [none] }]);
  });

  it('never loses a note whose tag the codebook does not know', () => {
    const strange = makeNote('strange', [createTagId(0, chance(9))], 1);
    expect(groupByTag([strange], tags)).toEqual([{ tag: null, notes: [strange] }]);
  });

  it('gives each card of one highlight its own key', () => {
    const both = makeNote('both', [ships.id, alliance.id], 1);
    const keys = groupByTag([both], tags).map((group) => cardKey(group, both));
    expect(new Set(keys).size).toBe(2);
  });
});

describe('currentCard', () => {
  const both = makeNote('both', [ships.id, alliance.id], 1);
  const other = makeNote('other', [alliance.id], 2);
  const groups = groupByTag([both, other], tags);
  const keyIn = (tag: Tag, note: PlacedHighlight) => cardKey({ tag, notes: [] }, note);

  it('is the card that was used, of those that show the highlight', () => {
    expect(currentCard(groups, both.highlight.id, keyIn(ships, both))).toBe(keyIn(ships, both));
  });

  it('is the first card of the highlight when another card was used', () => {
    expect(currentCard(groups, both.highlight.id, keyIn(alliance, other))).toBe(keyIn(alliance, both));
  });

  it('is the first of all when nothing is chosen, so that the keyboard can come in', () => {
    expect(currentCard(groups, null, keyIn(alliance, other))).toBe(keyIn(alliance, both));
    expect(currentCard([], null, null)).toBeNull();
  });
});
