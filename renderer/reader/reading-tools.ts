import { hasOutline } from '../../core/article/outline.ts';
import { closeNotice, showNotice } from '../state/notices.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { toolMessages } from '../text/reading-messages.ts';
import { placeOnPage } from './leap.ts';
import { lineInView } from './text-in-view.ts';

/** Shows the contents or hides them; an article without headings has none. */
export function toggleOutline({ view, reader }: Session): void {
  const open = openArticleOf(reader);
  if (open && hasOutline(open.content, open.article.putBack)) view.setState(({ isOutlineShown }) => ({ isOutlineShown: !isOutlineShown }));
}

/** Hides everything but the text, or brings it back. */
export function toggleTextAlone({ view, reader, notices }: Session): void {
  const { isTextAlone } = view.getState();
  if (!isTextAlone && !openArticleOf(reader)) return;
  view.setState({ isTextAlone: !isTextAlone, ...(isTextAlone ? {} : { isTableShown: false }) });
  if (!isTextAlone) {
    const notice = showNotice(notices, { tone: 'done', text: toolMessages.aloneNotice, action: null });
    const stop = view.subscribe((state) => {
      if (state.isTextAlone) return;
      closeNotice(notices, notice);
      stop();
    });
  }
  // The text, not the box around it, whose frame would be a frame round the whole window.
  placeOnPage()?.text.focus({ preventScroll: true });
}

/** Reads aloud from the selection or the first line on the screen; while it is read, pauses or reads on. */
export function readAloud({ reader, speech }: Session): void {
  const open = openArticleOf(reader);
  const place = placeOnPage();
  if (!open || !place) return;
  if (speech.state.getState().kind === 'open') {
    speech.toggle();
    return;
  }
  const { target } = reader.getState();
  const selected = target?.kind === 'selection' ? target.range.start : null;
  reader.setState({ target: null });
  speech.start(selected ?? lineInView(place, open.projection).start);
}
