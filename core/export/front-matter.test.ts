import { describe, expect, it } from 'vitest';
import { articleWithoutNotes, exampleCodebook } from './testing/example-article.ts';
import { authorsOf, frontMatter } from './front-matter.ts';
import { outlineNotes } from './notes-outline.ts';

const entriesOf = (details: Partial<typeof articleWithoutNotes>) =>
  frontMatter(outlineNotes({ article: { ...articleWithoutNotes, ...details }, content: null, codebook: exampleCodebook() }, 'in-order')).split('\n');

describe('frontMatter', () => {
  it('gives the source’s name where there is no address', () => {
    const lines = entriesOf({ url: null, source: 'The Example' });
    expect(lines).toContain('source: The Example');
    expect(lines.join('\n')).not.toContain('publication');
  });

  it('leaves out what is not known', () => {
    expect(entriesOf({ url: null, source: null, byline: null, dek: null, published: null, language: null }).map((line) => line.split(':')[0])).toEqual(['---', 'title', 'captured', 'lectern-id', '---', '']);
  });

  it.each([
    ['2026-03-12', 'published: 2026-03-12'],
    ['2026-03-12T23:30:00-05:00', 'published: 2026-03-12'],
    ['2026-03', 'published: "2026-03"'],
    ['2026', 'published: "2026"'],
  ])('writes the date %s as %s', (published, line) => expect(entriesOf({ published })).toContain(line));

  it('keeps a language from being read as a truth value', () => {
    expect(entriesOf({ language: 'no' })).toContain('language: "no"');
    expect(entriesOf({ language: 'en-GB' })).toContain('language: en-GB');
  });

  it('keeps a hostile title on its line', () => {
    expect(entriesOf({ title: 'x\n---\nevil: "y"' })[1]).toBe(String.raw`title: "x --- evil: \"y\""`);
  });
});

describe('authorsOf', () => {
  it.each([
    ['By Ann Example', ['Ann Example']],
    ['BY ANN EXAMPLE and BO SAMPLE', ['ANN EXAMPLE', 'BO SAMPLE']],
    ['Ann Example, Bo Sample and Cy Pattern', ['Ann Example', 'Bo Sample', 'Cy Pattern']],
    ['Ann Example, Bo Sample, and Cy Pattern', ['Ann Example', 'Bo Sample', 'Cy Pattern']],
    ['Ann Example; Bo Sample', ['Ann Example', 'Bo Sample']],
    ['Ann Example & Bo Sample', ['Ann Example', 'Bo Sample']],
    ['Ann Example, Moscow', ['Ann Example, Moscow']],
    ['By: ', []],
  ])('reads %j as %j', (byline, authors) => expect(authorsOf(byline)).toEqual(authors));
});
