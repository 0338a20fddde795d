import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../core/api/commands.ts';
import { foldText } from '../../core/base/text.ts';
import { commandLabels } from '../../core/messages/command-labels.ts';
import { type EntryKind, groupEntries, type Matchable, matchEntries, SHOWN_LIMIT } from './match-entries.ts';

const entry = (label: string, kind: EntryKind = 'article', isOff = false): Matchable => ({ key: `${kind} ${label}`, kind, folded: foldText(label), isOff });
const all: readonly Matchable[] = commands.map(({ id }) => entry(commandLabels[id], 'command'));
const articles = ['The strait', 'Entente cordiale', 'A strait of Élan', 'Restrained', 'Cordial entente'].map((label) => entry(label));
const labels = (query: string, recent: readonly string[] = [], entries: readonly Matchable[] = articles) => matchEntries(entries, query, recent).map(({ folded }) => folded);

describe('matchEntries', () => {
  it('finds every command first by its own label, in whatever case', () => {
    for (const { id } of commands) {
      for (const query of [commandLabels[id], commandLabels[id].toUpperCase()]) expect(matchEntries(all, query, [])[0]?.key).toBe(`command ${commandLabels[id]}`);
    }
  });

  it('finds a label by its words in any order, each cut short', () => {
    fc.assert(fc.property(
      fc.constantFrom(...commands).chain(({ id }) => fc.record({ id: fc.constant(id), words: fc.shuffledSubarray(commandLabels[id].split(' '), { minLength: 1 }), length: fc.integer({ min: 3, max: 20 }) })),
      ({ id, words, length }) => {
        const query = words.map((word) => word.slice(0, length)).join(' ');
        expect(matchEntries(all.filter(({ key }) => key === `command ${commandLabels[id]}`), query, [])).toHaveLength(1);
      },
    ));
  });

  it.each([
    ['what begins with the query comes first', 'entente', ['entente cordiale', 'cordial entente']],
    ['words may come in any order', 'cordi ent', ['entente cordiale', 'cordial entente']],
    ['accents do not count', 'elan', ['a strait of elan']],
    ['a word’s start counts before its middle', 'strai', ['the strait', 'a strait of elan', 'restrained']],
    ['letters may be left out', 'entnt', ['entente cordiale', 'cordial entente']],
    ['every word must be there', 'strait unicorn', []],
  ])('%s', (_, query, found) => expect(labels(query)).toEqual(found));

  it('what was used lately comes before what fits as well', () => {
    expect(labels('strait', ['article A strait of Élan'])).toEqual(['a strait of elan', 'the strait']);
    expect(labels('', ['article Restrained', 'article The strait']).slice(0, 2)).toEqual(['restrained', 'the strait']);
  });

  it('what is off comes last', () => {
    expect(labels('undo', [], [entry('Undo', 'command', true), entry('The undoing of it')])).toEqual(['the undoing of it', 'undo']);
  });

  it('shows no more than fit, and no kind pushes another out', () => {
    const many = [...Array.from({ length: 10_000 }, (_, index) => entry(`The note ${index}`)), entry('The tag', 'tag')];
    const found = matchEntries(many, 'the', []);
    expect(found.length).toBeLessThanOrEqual(SHOWN_LIMIT);
    expect(found.map(({ key }) => key)).toContain('tag The tag');
  });

  it('takes any query', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => {
      expect(matchEntries(all, query, []).length).toBeLessThanOrEqual(SHOWN_LIMIT);
    }));
  });
});

it('groups stand in the order of their best entries', () => {
  const groups = groupEntries([entry('a', 'tag'), entry('b'), entry('c', 'tag')]);
  expect(groups.map(({ kind, entries }) => [kind, entries.length])).toEqual([['tag', 2], ['article', 1]]);
});
