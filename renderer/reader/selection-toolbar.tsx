import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { shownColour } from '../../core/highlight/colour.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { WriteButton } from '../library/write-button.tsx';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf, type Target } from '../state/reader-state.ts';
import { useRefusal, useSelected, useSession, useTags } from '../state/use-session.ts';
import { ColourSwatches } from '../tags/colour-swatches.tsx';
import { TagInput } from '../tags/tag-input.tsx';
import { readerMessages } from '../text/reader-messages.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { applyColour, applyTags, copyQuote, deleteHighlight, writeNote } from './highlighting.ts';
import { toDomRange } from './text-selection.ts';
import styles from './selection-toolbar.module.css';

/** Leaves room for the grips of the highlight. */
const GAP = 16;
/** Room that the tag completions may need under the toolbar. */
const ROOM = 230;

type SelectionToolbarProps = { readonly open: OpenArticle; readonly target: Target; readonly text: RefObject<HTMLElement | null> };

type Spot = { readonly top: number; readonly left: number; readonly isAbove: boolean };

/** Where the toolbar goes: under the target's last line, or above its first where the window ends too soon. */
function findSpot(text: HTMLElement, toolbar: HTMLElement, domRange: Range): Spot {
  const rects = domRange.getClientRects();
  const [first, last] = [rects[0], rects[rects.length - 1]];
  const box = text.getBoundingClientRect();
  const origin = toolbar.offsetParent?.getBoundingClientRect() ?? box;
  if (!first || !last) return { top: 0, left: 0, isAbove: false };
  const scroller = text.closest('[data-scroller]')?.getBoundingClientRect();
  const bottom = scroller?.bottom ?? window.innerHeight;
  const isAbove = last.bottom + ROOM > bottom && first.top - toolbar.offsetHeight - GAP > (scroller?.top ?? 0);
  const middle = isAbove ? first.left + first.width / 2 : last.left + last.width / 2;
  const left = Math.min(Math.max(middle - toolbar.offsetWidth / 2, box.left - 24), box.right + 24 - toolbar.offsetWidth);
  return { top: (isAbove ? first.top - GAP : last.bottom + GAP) - origin.top, left: left - origin.left, isAbove };
}

const findTags = (tags: readonly Tag[], ids: readonly TagId[]) => ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);

/** Colour, tags, note and copy for the selection or a highlight, beside it. */
export function SelectionToolbar({ open, target, text }: SelectionToolbarProps) {
  const session = useSession();
  const tags = useTags();
  const refusal = useRefusal();
  const toolbar = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const highlight = target.kind === 'highlight' ? open.highlights.find((placed) => placed.highlight.id === target.id) : undefined;
  const range = target.kind === 'selection' ? target.range : (highlight?.range ?? null);
  const [start, end] = [range?.start ?? 0, range?.end ?? 0];

  useLayoutEffect(() => {
    if (!text.current || !toolbar.current) return;
    const domRange = toDomRange(text.current, open.projection, { start, end });
    if (domRange) setSpot(findSpot(text.current, toolbar.current, domRange));
  }, [text, open.projection, start, end]);

  useLayoutEffect(() => {
    if (!text.current || target.kind !== 'selection' || !hasFocus) return undefined;
    // The tag field takes the focus and with it the selection, so what will be highlighted is painted until it is.
    const domRange = toDomRange(text.current, open.projection, { start, end });
    if (!domRange) return undefined;
    CSS.highlights.set('pending', new Highlight(domRange));
    return () => void CSS.highlights.delete('pending');
  }, [text, open.projection, target.kind, hasFocus, start, end]);

  if (target.kind === 'highlight' && !highlight) return null;
  const chosenTags = highlight?.highlight.tags ?? [];
  return (
    <div
      ref={toolbar} data-toolbar="" role="dialog" aria-label={readerMessages.toolbar}
      className={`${styles.toolbar} ${spot?.isAbove ? styles.isAbove : ''}`}
      style={spot ? { top: spot.top, left: spot.left } : { visibility: 'hidden' }}
      onFocus={() => setHasFocus(true)} onBlur={(event) => setHasFocus(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        closeToolbar();
      }}
    >
      <div className={styles.tools}>
        {refusal === null && <ColourSwatches label={readerMessages.colour} value={highlight ? shownColour(highlight.highlight.colour) : null} onChange={(colour) => applyColour(session, colour)} />}
        <span className={styles.space} />
        <WriteButton onClick={() => writeNote(session)}>{readerMessages.note} <Kbd command="note-highlight" /></WriteButton>
        <Button onClick={() => void copyQuote(session)}>{readerMessages.copy}</Button>
        {highlight && <WriteButton onClick={() => deleteHighlight(session)}>{readerMessages.remove}</WriteButton>}
      </div>
      {refusal === null && <TagInput label={readerMessages.tags} chosen={chosenTags} onChange={(ids, created) => applyTags(session, findTags([...tags, ...created], ids), created)} />}
    </div>
  );

  function closeToolbar(): void {
    session.reader.setState({ target: null });
    document.getSelection()?.removeAllRanges();
    const handle = target.kind === 'highlight' ? document.querySelector<HTMLElement>(`[data-handle="${target.id}"]`) : null;
    (handle ?? text.current)?.focus({ preventScroll: true });
  }
}

/** The toolbar while there is something for it to be about. */
export function OpenToolbar({ text }: { readonly text: RefObject<HTMLElement | null> }) {
  const { reader } = useSession();
  const target = useSelected(reader, (state) => state.target);
  const open = useSelected(reader, () => openArticleOf(reader));
  const isPlacing = useSelected(reader, (state) => state.placing !== null);
  if (!target || !open || isPlacing) return null;
  // By place, not by id: a selection that becomes a highlight keeps its toolbar, and the focus in it.
  const anchor = target.kind === 'selection' ? target.range : open.article.highlights.find((highlight) => highlight.id === target.id)?.anchor;
  return <SelectionToolbar key={`${anchor?.start}-${anchor?.end}`} open={open} target={target} text={text} />;
}
