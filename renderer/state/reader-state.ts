import { createStore } from 'zustand/vanilla';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId, HighlightId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import type { Wanted } from '../../core/search/find-in-text.ts';
import type { OpenArticle } from './open-article.ts';

export type Opened = { readonly kind: 'none' } | { readonly kind: 'loading'; readonly id: ArticleId } | { readonly kind: 'failed'; readonly id: ArticleId; readonly fault: Fault } | OpenArticle;

/** What the toolbar by the text is about: a selection that is not yet a highlight, or a highlight. */
export type Target = { readonly kind: 'selection'; readonly range: Range } | { readonly kind: 'highlight'; readonly id: HighlightId };

/** What was found in the text: every hit in order, and the index of the one that is gone to; -1 where there is none. */
export type Found = { readonly hits: readonly Range[]; readonly current: number };

/** A footnote that is shown at one of its references. */
export type ShownFootnote = { readonly leafId: string; readonly reference: HTMLElement };

/** The caret in the text: offsets of where it is and of where the selection that it extends began, and the column that lines are gone through in, in CSS pixels from the text's left; null until a line is left. */
export type Caret = { readonly from: number; readonly to: number; readonly column: number | null };

export type ReaderState = {
  readonly opened: Opened;
  /** The highlight that text and notes both show as chosen. */
  readonly selectedId: HighlightId | null;
  /** What the toolbar is open for; null when it is closed. */
  readonly target: Target | null;
  /** The caret, while keys move one through the text. */
  readonly caret: Caret | null;
  /** The highlight whose note is being written, or 'summary'. */
  readonly editing: HighlightId | 'summary' | null;
  /** The highlight whose card has its tag field open. */
  readonly tagging: HighlightId | null;
  /** Counts requests to bring the selected highlight into view, by the side that is to scroll. */
  readonly reveal: { readonly side: 'text' | 'notes' | 'both'; readonly count: number };
  /** Which chunks of the open article are drawn, by index: at first those in view, in the end all. */
  readonly drawn: ReadonlySet<number>;
  /** What a search, or finding in the article, found and the text is to show; null when it shows nothing of the kind. */
  readonly found: Found | null;
  /** What was last looked for in an article. */
  readonly wanted: Wanted;
  readonly isFinding: boolean;
  readonly footnote: ShownFootnote | null;
  /** The offset that was read before the last leap in the text; null when there is nowhere to go back to. */
  readonly cameFrom: number | null;
  /** The highlight that is being placed by hand: the next selection in the text is for it. */
  readonly placing: HighlightId | null;
  /** The furthest point of the text on screen so far, 0 to 1. */
  readonly progress: number;
};

const nothingWanted: Wanted = { words: '', isCaseKept: false, areWordsWhole: false };

export function makeReaderStore() {
  return createStore<ReaderState>(() => ({
    opened: { kind: 'none' }, selectedId: null, target: null, caret: null, editing: null, tagging: null, reveal: { side: 'both', count: 0 }, drawn: new Set(), found: null,
    wanted: nothingWanted, isFinding: false, footnote: null, cameFrom: null, placing: null, progress: 0,
  }));
}
export type ReaderStateStore = ReturnType<typeof makeReaderStore>;

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
