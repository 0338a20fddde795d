import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromLecternMarkdown, isLecternMarkdown } from './lectern-markdown.ts';

const golden = (name: string) => readFileSync(new URL(`../../export/golden/${name}.md`, import.meta.url), 'utf8');

describe('fromLecternMarkdown', () => {
  it.each(['in-order', 'by-tag'])('reads back all that was exported %s', (name) => {
    const [reading] = fromLecternMarkdown(golden(name)) ?? [];
    expect(reading).toMatchObject({
      found: { title: 'Straits: who may pass?', byline: 'Ann Example, Bo Sample, Cy Pattern', url: 'https://example.org/straits?a=1#top', source: 'The Example', published: '2026-03-12' },
      note: 'Transit passage is **not** innocent passage.\n\n- see the convention', lecternId: '01kkmt92009xd6aw3vgt8ss9xj',
    });
    const marks = (reading?.highlights ?? []).map(({ quote, note, tags, colour }) => ({ quote, note, tags, colour })).toSorted((a, b) => (a.quote < b.quote ? -1 : 1));
    expect(marks).toEqual([
      { quote: 'A frigate under way in the narrows.', note: '', tags: [], colour: 'yellow' },
      { quote: 'Warships give no notice.\nSubmarines may stay under water.', note: '', tags: ['1984'], colour: 'grey' },
      { quote: 'a sentence that the text has lost', note: '<!-- check\n-->', tags: ['alliance'], colour: 'green' },
      { quote: 'right of transit passage. # Not a heading, *nor* emphasis.\nWhat the text says\nWarships give no notice.', note: 'The core of it. See [[Convention]] #law', tags: ['freedom of navigation', 'alliance'], colour: 'blue' },
      { quote: '“We sail where the law allows,” the minister said. It costs $5 a ton, or $6.', note: 'Who pays?\n\n```\nfee = tons * 5\n```', tags: ['Élysée'], colour: 'red' },
    ]);
  });

  it('knows its own from other Markdown', () => {
    expect(isLecternMarkdown(golden('in-order'))).toBe(true);
    expect([isLecternMarkdown('# lectern-id: x'), isLecternMarkdown('---\ntitle: x\n---\nlectern-id: "01kkmt92009xd6aw3vgt8ss9xj"')]).toEqual([false, false]);
  });
});
