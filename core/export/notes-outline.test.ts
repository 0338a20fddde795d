import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import { projectContent } from '../article/projection.ts';
import { articleWithNotes, codebook, content, exampleHighlight } from './testing/example-article.ts';
import { outlineNotes } from './notes-outline.ts';

const sources = { article: articleWithNotes, content, codebook };

describe('outlineNotes', () => {
  it('tells the highlights in reading order, each with its place', () => {
    const [section] = outlineNotes(sources, 'in-order').sections;
    expect(section?.entries.map(({ entry }) => [entry.place, entry.isOrphan])).toEqual([
      [null, true],
      [{ kind: 'caption', number: 1 }, false],
      [{ kind: 'paragraph', number: 1 }, false],
      [{ kind: 'paragraph', number: 2 }, false],
      [{ kind: 'paragraph', number: 3 }, false],
    ]);
  });

  it('parts a quote where the article’s paragraphs part, and keeps line breaks inside one', () => {
    const paragraphs = outlineNotes(sources, 'in-order').sections[0]?.entries.map(({ entry }) => entry.paragraphs);
    expect(paragraphs?.[2]).toEqual(['right of transit passage. # Not a heading, *nor* emphasis.', 'What the text says', 'Warships give no notice.']);
    expect(paragraphs?.[3]).toEqual(['Warships give no notice.\nSubmarines may stay under water.']);
  });

  it('tells an entry in full under its first tag alone', () => {
    const told = outlineNotes(sources, 'by-tag').sections.map((section) => [section.tag?.name ?? section.kind, section.entries.map(({ isRepeat }) => isRepeat)]);
    expect(told).toEqual([['1984', [false]], ['alliance', [false, true]], ['Élysée', [false]], ['freedom of navigation', [false]], ['untagged', [false]]]);
  });

  it('counts a tag that the codebook has lost as no tag', () => {
    const outline = outlineNotes({ ...sources, codebook: { tags: [] } }, 'by-tag');
    expect(outline.sections.map((section) => section.kind)).toEqual(['untagged']);
    expect(outline.sections[0]?.entries).toHaveLength(5);
  });

  it('tells every highlight in full exactly once, in either arrangement', () => {
    const { text } = projectContent(content);
    const tagIds = codebook.tags.map((tag) => tag.id);
    const highlight = fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 80 }), fc.subarray(tagIds));
    fc.assert(fc.property(fc.array(highlight), fc.constantFrom('in-order' as const, 'by-tag' as const), (drafts, arrangement) => {
      const highlights = drafts.map(([start, length, tags], seed) => exampleHighlight(text, text.slice(start, start + length), { seed, tags }));
      const article: Article = { ...articleWithNotes, highlights };
      const told = outlineNotes({ ...sources, article }, arrangement).sections.flatMap((section) => section.entries.filter(({ isRepeat }) => !isRepeat).map(({ entry }) => entry.id));
      expect(told.toSorted()).toEqual(highlights.map(({ id }) => id).toSorted());
    }));
  });
});
