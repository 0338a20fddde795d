import { describe, expect, it } from 'vitest';
import { createTagId } from '../base/ids.ts';
import { completeTag, createTag, emptyCodebook, findTag, findTagByName, withTag } from './tag.ts';

const made = (age: number) => ({ id: createTagId(age, new Uint8Array(10)), now: new Date(0).toISOString() });
const codebook = ['alliance', 'Freedom of navigation', 'navy', 'Élan'].reduce((book, name, age) => withTag(book, createTag(name, book, made(age))), emptyCodebook);
const names = (typed: string, uses: Readonly<Record<string, number>> = {}) => completeTag(codebook, typed, (id) => uses[findTag(codebook, id)?.name ?? ''] ?? 0).map((tag) => tag.name);

describe('a new tag', () => {
  it('has its name on one line, and a colour that the codebook uses least', () => {
    expect(createTag('  soft\n power ', emptyCodebook, made(9))).toMatchObject({ name: 'soft power', colour: 'blue', definition: '' });
    expect(codebook.tags.map((tag) => tag.colour)).toEqual(['blue', 'red', 'green', 'yellow']);
  });
});

describe('withTag', () => {
  it('keeps tags in the order they were made, and one of each id', () => {
    const [first] = codebook.tags;
    if (!first) throw new Error('no tag');
    const without = { tags: codebook.tags.slice(1) };
    expect(withTag(without, first)).toEqual(codebook);
    expect(withTag(codebook, { ...first, name: 'pact' }).tags.map((tag) => tag.name)).toEqual(['pact', 'Freedom of navigation', 'navy', 'Élan']);
  });
});

describe('findTagByName', () => {
  it.each([['ALLIANCE', 'alliance'], ['  freedom of\nnavigation', 'Freedom of navigation'], ['elan', 'Élan'], ['all', undefined], ['', undefined]])('finds for %j %j', (name, found) => {
    expect(findTagByName(codebook, name)?.name).toBe(found);
  });
});

describe('completeTag', () => {
  it('offers tags whose name holds what was typed, those that begin with it first', () => {
    expect(names('nav')).toEqual(['navy', 'Freedom of navigation']);
  });

  it('offers all when nothing was typed, the most used first, then by name', () => {
    expect(names('', { navy: 3 })).toEqual(['navy', 'alliance', 'Élan', 'Freedom of navigation']);
  });

  it('minds neither case nor accents', () => {
    expect(names('ÉL')).toEqual(['Élan']);
  });
});
