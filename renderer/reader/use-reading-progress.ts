import { useLayoutEffect } from 'react';
import { sentenceStart } from '../../core/article/sentences.ts';
import { describeResume } from '../../core/highlight/resume.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { settleLine } from './settle-line.ts';
import { holdLine, keepLine, lineInView, type ReadingPlace, scrollToOffset } from './text-in-view.ts';
import type { ReadingElements } from './use-found.ts';

const SAVE_AFTER_MS = 1_000;
/** The text is at rest when it has not been scrolled for so long. */
const HOLD_AFTER_MS = 150;
/** Less than this at the end of the text counts as read to the end. */
const END_SHARE = 0.985;

/**
 * The sentence at the upper edge, which is where reading stopped: the one in which the first line ends. The one in which it begins
 * would creep back by a sentence whenever an article is opened.
 */
function positionOf(place: ReadingPlace, { projection, article }: OpenArticle): number {
  return place.scroller.scrollTop > 8 ? sentenceStart(projection, lineInView(place, projection).last, article.language) : 0;
}

/** How much of the text has been above the lower edge of the box, 0 to 1. */
function shareShown({ scroller, text }: ReadingPlace): number {
  const end = text.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top;
  const share = Math.min(1, Math.max(0, 1 - (end - scroller.clientHeight) / text.offsetHeight));
  return share > END_SHARE ? 1 : share;
}

/** Follows reading in one open article until it is stopped. */
function followReading(place: ReadingPlace, atStart: OpenArticle, { reader, client }: Session): { stop(): void } {
  const { scroller, text } = place;
  const { id, position } = atStart.article;
  let known = atStart;
  let progress = atStart.article.progress;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;

  /** The article as it is now: a long one comes in parts. */
  function current(): OpenArticle {
    const open = openArticleOf(reader);
    if (open?.article.id === id) known = open;
    return known;
  }

  // Not the line: in a font that has yet to come it breaks elsewhere.
  let held = scrollToOffset(place, atStart.projection, position);
  // Where this function put the text; going there is no reading.
  let ownTop = scroller.scrollTop;

  function save(): void {
    if (saveTimer === undefined) return;
    clearTimeout(saveTimer);
    saveTimer = undefined;
    const open = current();
    const position = positionOf(place, open);
    // In an excerpt the words around may still be missing; its offsets are right.
    const resume = open.excerpt ? null : describeResume(open.projection.text, position, open.article.content);
    void client.articles.recordReading({ id, progress, position, ...(resume ? { resume } : {}) });
  }
  function handleScroll(): void {
    if (!settling.isOver() || Math.abs(scroller.scrollTop - ownTop) <= 1) return;
    ownTop = Number.NaN;
    held = null;
    clearTimeout(holdTimer);
    holdTimer = setTimeout(() => (held = holdLine(place, current().projection)), HOLD_AFTER_MS);
    progress = Math.round(Math.max(progress, shareShown(place)) * 1_000) / 1_000;
    if (reader.getState().progress !== progress) reader.setState({ progress });
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_AFTER_MS);
  }
  // Letters of another size, images that come late, a pane that is dragged: none of them moves what is read.
  function keep(): boolean {
    if (!held) return true;
    const isRight = keepLine(place, current().projection, held);
    ownTop = scroller.scrollTop;
    return isRight;
  }
  const settling = settleLine(keep, reader);
  const resized = new ResizeObserver(keep);
  resized.observe(text);
  // Another font may break lines elsewhere and be no taller in all.
  document.fonts.addEventListener('loadingdone', keep);
  scroller.addEventListener('scroll', handleScroll, { passive: true });
  window.addEventListener('pagehide', save);
  return {
    stop() {
      settling.stop();
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', keep);
      clearTimeout(holdTimer);
      scroller.removeEventListener('scroll', handleScroll);
      window.removeEventListener('pagehide', save);
      // Of another text, what is on the page now says nothing of where the last one was left.
      if (current().article.content === atStart.article.content) save();
      clearTimeout(saveTimer);
    },
  };
}

/** Takes the reader back to the sentence where they stopped, keeps it in its place, and keeps how far they have read: by the text, not by pixels. */
export function useReadingProgress({ scroller, text }: ReadingElements, session: Session, { id, content }: Pick<OpenArticle['article'], 'id' | 'content'>): void {
  // A layout effect, since it is undone while the text still stands on the page and can be measured.
  useLayoutEffect(() => {
    const open = openArticleOf(session.reader);
    if (!scroller.current || !text.current || !open) return undefined;
    const follower = followReading({ scroller: scroller.current, text: text.current }, open, session);
    return () => follower.stop();
  }, [scroller, text, session, id, content]);
}
