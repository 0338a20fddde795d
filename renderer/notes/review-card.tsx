import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { shorten } from '../../core/base/text.ts';
import { compareWords, type Piece } from '../../core/base/word-difference.ts';
import { formerWording } from '../../core/highlight/highlight.ts';
import type { ReviewItem } from '../../core/highlight/list-reviews.ts';
import { languageInForce } from '../../core/base/language.ts';
import { WriteButton } from '../library/write-button.tsx';
import type { OpenArticle } from '../state/open-article.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { Button } from '../ui/button.tsx';
import { WordChanges } from '../ui/word-changes.tsx';
import { acceptPlaces, beginPlacing, cancelPlacing, keepAsOrphans, placeHere, showPlace } from './review-highlights.ts';
import { type FindHeirs, useFocusHeir } from './use-focus-heir.ts';
import styles from './review-card.module.css';

const findHeirs: FindHeirs = (gone) => {
  const item = gone.closest('li');
  const cards = [item?.nextElementSibling, item?.previousElementSibling].map((each) => each?.querySelector('[data-review]') ?? null);
  return [...cards, gone.closest('[data-pane]')];
};

const withoutKind = (pieces: readonly Piece[], kind: Piece['kind']) => pieces.filter((piece) => piece.kind !== kind);

/** What a highlight quoted, beside the words that stand at its place now. */
function Texts({ item, open }: { readonly item: ReviewItem; readonly open: OpenArticle }) {
  const { quote, place, kind } = item;
  const text = place && open.projection.text.slice(place.start, place.end);
  const pieces = useMemo(() => (text === null ? [{ kind: 'same' as const, text: quote }] : compareWords(quote, text)), [quote, text]);
  const labels = { addedLabel: reviewMessages.added, removedLabel: reviewMessages.removed };
  return (
    <dl className={styles.texts} lang={open.article.language ?? undefined}>
      <div><dt lang={languageInForce()}>{reviewMessages.before}</dt><dd><WordChanges pieces={withoutKind(pieces, 'added')} {...labels} /></dd></div>
      <div>
        <dt lang={languageInForce()}>{kind === 'moved' || text === null ? reviewMessages.now : reviewMessages.likeliest}</dt>
        {text === null ? <dd className={styles.nothing} lang={languageInForce()}>{reviewMessages.nowhere}</dd> : <dd><WordChanges pieces={withoutKind(pieces, 'removed')} {...labels} />{text === quote && <p className={styles.nothing} lang={languageInForce()}>{reviewMessages.sameWords}</p>}</dd>}
      </div>
    </dl>
  );
}

/** While a highlight is being placed: Enter takes the selection, Escape leaves it as it was. */
function usePlacing(item: ReviewItem, isPlacing: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (!isPlacing) return undefined;
    function handleKey(event: KeyboardEvent): void {
      if (event.target instanceof Element && event.target.closest('button, input, textarea, dialog')) return;
      if (event.key === 'Escape') cancelPlacing(session);
      else if (event.key !== 'Enter' || !placeHere(session, item)) return;
      event.preventDefault();
      event.stopPropagation();
    }
    document.addEventListener('keydown', handleKey, { capture: true });
    return () => document.removeEventListener('keydown', handleKey, { capture: true });
  }, [session, item, isPlacing]);
}

function PlacingActions({ item }: { readonly item: ReviewItem }) {
  const session = useSession();
  const isSelected = useSelected(session.reader, ({ target }) => target?.kind === 'selection');
  // A press would take the selection away that it is about.
  const keepSelection = (event: MouseEvent) => event.preventDefault();
  return (
    <>
      <p className={styles.placing} role="status">{reviewMessages.placing}</p>
      <div role="group" aria-label={reviewMessages.actions} className={styles.actions} onMouseDown={keepSelection}>
        <Button kind="primary" aria-disabled={!isSelected} onClick={() => void placeHere(session, item)}>{reviewMessages.placeHere}</Button>
        <Button onClick={() => cancelPlacing(session)}>{reviewMessages.cancel}</Button>
      </div>
    </>
  );
}

/** A highlight whose place is to be settled, with what can be done. */
export function ReviewCard({ item, open }: { readonly item: ReviewItem; readonly open: OpenArticle }) {
  const session = useSession();
  const card = useRef<HTMLElement>(null);
  const { highlight, kind, place, quote } = item;
  const isPlacing = useSelected(session.reader, (state) => state.placing === highlight.id);
  const said = formerWording(highlight) === null ? reviewMessages.kinds[kind] : reviewMessages.wordingChanged;
  useFocusHeir(card, findHeirs);
  usePlacing(item, isPlacing);
  return (
    <article ref={card} className={styles.card} data-review={highlight.id} tabIndex={-1} aria-label={reviewMessages.card(said, shorten(quote, 80))}>
      <p className={styles.kind}>{said}</p>
      <Texts item={item} open={open} />
      {highlight.note.trim() !== '' && <p className={styles.note} dir="auto">{shorten(highlight.note.trim(), 160)}</p>}
      {isPlacing ? <PlacingActions item={item} /> : (
        <div role="group" aria-label={reviewMessages.actions} className={styles.actions}>
          {place && <WriteButton onClick={() => acceptPlaces(session, [item])}>{reviewMessages.accept}</WriteButton>}
          {place && <Button onClick={() => showPlace(session, item)}>{reviewMessages.show}</Button>}
          <WriteButton onClick={() => beginPlacing(session, item)}>{reviewMessages.replace}</WriteButton>
          {kind !== 'orphan' && <WriteButton onClick={() => keepAsOrphans(session, [item])}>{reviewMessages.keep}</WriteButton>}
        </div>
      )}
    </article>
  );
}
