import { describe, expect, it } from 'vitest';
import { createArticleId, createHighlightId } from '../base/ids.ts';
import { libraryHref, libraryHrefsIn, libraryMarkdown, parseLibraryHref, redirectLibraryLinks } from './library-link.ts';

const articleId = createArticleId(1, new Uint8Array(10).fill(1));
const highlightId = createHighlightId(2, new Uint8Array(10).fill(2));
const toArticle = { articleId, highlightId: null };
const toHighlight = { articleId, highlightId };

describe('a link into the library', () => {
  it.each([toArticle, toHighlight])('is read as it was written', (link) => {
    expect(parseLibraryHref(libraryHref(link))).toEqual(link);
  });

  it.each(['https://example.org', 'lectern:', 'lectern:../x', `lectern:${articleId}/`, `lectern:${articleId}/${highlightId}/x`, `lectern:${articleId.toUpperCase()}`])('%s is none', (href) => {
    expect(parseLibraryHref(href)).toBeNull();
  });

  it('is found in a note, once for each place that it leads to', () => {
    const note = `See ${libraryMarkdown('this', toHighlight)}, ${libraryMarkdown('that', toArticle)} and ${libraryMarkdown('this again', toHighlight)}, not [x](https://example.org).`;
    expect(libraryHrefsIn(note)).toEqual([libraryHref(toHighlight), libraryHref(toArticle)]);
  });

  it('can be led elsewhere, or left as it is', () => {
    const note = `${libraryMarkdown('a', toArticle)} ${libraryMarkdown('b', toHighlight)}`;
    expect(redirectLibraryLinks(note, ({ highlightId: id }) => (id ? 'other.md#^h' : null))).toBe(`[a](${libraryHref(toArticle)}) [b](other.md#^h)`);
  });
});
