import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Place } from '../../core/article/place.ts';
import { shorten } from '../../core/base/text.ts';
import { shownColour } from '../../core/highlight/colour.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { describeHighlight } from '../reader/describe-highlight.ts';
import { findRefusal, mayWrite } from '../state/access.ts';
import { selectHighlight } from '../state/reader-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { notesMessages, pagesLabel, placeLabel } from '../text/notes-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { CardActions } from './card-actions.tsx';
import { CardNote } from './card-note.tsx';
import { CardTags } from './card-tags.tsx';
import { LinkedFrom } from './linked-from.tsx';
import { OrphanLine } from './orphan-line.tsx';
import { areSingleKeysOn } from './single-keys.ts';
import { type FindHeirs, useFocusHeir } from './use-focus-heir.ts';
import { WordingLine } from './wording-line.tsx';
import styles from './note-card.module.css';

/** A longer quote is shortened until its card is chosen: about six lines are left. */
const QUOTE_LENGTH_LIMIT = 420;
const SHORT_QUOTE_LENGTH = 320;

export type NoteCardProps = {
  readonly cardKey: string;
  readonly articleId: Article['id'];
  readonly language: Article['language'];
  readonly direction: Article['direction'];
  readonly highlight: Highlight;
  /** Null where it is not known. */
  readonly place: Place | null;
  /** The pages it is on, as printed; null where the source had none. */
  readonly pages: string | null;
  /** True when its words are no longer found in the text. */
  readonly isOrphan: boolean;
  readonly tags: readonly Tag[];
  /** Whose notes link to it. */
  readonly linkedFrom: readonly ArticleSummary[];
  /** The card that keys reach, and on which the highlight is edited: it may stand under several tags. */
  readonly isCurrent: boolean;
  /** Marked for doing something with several at once. */
  readonly isMarked: boolean;
  readonly onOpenTag: (tag: Tag) => void;
};

const findHeirs: FindHeirs = (gone) => {
  const item = gone.closest('[role="listitem"]');
  const cards = [item?.nextElementSibling, item?.previousElementSibling].map((each) => each?.querySelector('[data-card]') ?? null);
  return [...cards, gone.closest('[data-pane]')?.querySelector('[data-current]') ?? null, gone.closest('[data-pane]')];
};

const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, textarea, [role="option"]') !== null;

/** A highlight with its quote, note and tags. */
export const NoteCard = memo(function NoteCard({ cardKey, articleId, language, direction, highlight, place, pages, isOrphan, tags, linkedFrom, isCurrent, isMarked, onOpenTag }: NoteCardProps) {
  const session = useSession();
  const { reader, library } = session;
  const { colourNames } = useSettings();
  const description = describeHighlight(highlight, tags, colourNames);
  const isSelected = useSelected(reader, (state) => state.selectedId === highlight.id);
  const isEditing = useSelected(reader, (state) => state.editing === highlight.id) && isCurrent;
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [isTagging, setIsTagging] = useState(false);
  const card = useRef<HTMLElement>(null);
  useFocusHeir(card, findHeirs);
  const isFull = isSelected && isCurrent;
  // A card that is left does not take its tag field up again when it is chosen the next time.
  if (isTagging && !isFull) setIsTagging(false);
  useEffect(() => {
    if (!isTagging) return;
    reader.setState({ tagging: highlight.id });
    return () => reader.setState((state) => (state.tagging === highlight.id ? { tagging: null } : state));
  }, [reader, isTagging, highlight.id]);

  function handleClick(event: MouseEvent): void {
    if (isControl(event.target) || document.getSelection()?.isCollapsed === false) return;
    reader.setState({ target: null });
    selectHighlight(reader, highlight.id, 'both');
    if (event.target instanceof Element && event.target.closest('[data-note]') && findRefusal(library.getState().library) === null) reader.setState({ editing: highlight.id });
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.target !== event.currentTarget || !isPlain) return;
    if (event.key === 'Enter') selectHighlight(reader, highlight.id, 'both');
    else if (event.key.toLowerCase() === 't' && areSingleKeysOn(library)) setIsTagging(mayWrite(session));
    else return;
    event.preventDefault();
  }

  return (
    <article
      ref={card} data-card={cardKey} data-highlight={highlight.id} data-current={isCurrent ? '' : undefined} data-colour={shownColour(highlight.colour)}
      className={`${styles.card} ${isSelected ? styles.isSelected : ''} ${isMarked ? styles.isMarked : ''}`} tabIndex={isCurrent ? 0 : -1}
      aria-label={isMarked ? notesMessages.markedCard(description) : description} aria-current={isSelected ? 'true' : undefined}
      onClick={handleClick} onKeyDown={handleKeyDown} onPointerEnter={() => setIsPointedAt(true)} onPointerLeave={() => setIsPointedAt(false)}
    >
      {isMarked && <span className={styles.mark}><Icon name="check" /></span>}
      <CardQuote quote={highlight.anchor.exact} isWhole={isSelected} language={language} direction={direction} />
      {isOrphan ? <OrphanLine highlight={highlight} /> : <WordingLine highlight={highlight} />}
      <CardNote articleId={articleId} highlight={highlight} isEditing={isEditing} card={card} />
      <LinkedFrom articles={linkedFrom} target={{ articleId, highlightId: highlight.id }} />
      <div className={styles.foot}>
        <CardTags articleId={articleId} highlight={highlight} tags={tags} isTagging={isTagging} card={card} onOpenTag={isFull ? onOpenTag : undefined} onDone={() => setIsTagging(false)} />
        {place && <span className={styles.place}>{pages === null ? placeLabel(place) : pagesLabel(pages)}</span>}
      </div>
      {(isFull || isPointedAt) && <CardActions highlight={highlight} isFull={isFull} onTag={() => setIsTagging(true)} />}
    </article>
  );
});

type CardQuoteProps = { readonly quote: string; readonly isWhole: boolean; readonly language: Article['language']; readonly direction: Article['direction'] };

function CardQuote({ quote, isWhole, language, direction }: CardQuoteProps) {
  const [isOpened, setIsOpened] = useState(false);
  const isLong = quote.length > QUOTE_LENGTH_LIMIT && !isWhole;
  const shown = isLong && !isOpened ? shorten(quote, SHORT_QUOTE_LENGTH) : quote;
  return (
    <>
      <blockquote className={styles.quote} lang={language ?? undefined} dir={direction}>{shown.split('\n').map((line, index) => <p key={index}>{line}</p>)}</blockquote>
      {isLong && <button type="button" className={styles.showAll} onClick={() => setIsOpened(!isOpened)}>{isOpened ? notesMessages.showLess : notesMessages.showAll}</button>}
    </>
  );
}
