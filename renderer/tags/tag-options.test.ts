import { describe, expect, it } from 'vitest';
import { createArticleId, createTagId } from '../../core/base/ids.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { createTag, emptyCodebook, type Tag } from '../../core/tag/tag.ts';
import { countTagUse, likelyOption, type TagOption, tagOptions } from './tag-options.ts';

const now = '2021-11-24T00:00:00.000Z';
const chance = (seed: number) => new Uint8Array(10).fill(seed);
const makeTag = (name: string, seed: number): Tag => createTag(name, emptyCodebook, { id: createTagId(0, chance(seed)), now });

const alliance = makeTag('alliance', 1);
const rally = makeTag('rally', 2);
const all = makeTag('all', 3);
const tags = [rally, alliance];
const use = new Map([[alliance.id, 86], [rally.id, 200]]);

const shown = (options: readonly TagOption[]) => options.map((option) => (option.kind === 'tag' ? `${option.tag.name} ${option.use}` : `create ${option.name}`));

function press(typed: string, known = tags): string | undefined {
  const options = tagOptions({ tags: known, chosen: [], typed, use });
  return shown(options)[likelyOption(options, typed)];
}

describe('tagOptions', () => {
  it('completes, then offers to create a tag of the name typed', () => {
    expect(shown(tagOptions({ tags, chosen: [], typed: ' All ', use }))).toEqual(['alliance 86', 'rally 200', 'create All']);
  });

  it('offers the most used tags before anything is typed, and nothing to create', () => {
    expect(shown(tagOptions({ tags, chosen: [], typed: '', use }))).toEqual(['rally 200', 'alliance 86']);
  });

  it('puts the tag of that very name first and creates no second one, whatever its case', () => {
    expect(shown(tagOptions({ tags: [...tags, all], chosen: [], typed: 'ALL', use }))).toEqual(['all 0', 'alliance 86', 'rally 200']);
  });

  it('leaves out what is chosen already', () => {
    expect(shown(tagOptions({ tags, chosen: [alliance.id], typed: 'alliance', use }))).toEqual([]);
  });

  it('stays short in a codebook of thousands', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ ...alliance, name: `tag ${index}` }));
    expect(tagOptions({ tags: many, chosen: [], typed: 'tag', use }).length).toBeLessThan(10);
  });
});

describe('likelyOption', () => {
  it.each([
    ['takes the completion that begins as typed', 'al', 'alliance 86'],
    ['creates rather than take a name that only contains what was typed', 'lian', 'create lian'],
    ['creates where nothing matches', 'trade', 'create trade'],
    ['takes nothing before something is typed', '  ', undefined],
  ])('%s', (_, typed, taken) => expect(press(typed)).toBe(taken));
});

describe('countTagUse', () => {
  it('adds up the articles, those in the bin left out', () => {
    const summary = { id: createArticleId(0, chance(1)), title: 'A', label: null, byline: null, source: null, url: null, original: '', published: null, language: null, direction: 'ltr', importedAt: now, changedAt: now, status: 'inbox', progress: 0, wordCount: 1, highlightCount: 2, noteCount: 0, reviewCount: 0, tags: { [alliance.id]: 2 }, binnedAt: null, links: [] } satisfies ArticleSummary;
    expect(countTagUse([summary, summary, { ...summary, binnedAt: now }]).get(alliance.id)).toBe(4);
  });
});
