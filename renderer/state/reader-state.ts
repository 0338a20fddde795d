import { createStore } from 'zustand/vanilla';
import type { Article } from '../../core/article/article.ts';
import type { Content } from '../../core/article/blocks.ts';
import { type Place, placesOf } from '../../core/article/place.ts';
import { type Projection, projectContent } from '../../core/article/projection.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId, HighlightId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import { highlightsByLeaf, type LeafHighlights } from '../../core/highlight/leaf-highlights.ts';
import { inReadingOrder, type PlacedHighlight } from '../../core/highlight/reading-order.ts';

/** An open article with what is derived from it once: its projection, the place of each leaf, its highlights in reading order. */
export type OpenArticle = {
  readonly kind: 'open';
  readonly article: Article;
  readonly content: Content;
  readonly projection: Projection;
  readonly places: ReadonlyMap<string, Place>;
  readonly highlights: readonly PlacedHighlight[];
  /** The same, by leaf: what the text draws. */
  readonly byLeaf: LeafHighlights;
};

export type Opened = { readonly kind: 'none' } | { readonly kind: 'loading'; readonly id: ArticleId } | { readonly kind: 'failed'; readonly id: ArticleId; readonly fault: Fault } | OpenArticle;

/** What the toolbar by the text is about: a selection that is not yet a highlight, or a highlight. */
export type Target = { readonly kind: 'selection'; readonly range: Range } | { readonly kind: 'highlight'; readonly id: HighlightId };

export type ReaderState = {
  readonly opened: Opened;
  /** The highlight that text and notes both show as chosen. */
  readonly selectedId: HighlightId | null;
  /** What the toolbar is open for; null when it is closed. */
  readonly target: Target | null;
  /** The highlight whose note is being written, or 'summary'. */
  readonly editing: HighlightId | 'summary' | null;
  /** Counts requests to bring the selected highlight into view, by the side that is to scroll. */
  readonly reveal: { readonly side: 'text' | 'notes' | 'both'; readonly count: number };
  /** What a search found in the open article and the text is to show; null when it shows nothing of the kind. */
  readonly found: Range | null;
  /** The furthest point of the text on screen so far, 0 to 1. */
  readonly progress: number;
};

export function makeReaderStore() {
  return createStore<ReaderState>(() => ({ opened: { kind: 'none' }, selectedId: null, target: null, editing: null, reveal: { side: 'both', count: 0 }, found: null, progress: 0 }));
}
export type ReaderStateStore = ReturnType<typeof makeReaderStore>;

export function openArticleState(article: Article, content: Content): OpenArticle {
  const projection = projectContent(content);
  const highlights = inReadingOrder(projection.text, article.highlights);
  return { kind: 'open', article, content, projection, places: placesOf(content), highlights, byLeaf: highlightsByLeaf(projection, highlights, new Map()) };
}

/** The open article with a changed document; text and projection stay as they are. */
export function withArticle(open: OpenArticle, article: Article): OpenArticle {
  if (article.highlights === open.article.highlights) return { ...open, article };
  const highlights = inReadingOrder(open.projection.text, article.highlights);
  return { ...open, article, highlights, byLeaf: highlightsByLeaf(open.projection, highlights, open.byLeaf) };
}

export function openArticleOf(store: ReaderStateStore): OpenArticle | null {
  const { opened } = store.getState();
  return opened.kind === 'open' ? opened : null;
}

/** The article that is open, or about to be. */
export function openedId(opened: Opened): ArticleId | null {
  return opened.kind === 'open' ? opened.article.id : opened.kind === 'none' ? null : opened.id;
}

/** Chooses a highlight and brings it into view on the given side. */
export function selectHighlight(store: ReaderStateStore, id: HighlightId | null, side: 'text' | 'notes' | 'both'): void {
  store.setState((state) => ({
    selectedId: id,
    reveal: { side, count: state.reveal.count + 1 },
    // A toolbar about another highlight would now be about the wrong one.
    target: state.target?.kind === 'highlight' && state.target.id !== id ? null : state.target,
  }));
}
