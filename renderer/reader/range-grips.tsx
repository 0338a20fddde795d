import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { HighlightId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import type { Bound } from '../../core/highlight/range-steps.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { gripMove } from './caret-keys.ts';
import { dragBound } from './drag-bound.ts';
import { makeRangeMover, setRange } from './highlight-range.ts';
import { toDomRange } from './text-selection.ts';
import styles from './range-grips.module.css';

/** Where the edge of a range is in its column, in CSS pixels. */
type Edge = { readonly left: number; readonly top: number; readonly height: number };
type Edges = Readonly<Record<Bound, Edge>>;

const bounds = ['start', 'end'] as const;

function measureEdges(domRange: globalThis.Range, origin: DOMRect, isRtl: boolean): Edges | null {
  const rects = [...domRange.getClientRects()].filter(({ width }) => width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return null;
  const edge = (rect: DOMRect, x: number) => ({ left: x - origin.left, top: rect.top - origin.top, height: rect.height });
  return { start: edge(first, isRtl ? first.right : first.left), end: edge(last, isRtl ? last.left : last.right) };
}

type RangeGripsProps = { readonly open: OpenArticle; readonly id: HighlightId; readonly range: Range; readonly text: RefObject<HTMLElement | null> };

/** A grip at each end of the chosen highlight: to drag, or to move by arrows. The range that is dragged is painted until it is let go. */
function RangeGrips({ open, id, range, text }: RangeGripsProps) {
  const session = useSession();
  const moveRange = useMemo(() => makeRangeMover(session), [session]);
  const box = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Range | null>(null);
  const [edges, setEdges] = useState<Edges | null>(null);
  const { start, end } = dragged ?? range;
  const isRtl = open.article.direction === 'rtl';

  useLayoutEffect(() => {
    const article = text.current;
    if (!article) return undefined;
    function measure(): void {
      const domRange = article && toDomRange(article, open.projection, { start, end });
      const origin = box.current?.offsetParent?.getBoundingClientRect();
      setEdges(domRange && origin ? measureEdges(domRange, origin, isRtl) : null);
    }
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(article);
    return () => observer.disconnect();
  }, [text, open.projection, start, end, isRtl]);

  useLayoutEffect(() => {
    const domRange = dragged && text.current ? toDomRange(text.current, open.projection, dragged) : null;
    if (!domRange) return undefined;
    CSS.highlights.set('pending', new Highlight(domRange));
    return () => void CSS.highlights.delete('pending');
  }, [text, open.projection, dragged]);

  function handlePointerDown(event: PointerEvent, bound: Bound): void {
    const origin = box.current?.offsetParent?.getBoundingClientRect();
    const edge = edges?.[bound];
    if (event.button !== 0 || !edge || !origin || !text.current) return;
    // A press would begin a selection of the text, and a touch would scroll it.
    event.preventDefault();
    const reach = { x: origin.left + edge.left - event.clientX, y: origin.top + edge.top + edge.height / 2 - event.clientY };
    dragBound(event.nativeEvent, {
      bound, range, open, text: text.current, reach, onDrag: setDragged,
      onEnd(result) {
        setDragged(null);
        if (result) setRange(session, id, { range: result });
      },
    });
  }
  function handleKeyDown(event: KeyboardEvent, bound: Bound): void {
    const move = gripMove(event, bound, isRtl);
    if (!move) return;
    event.preventDefault();
    moveRange(id, move, event.timeStamp);
  }

  return (
    <div ref={box}>
      {edges && bounds.map((bound) => (
        <button
          key={bound} type="button" data-grip={bound} data-colour={open.byId.get(id)?.colour} className={`${styles.grip} ${styles[bound]}`} aria-label={readerMessages.grips[bound]}
          style={{ left: edges[bound].left, top: edges[bound].top, '--height': `${edges[bound].height}px` }}
          onPointerDown={(event) => handlePointerDown(event, bound)} onKeyDown={(event) => handleKeyDown(event, bound)}
        />
      ))}
    </div>
  );
}

/** The grips of the chosen highlight, where its text is here. */
export function OpenGrips({ open, text }: Pick<RangeGripsProps, 'open' | 'text'>) {
  const { reader } = useSession();
  const selectedId = useSelected(reader, (state) => state.selectedId);
  const placed = open.excerpt ? undefined : open.highlights.find(({ highlight }) => highlight.id === selectedId);
  return placed?.range ? <RangeGrips key={placed.highlight.id} open={open} id={placed.highlight.id} range={placed.range} text={text} /> : null;
}
