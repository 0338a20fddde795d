import { type FocusEvent, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { leavesInRange } from '../../core/article/projection.ts';
import type { Place } from '../../core/article/place.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { selectHighlight } from '../state/reader-state.ts';
import { useSelected, useSession, useTags } from '../state/use-session.ts';
import { GroupHeading } from './group-heading.tsx';
import { NoteCard } from './note-card.tsx';
import { cardKey, currentCard, groupByTag, type NoteGroup } from './note-groups.ts';
import { areSingleKeysOn } from './single-keys.ts';
import { useReveal } from './use-reveal.ts';
import styles from './note-list.module.css';

type NoteListProps = { readonly open: OpenArticle; readonly isByTag: boolean; readonly onOpenTag: (tag: Tag) => void };

function placeOf({ projection, places }: OpenArticle, { range }: PlacedHighlight): Place | null {
  const leaf = range ? leavesInRange(projection, range)[0]?.leaf : undefined;
  return (leaf && places.get(leaf.id)) ?? null;
}

const cardOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null);

/** The card that a key leads to from another; null for any other key. */
function cardForKey(key: string, card: HTMLElement, areLettersOn: boolean): HTMLElement | null {
  const cards = [...(card.closest('[data-notes]')?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  const index = cards.indexOf(card);
  if (key === 'ArrowDown' || (areLettersOn && key === 'j')) return cards[index + 1] ?? card;
  if (key === 'ArrowUp' || (areLettersOn && key === 'k')) return cards[index - 1] ?? card;
  if (key === 'Home') return cards[0] ?? null;
  return key === 'End' ? (cards.at(-1) ?? null) : null;
}

/** The cards of an article, in reading order or under their tags. */
export function NoteList({ open, isByTag, onOpenTag }: NoteListProps) {
  const { reader, library } = useSession();
  const tags = useTags();
  const list = useRef<HTMLDivElement>(null);
  const [usedKey, setUsedKey] = useState<string | null>(null);
  const currentId = useSelected(reader, (state) => (state.editing === 'summary' ? null : state.editing) ?? state.selectedId);
  const groups = useMemo((): readonly NoteGroup[] => (isByTag ? groupByTag(open.highlights, tags) : [{ tag: null, notes: open.highlights }]), [isByTag, open.highlights, tags]);
  const currentKey = useMemo(() => currentCard(groups, currentId, usedKey), [groups, currentId, usedKey]);
  useReveal(list);

  // Choosing by a press would let cards grow and shrink under the pointer; a press chooses when it is a click.
  function handleFocus(event: FocusEvent): void {
    const card = cardOf(event.target);
    if (!card || !event.target.matches(':focus-visible')) return;
    setUsedKey(card.dataset['card'] ?? null);
    const chosen = open.highlights.find(({ highlight }) => highlight.id === card.dataset['highlight']);
    if (chosen && event.target === card) reader.setState({ selectedId: chosen.highlight.id, target: null });
  }

  function handleClick(event: MouseEvent): void {
    const card = cardOf(event.target);
    if (card) setUsedKey(card.dataset['card'] ?? null);
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const card = cardOf(event.target);
    if (!card || event.target !== card || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = cardForKey(event.key, card, areSingleKeysOn(library));
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    const chosen = open.highlights.find(({ highlight }) => highlight.id === next.dataset['highlight']);
    if (chosen) selectHighlight(reader, chosen.highlight.id, 'both');
  }

  return (
    <div ref={list} data-notes="" className={styles.list} onFocus={handleFocus} onClickCapture={handleClick} onKeyDown={handleKeyDown}>
      {groups.map((group) => (
        <div key={group.tag?.id ?? ''} className={styles.group}>
          {isByTag && <GroupHeading group={group} onOpenTag={onOpenTag} />}
          <ul role="list" className={styles.cards}>
            {group.notes.map((note) => {
              const key = cardKey(group, note);
              return (
                <li key={key} className={styles.item}>
                  <NoteCard
                    cardKey={key} articleId={open.article.id} language={open.article.language} direction={open.article.direction}
                    highlight={note.highlight} place={placeOf(open, note)} isOrphan={note.range === null} tags={tags} isCurrent={key === currentKey} onOpenTag={onOpenTag}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}
