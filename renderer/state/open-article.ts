import type { Article } from '../../core/article/article.ts';
import type { Content } from '../../core/article/blocks.ts';
import { type Chunk, cutChunks } from '../../core/article/chunks.ts';
import { type Excerpt, projectExcerpt } from '../../core/article/excerpt.ts';
import { findFootnotes, type Footnotes, linkFootnotes, noFootnotes } from '../../core/article/footnotes.ts';
import { type Place, placesOf } from '../../core/article/place.ts';
import { type Projection, projectContent } from '../../core/article/projection.ts';
import type { HighlightId } from '../../core/base/ids.ts';
import { isSameJson } from '../../core/base/same-json.ts';
import { type Highlight, isOrphaned, isUnsure } from '../../core/highlight/highlight.ts';
import { highlightsByLeaf, type LeafHighlights } from '../../core/highlight/leaf-highlights.ts';
import { inReadingOrder, type PlacedHighlight } from '../../core/highlight/reading-order.ts';
import { indexText, type TextIndex } from '../../core/highlight/text-index.ts';

/** An open article with what is derived from it once: its projection, the chunks it is drawn in, the place of each leaf, its highlights in reading order. */
export type OpenArticle = {
  readonly kind: 'open';
  readonly article: Article;
  /** As it is shown: with a link at each reference to a footnote. */
  readonly content: Content;
  readonly footnotes: Footnotes;
  readonly projection: Projection;
  /** The projection's text, in which highlights are found. */
  readonly index: TextIndex;
  readonly chunks: readonly Chunk[];
  /** The chunks whose text is here, by index; null when all of it is. Until then nothing of the text is changed or anchored. */
  readonly excerpt: ReadonlySet<number> | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly highlights: readonly PlacedHighlight[];
  readonly byId: ReadonlyMap<HighlightId, Highlight>;
  /** The same, by leaf: what the text draws. */
  readonly byLeaf: LeafHighlights;
};

type Text = Pick<OpenArticle, 'content' | 'footnotes' | 'projection' | 'index' | 'chunks' | 'excerpt' | 'places'>;

/** In an excerpt most highlights stand in text that is not here yet, so each is taken to be where it says. */
function placeHighlights({ index, excerpt }: Text, highlights: readonly Highlight[]): readonly PlacedHighlight[] {
  if (!excerpt) return inReadingOrder(index, highlights);
  return highlights
    .map((highlight) => ({ highlight, range: isOrphaned(highlight) || isUnsure(highlight) || highlight.anchor.start < 0 || highlight.anchor.end <= highlight.anchor.start ? null : { start: highlight.anchor.start, end: highlight.anchor.end } }))
    .sort((a, b) => a.highlight.anchor.start - b.highlight.anchor.start);
}

function openWith(text: Text, article: Article, before: LeafHighlights): OpenArticle {
  const highlights = placeHighlights(text, article.highlights);
  // The text may come as a whole open article; what is new stands behind it.
  return { ...text, kind: 'open', article, highlights, byId: new Map(article.highlights.map((highlight) => [highlight.id, highlight])), byLeaf: highlightsByLeaf(text.projection, highlights, before) };
}

/** An article with all of its text. */
export function openWhole(article: Article, content: Content): OpenArticle {
  const projection = projectContent(content);
  const footnotes = findFootnotes(content);
  const text = { content: linkFootnotes(content, footnotes), footnotes, projection, index: indexText(projection.text) };
  return openWith({ ...text, chunks: cutChunks(content.blocks, projection), excerpt: null, places: placesOf(content) }, article, new Map());
}

/** A long article with as much of its text as the first screen shows. */
export function openExcerpt(article: Article, excerpt: Excerpt): OpenArticle {
  const projected = projectExcerpt(excerpt);
  const isHere = new Set(excerpt.parts.map(({ index }) => index));
  const text: Text = { ...projected, footnotes: noFootnotes, index: indexText(projected.projection.text), chunks: excerpt.chunks, excerpt: isHere, places: new Map() };
  return openWith(text, article, new Map());
}

/** The open article with a changed document; its text stays as it is. */
export function withArticle(open: OpenArticle, article: Article): OpenArticle {
  return article.highlights === open.article.highlights ? { ...open, article } : openWith(open, article, open.byLeaf);
}

/** The open article with its document as it was read again: every highlight that says the same stays the very one it was, so that nothing of it is placed or drawn anew. */
export function withReadArticle(open: OpenArticle, read: Article): OpenArticle {
  const before = open.article.highlights;
  const highlights = read.highlights.map((highlight) => {
    const known = open.byId.get(highlight.id);
    return known && isSameJson(known, highlight) ? known : highlight;
  });
  const areSame = highlights.length === before.length && highlights.every((highlight, index) => highlight === before[index]);
  return withArticle(open, { ...read, highlights: areSame ? before : highlights });
}
