import { describe, expect, it } from 'vitest';
import { tagIdSchema } from '../../core/base/ids.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { Shelf } from '../state/view-state.ts';
import { heirOf, shownArticles } from './shown-articles.ts';
import { makeSummary } from './testing/library-window.ts';

const alliance: Tag = { id: tagIdSchema.parse('a'.repeat(26)), name: 'Alliance', colour: 'blue', definition: '', createdAt: '2026-01-01T00:00:00.000Z' };
const ports = makeSummary({ title: 'Patrols and ports', source: 'Gulf Review', byline: 'R. Müller' });
const ships = makeSummary({ title: 'Ships that go dark', status: 'archive', tags: { [alliance.id]: 1 } });
const old = makeSummary({ title: 'Old ports', binnedAt: '2026-01-02T00:00:00.000Z' });
const inbox: Shelf = { kind: 'status', status: 'inbox' };
const shown = (filter: string, shelf: Shelf = inbox) => shownArticles({ articles: [ports, ships, old], tags: [alliance], collections: [], sort: { by: 'title', isReversed: false } }, { shelf, filter }).map((article) => article.title);

describe('shownArticles', () => {
  it.each([
    ['shows the shelf while nothing is typed', '', ['Patrols and ports']],
    ['takes white space for nothing typed', '   ', ['Patrols and ports']],
    ['looks on every shelf but the bin', 's', ['Patrols and ports', 'Ships that go dark']],
    ['finds by a tag’s name', 'alliance', ['Ships that go dark']],
    ['finds by the source', 'gulf', ['Patrols and ports']],
    ['finds by the byline, diacritics folded', 'MULLER', ['Patrols and ports']],
    ['wants every word, in any order and field', 'review patrols', ['Patrols and ports']],
    ['shows nothing where a word is missing', 'patrols alliance', []],
  ])('%s', (_, filter, titles) => expect(shown(filter)).toEqual(titles));

  it('looks in the bin while that is the shelf', () => expect(shown('ports', { kind: 'bin' })).toEqual(['Old ports']));
});

describe('heirOf', () => {
  const list = [ports, ships, old];
  it.each([
    ['the next', ports, list, ships],
    ['the one before at the end', old, list, ships],
    ['the next that stays where others leave too', ports, [old], old],
    ['the last before where none after it stays', old, [ports], ports],
    ['none where nothing stays', ships, [], null],
    ['none beside an only one', ports, [ports], null],
  ])('gives %s', (_, article, staying, heir) => expect(heirOf(list, article.id, (id) => staying.some((each) => each.id === id))).toBe(heir));

  it('gives none for an article that is not in the list', () => expect(heirOf([ports], ships.id, () => true)).toBeNull());
});
