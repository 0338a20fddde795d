import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Leaf } from '../../core/article/blocks.ts';
import type { Footnote } from '../../core/article/footnotes.ts';
import { cutSpans } from '../../core/highlight/spans.ts';
import { showNotice } from '../state/notices.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf, type ShownFootnote } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { footnoteMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { focusOrMain } from '../ui/keep-focus.ts';
import { placeMenu, type Spot } from '../ui/place-menu.ts';
import { BlockView } from './block-view.tsx';
import { InlineText } from './inline-text.tsx';
import { leapBack, leapTo } from './leap.ts';
import type { ReadingElements } from './use-found.ts';
import styles from './footnote-popover.module.css';

// Not the article's own leaves: there is one element for each of those, and it is in the text.
const renderLeaf = (leaf: Leaf) => cutSpans(leaf, []).map((span) => <InlineText key={span.start} text={span.text} marks={span.marks} />);

type FootnotePopoverProps = ReadingElements & { readonly open: OpenArticle; readonly note: Footnote; readonly shown: ShownFootnote };

/** What a footnote says, at its reference. Esc, a press outside and scrolling away close it. */
function FootnotePopover({ open, note, shown, scroller, text }: FootnotePopoverProps) {
  const session = useSession();
  const { reader, notices } = session;
  const popover = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const { reference } = shown;

  useLayoutEffect(() => {
    const element = popover.current;
    if (!element) return undefined;
    element.showPopover();
    setSpot(placeMenu({ from: reference.getBoundingClientRect(), align: 'start', menu: { width: element.offsetWidth, height: element.offsetHeight }, view: { width: window.innerWidth, height: window.innerHeight } }));
    element.focus({ preventScroll: true });
    return () => {
      if (element.contains(document.activeElement) || document.activeElement === document.body) focusOrMain(reference);
    };
  }, [reference]);

  useEffect(() => {
    const close = () => reader.setState({ footnote: null });
    const box = scroller.current;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !popover.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', closeOutside, true);
    window.addEventListener('resize', close);
    box?.addEventListener('scroll', close, { passive: true });
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('resize', close);
      box?.removeEventListener('scroll', close);
    };
  }, [reader, scroller]);

  function goToNote(): void {
    reader.setState({ footnote: null });
    leapTo(session, { scroller, text }, open.projection.starts.get(note.leafId) ?? 0);
    showNotice(notices, { tone: 'done', text: footnoteMessages.gone, action: { label: footnoteMessages.back, run: () => leapBack(session) } });
  }

  return (
    <div
      ref={popover} popover="manual" role="dialog" aria-label={footnoteMessages.footnote} tabIndex={-1} className={styles.popover} dir={open.article.direction} lang={open.article.language ?? undefined}
      style={spot ?? { opacity: 0, left: 0, top: 0 }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        reader.setState({ footnote: null });
      }}
    >
      <div className={styles.text}>{note.blocks.map((block, index) => <BlockView key={index} block={block} renderLeaf={renderLeaf} />)}</div>
      <Button kind="quiet" onClick={goToNote}>{footnoteMessages.goTo}</Button>
    </div>
  );
}

/** The footnote that was asked for, while it is. */
export function OpenFootnote(elements: ReadingElements) {
  const { reader } = useSession();
  const shown = useSelected(reader, (state) => state.footnote);
  const open = useSelected(reader, () => openArticleOf(reader));
  const note = shown && open?.footnotes.notes.get(shown.leafId);
  return shown && open && note ? <FootnotePopover key={shown.leafId} open={open} note={note} shown={shown} {...elements} /> : null;
}
