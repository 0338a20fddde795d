import { type MouseEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { HighlightId } from '../../core/base/ids.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { Kbd } from '../ui/kbd.tsx';
import { ArticleView } from './article-view.tsx';
import { PrintedNotes } from '../print/printed-notes.tsx';
import { usePrinting } from '../print/use-printing.ts';
import { OpenSpeechBar } from '../speech/speech-bar.tsx';
import { useSpoken } from '../speech/use-spoken.ts';
import { bringIntoView } from './bring-into-view.ts';
import { CaretView } from './caret-view.tsx';
import { CodeStripes } from './code-stripes.tsx';
import { OpenFindBar } from './find-bar.tsx';
import { OpenFootnote } from './footnote-popover.tsx';
import { OpenOutline } from './outline-panel.tsx';
import { readingStyle } from './reading-style.ts';
import { OpenGrips } from './range-grips.tsx';
import { OpenToolbar } from './selection-toolbar.tsx';
import { toDomRange } from './text-selection.ts';
import { useCaret } from './use-caret.ts';
import { useDrawing, useDrawn } from './use-drawing.ts';
import { useFound } from './use-found.ts';
import { useRangeKeys } from './use-range-keys.ts';
import { useReadingProgress } from './use-reading-progress.ts';
import { useTextSelection } from './use-text-selection.ts';
import styles from './reader-pane.module.css';

/** The highlights under a click, the shortest first; a second click on the same place takes the next. */
function highlightClicked(open: OpenArticle, event: MouseEvent, selectedId: HighlightId | null): HighlightId | null {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('mark[data-highlights]') : null;
  if (!mark) return null;
  const names = new Set((mark.dataset['highlights'] ?? '').split(' '));
  const length = (id: HighlightId) => open.byId.get(id)?.anchor.exact.length ?? 0;
  const ids = [...open.byId.keys()].filter((id) => names.has(id)).sort((a, b) => length(a) - length(b));
  const next = ids[(selectedId ? ids.indexOf(selectedId) + 1 : 0) % ids.length];
  return next ?? null;
}

/** The open article with its marks, its stripes and the toolbar. */
function OpenReader({ open }: { readonly open: OpenArticle }) {
  const session = useSession();
  const { reader } = session;
  const settings = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const reveal = useSelected(reader, (state) => state.reveal);
  const selectedId = useSelected(reader, (state) => state.selectedId);
  const selectedRange = useMemo(() => open.highlights.find((placed) => placed.highlight.id === selectedId)?.range ?? null, [open.highlights, selectedId]);
  const isSelectedDrawn = useDrawn(selectedRange);
  useDrawing({ scroller, text });
  useTextSelection(text, session);
  useCaret({ scroller, text }, session);
  useRangeKeys(text, session);
  useReadingProgress({ scroller, text }, session, open.article);
  useFound({ scroller, text }, session);
  useSpoken({ scroller, text }, session);
  const isPrinting = usePrinting(text, session);

  useEffect(() => {
    const current = openArticleOf(reader);
    const range = current?.highlights.find((placed) => placed.highlight.id === reader.getState().selectedId)?.range;
    if (!text.current || !current || !range || !isSelectedDrawn || reveal.side === 'notes') return;
    const domRange = toDomRange(text.current, current.projection, range);
    if (domRange && scroller.current) bringIntoView(scroller.current, domRange);
  }, [reader, reveal, isSelectedDrawn]);

  function handleClick(event: MouseEvent): void {
    if (document.getSelection()?.isCollapsed === false) return;
    const id = highlightClicked(open, event, reader.getState().selectedId);
    if (!id) {
      reader.setState({ target: null, selectedId: null });
      return;
    }
    reader.setState((state) => ({ selectedId: id, target: { kind: 'highlight', id }, reveal: { side: 'notes', count: state.reveal.count + 1 } }));
  }

  /** A press beside the text, the toolbar and the stripes is about none of them. */
  function handlePress(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('article, [data-toolbar], [data-grip], [data-stripe]')) return;
    if (reader.getState().target?.kind === 'highlight') reader.setState({ target: null });
  }

  return (
    <div className={styles.frame}>
      <OpenOutline open={open} scroller={scroller} text={text} />
      <div
        ref={scroller} className={styles.scroller} data-scroller="" data-pane="reader" tabIndex={0} role="region" aria-label={readerMessages.text} onPointerDown={handlePress}
        style={readingStyle(settings)}
      >
        <div className={styles.sheet}>
          <div className={styles.column}>
            {/* Keys reach highlights through their handles; the click is a pointer's way to the same. */}
            <article ref={text} className={styles.text} lang={open.article.language ?? undefined} dir={open.article.direction} tabIndex={-1} aria-label={open.article.title} onClick={handleClick}>
              <ArticleView article={open.article} content={open.content} chunks={open.chunks} />
            </article>
            {isPrinting && <PrintedNotes open={open} />}
            <CaretView open={open} text={text} />
            <OpenGrips open={open} text={text} />
            <OpenToolbar text={text} />
          </div>
          <CodeStripes open={open} text={text} />
        </div>
      </div>
      <OpenFindBar scroller={scroller} text={text} />
      <OpenFootnote scroller={scroller} text={text} />
      <OpenSpeechBar />
    </div>
  );
}

/** The middle of the window: the open article, or what to do when there is none. */
export function ReaderPane() {
  const { reader } = useSession();
  const opened = useSelected(reader, (state) => state.opened);
  return (
    <main className={styles.pane} data-pane={opened.kind === 'open' ? undefined : 'reader'} tabIndex={-1} aria-label={readerMessages.article}>
      {opened.kind === 'open' && <OpenReader key={opened.article.id} open={opened} />}
      {opened.kind === 'failed' && <p className={styles.empty} role="alert">{faultSentence(opened.fault)}</p>}
      {opened.kind === 'loading' && <p className={styles.loading}>{readerMessages.loading}</p>}
      {opened.kind === 'none' && <p className={styles.empty}>{readerMessages.nothingOpen} <Kbd command="add-files" /></p>}
    </main>
  );
}
