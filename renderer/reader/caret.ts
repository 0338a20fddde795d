import { flushSync } from 'react-dom';
import { leafIndexAt, trimRange } from '../../core/article/projection.ts';
import { stepText } from '../../core/article/text-steps.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { type Caret, openArticleOf, type ReaderStateStore } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { type CaretMove, caretMove, type Press } from './caret-keys.ts';
import { makeRuler, type Ruler } from './caret-ruler.ts';
import { drawAt, isDrawn } from './drawing.ts';
import { pointInLeaf, toDomRange } from './text-selection.ts';

/** The caret stays this far from the edges of the view, in CSS pixels. */
const MARGIN = 72;
/** A page leaves this part of the view's height to be seen again. */
const PAGE_SHARE = 0.85;

const scrollerOf = () => document.querySelector<HTMLElement>('[data-scroller]');
const textOf = () => document.querySelector<HTMLElement>('[data-scroller] article');

export function rulerFor(reader: ReaderStateStore, text: HTMLElement, open: OpenArticle): Ruler {
  const draw = (offset: number) => {
    if (!isDrawn(reader.getState(), { start: offset, end: offset + 1 })) flushSync(() => drawAt(reader, offset));
  };
  return makeRuler({ text, projection: open.projection, locale: open.article.language, draw });
}

/** The first shown offset at or below the top of the view, `top`. Only the part of the text that is there is measured. */
function firstInView(ruler: Ruler, open: OpenArticle, top: number): number | null {
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > top;
  const part = [...(textOf()?.querySelectorAll(':scope > header, [data-chunk]') ?? [])].find(isBelow);
  const leaf = [...(part?.querySelectorAll('[data-leaf]') ?? [])].find((each) => each.checkVisibility() && isBelow(each));
  const start = open.projection.starts.get(leaf?.getAttribute('data-leaf') ?? '');
  if (start === undefined) return null;
  for (let at = ruler.nearestShown(start, 1); at !== null; at = ruler.nearestShown(at + 1, 1)) if ((ruler.boxAt(at)?.top ?? top) >= top) return at;
  return ruler.nearestShown(start, -1);
}

function firstPlace(reader: ReaderStateStore, ruler: Ruler, open: OpenArticle): number | null {
  const view = scrollerOf()?.getBoundingClientRect();
  if (!view) return null;
  const { selectedId } = reader.getState();
  const chosen = open.highlights.find(({ highlight }) => highlight.id === selectedId)?.range;
  const box = chosen && ruler.boxAt(chosen.start);
  if (chosen && box && box.top >= view.top && box.bottom <= view.bottom) return chosen.start;
  return firstInView(ruler, open, view.top + 8);
}

function showCaret({ reader }: Session, open: OpenArticle, caret: Caret): void {
  const text = textOf();
  const range = caret.from === caret.to ? null : trimRange(open.projection.text, { start: Math.min(caret.from, caret.to), end: Math.max(caret.from, caret.to) });
  // A toolbar that is still open about a highlight would lie over the lines that the caret comes to.
  reader.setState({ caret, target: range && { kind: 'selection', range } });
  const selection = document.getSelection();
  const domRange = range && text ? toDomRange(text, open.projection, range) : null;
  if (domRange) {
    selection?.removeAllRanges();
    selection?.addRange(domRange);
    return;
  }
  // Tab goes on from the selection, even from one that is empty.
  const placed = open.projection.leaves[leafIndexAt(open.projection, caret.to)];
  const leaf = placed && text?.querySelector(`[data-leaf="${CSS.escape(placed.leaf.id)}"]`);
  if (leaf) {
    const point = pointInLeaf(leaf, caret.to - placed.start);
    selection?.setBaseAndExtent(point.node, point.offset, point.node, point.offset);
  }
}

/** Scrolls as little as shows an offset, with some of the text around it. */
export function keepInView(ruler: Ruler, offset: number): void {
  const scroller = scrollerOf();
  const box = ruler.boxAt(offset);
  if (!scroller || !box) return;
  const view = scroller.getBoundingClientRect();
  if (box.top < view.top + MARGIN) scroller.scrollTop += box.top - view.top - MARGIN;
  else if (box.bottom > view.bottom - MARGIN) scroller.scrollTop += box.bottom - view.bottom + MARGIN;
}

/** Puts the caret into the text: at the chosen highlight where that is in view, else at the first line in view. */
export function placeCaret(session: Session): void {
  const { reader } = session;
  const [open, text, scroller] = [openArticleOf(reader), textOf(), scrollerOf()];
  // The text must be whole: a step may lead anywhere.
  if (!open || open.excerpt || !text || !scroller) return;
  const at = firstPlace(reader, rulerFor(reader, text, open), open);
  if (at === null) return;
  scroller.focus({ preventScroll: true });
  showCaret(session, open, { from: at, to: at, column: null });
}

/** Puts the caret at an offset, or takes it out with null. */
export function setCaret(session: Session, offset: number | null): void {
  const open = openArticleOf(session.reader);
  if (offset === null) session.reader.setState({ caret: null });
  else if (open) showCaret(session, open, { from: offset, to: offset, column: null });
}

type Going = { readonly ruler: Ruler; readonly open: OpenArticle; readonly caret: Caret; readonly left: number; readonly height: number };

function goByLines({ ruler, caret, left, height }: Going, { unit, direction }: CaretMove): Pick<Caret, 'to' | 'column'> {
  const start = ruler.boxAt(caret.to);
  const column = caret.column ?? (start?.x ?? left) - left;
  let to = caret.to;
  for (let next = ruler.nextLine(to, direction, left + column); next !== null; next = ruler.nextLine(to, direction, left + column)) {
    to = next;
    const box = ruler.boxAt(to);
    if (unit === 'line' || !box || !start || Math.abs(box.top - start.top) >= height * PAGE_SHARE) break;
  }
  return { to, column };
}

function go(going: Going, { unit, direction }: CaretMove): Pick<Caret, 'to' | 'column'> {
  const { ruler, open, caret } = going;
  if (unit === 'line' || unit === 'page') return goByLines(going, { unit, direction });
  if (unit === 'line-edge') return { to: ruler.lineEdge(caret.to, direction), column: null };
  const next = stepText(open.projection, caret.to, { unit, direction, locale: open.article.language });
  const shown = ruler.nearestShown(next, direction) ?? (unit === 'text' ? ruler.nearestShown(next, direction === 1 ? -1 : 1) : null);
  return { to: shown ?? caret.to, column: null };
}

/** Moves the caret as a key says; true when the key is the caret's. */
export function moveCaret(session: Session, press: Press, isMac: boolean): boolean {
  const { reader } = session;
  const { caret, target } = reader.getState();
  const [open, text, scroller] = [openArticleOf(reader), textOf(), scrollerOf()];
  if (!caret || !open || !text || !scroller) return false;
  const ruler = rulerFor(reader, text, open);
  const move = caretMove(press, { isMac, isRtl: ruler.isRtl(caret.to) });
  if (!move) return false;
  const next = go({ ruler, open, caret, left: text.getBoundingClientRect().left, height: scroller.clientHeight }, move);
  // What was selected may have become a highlight; then another selection begins.
  const from = target?.kind === 'selection' ? caret.from : caret.to;
  showCaret(session, open, { ...next, from: press.shiftKey ? from : next.to });
  keepInView(ruler, next.to);
  return true;
}
