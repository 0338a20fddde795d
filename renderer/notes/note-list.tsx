import { type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { leavesInRange } from '../../core/article/projection.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { pagesOf } from '../../core/article/pages.ts';
import type { Place } from '../../core/article/place.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Settings } from '../../core/library/settings.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { selectHighlight } from '../state/reader-state.ts';
import { useSelected, useSession, useTags } from '../state/use-session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import type { Backlinks } from './backlinks.ts';
import { GroupHeading } from './group-heading.tsx';
import { type Marking, markStretch, nothingMarked, toggleMark } from './mark-cards.ts';
import { NoteCard } from './note-card.tsx';
import { currentCard, groupByTag, type NoteGroup } from './note-groups.ts';
import { noteItems } from './note-items.ts';
import { nextCard } from './note-keys.ts';
import { areSingleKeysOn } from './single-keys.ts';
import { useCardColumn } from './use-card-column.ts';
import { useColumnOrigin } from './use-column-origin.ts';
import { useLevels } from './use-levels.ts';
import { useNoteScale } from './use-note-scale.ts';
import { useReveal } from './use-reveal.ts';
import { useScrollStep } from './use-scroll-step.ts';
import styles from './note-list.module.css';

type NoteListProps = {
  readonly open: OpenArticle;
  /** Those of its highlights that are shown. */
  readonly notes: readonly PlacedHighlight[];
  readonly arrangement: Settings['notesArrangement'];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Whose notes link to a highlight. */
  readonly linkedFrom: Backlinks['toHighlights'];
  readonly marking: Marking;
  readonly onMark: (marking: Marking) => void;
  readonly onOpenTag: (tag: Tag) => void;
};

const nobody: readonly ArticleSummary[] = [];

/** A card's first line stands level with the line of its highlight. */
const CARD_EDGE = 8;

function placeOf({ projection, places }: OpenArticle, { range }: PlacedHighlight): Place | null {
  const leaf = range ? leavesInRange(projection, range)[0]?.leaf : undefined;
  return (leaf && places.get(leaf.id)) ?? null;
}

const pagesOfNote = ({ content }: OpenArticle, { range }: PlacedHighlight) => (range ? pagesOf(content, range) : null);

const cardOf = (target: EventTarget): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null);

/** The cards of an article: level with their highlights, in reading order, or under their tags. Only those near the view are drawn. */
export function NoteList({ open, notes, arrangement, scroller, linkedFrom, marking, onMark, onOpenTag }: NoteListProps) {
  const { reader, library } = useSession();
  const tags = useTags();
  const list = useRef<HTMLDivElement>(null);
  const [usedKey, setUsedKey] = useState<string | null>(null);
  const [focusKey, setFocusKey] = useState<string | null>(null);
  const currentId = useSelected(reader, (state) => (state.editing === 'summary' ? null : state.editing) ?? state.selectedId);
  const isByTag = arrangement === 'by-tag';
  const groups = useMemo((): readonly NoteGroup[] => (isByTag ? groupByTag(notes, tags) : [{ tag: null, notes }]), [isByTag, notes, tags]);
  const currentKey = useMemo(() => currentCard(groups, currentId, usedKey), [groups, currentId, usedKey]);

  const levels = useLevels(open);
  const origin = useColumnOrigin(list);
  const isBeside = arrangement === 'beside' && levels !== null;
  const items = useMemo(() => {
    const shift = (levels?.viewTop ?? 0) - origin.viewTop - origin.offset - CARD_EDGE;
    const levelOf = (id: string) => {
      const level = levels?.byId.get(id);
      return level === undefined ? undefined : level + shift;
    };
    return noteItems(groups, isByTag, isBeside ? levelOf : null);
  }, [groups, isByTag, isBeside, levels, origin]);
  const kept = useMemo(() => new Set([currentKey, focusKey].filter((key) => key !== null)), [currentKey, focusKey]);
  const column = useCardColumn(items, { column: list, pinned: currentId === null ? null : currentKey, kept });
  const cards = useMemo(() => items.filter((item) => item.kind === 'card'), [items]);
  const scale = useNoteScale({ items, tops: column.tops, levels: arrangement === 'in-order' ? levels : null, origin, height: column.height });
  useScrollStep(scroller, isBeside ? null : isByTag ? undefined : scale);
  useReveal(list);

  useLayoutEffect(() => {
    if (focusKey === null) return;
    list.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(focusKey)}"]`)?.focus({ preventScroll: true });
  }, [focusKey]);

  // Choosing by a press would let cards grow and shrink under the pointer; a press chooses when it is a click.
  function handleFocus(event: FocusEvent): void {
    const card = cardOf(event.target);
    if (!card || !event.target.matches(':focus-visible')) return;
    setUsedKey(card.dataset['card'] ?? null);
    const chosen = notes.find(({ highlight }) => highlight.id === card.dataset['highlight']);
    if (chosen && event.target === card) reader.setState({ selectedId: chosen.highlight.id, target: null });
  }

  function handleClick(event: MouseEvent): void {
    const card = cardOf(event.target);
    if (!card) return;
    setUsedKey(card.dataset['card'] ?? null);
    const pressed = cards.find(({ key }) => key === card.dataset['card']);
    if (!pressed || !(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.stopPropagation();
    document.getSelection()?.removeAllRanges();
    const { id } = pressed.note.highlight;
    onMark(event.shiftKey ? markStretch(marking, cards.map(({ note }) => note.highlight.id), id) : toggleMark(marking, id));
  }

  function moveTo(key: string, isMarking: boolean): void {
    const next = cards.find((card) => card.key === key);
    if (!next) return;
    const { id } = next.note.highlight;
    setUsedKey(key);
    setFocusKey(key);
    selectHighlight(reader, id, 'both');
    if (isMarking) onMark(markStretch({ ...marking, from: marking.from ?? currentId }, cards.map(({ note }) => note.highlight.id), id));
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const card = cardOf(event.target);
    const own = cards.findIndex(({ key }) => key === card?.dataset['card']);
    const present = cards[own];
    if (!present || event.target !== card || event.altKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    const { id } = present.note.highlight;
    if (event.key === ' ' && !isMod) onMark(toggleMark(marking, id));
    else if (isMod && event.key.toLowerCase() === 'a') onMark({ ids: new Set(cards.map(({ note }) => note.highlight.id)), from: id });
    else if (event.key === 'Escape' && marking.ids.size > 0) onMark(nothingMarked);
    else {
      const next = isMod ? null : nextCard(event.key, { own, count: cards.length, areLettersOn: areSingleKeysOn(library) });
      const key = next === null ? undefined : cards[next]?.key;
      if (key === undefined) return;
      moveTo(key, event.shiftKey);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const least = isBeside ? levels.contentHeight - levels.viewHeight + origin.viewHeight - origin.offset : 0;
  return (
    <div
      ref={list} data-notes="" role="list" aria-label={notesMessages.notes} className={styles.list} style={{ height: Math.max(column.height, least) }}
      onFocus={handleFocus} onClickCapture={handleClick} onKeyDown={handleKeyDown}
    >
      {column.shown.map(({ item, top }) => (
        <div
          key={item.key} ref={column.observe} data-column-key={item.key} role="listitem" className={styles.item} style={{ top }}
          aria-posinset={item.kind === 'card' ? item.place : undefined} aria-setsize={item.kind === 'card' ? cards.length : undefined}
        >
          {item.kind === 'heading' ? <GroupHeading group={item.group} onOpenTag={onOpenTag} /> : (
            <NoteCard
              cardKey={item.key} articleId={open.article.id} language={open.article.language} direction={open.article.direction} highlight={item.note.highlight} place={placeOf(open, item.note)} pages={pagesOfNote(open, item.note)}
              isOrphan={item.note.range === null} tags={tags} linkedFrom={linkedFrom.get(item.note.highlight.id) ?? nobody} isCurrent={item.key === currentKey} isMarked={marking.ids.has(item.note.highlight.id)} onOpenTag={onOpenTag}
            />
          )}
        </div>
      ))}
    </div>
  );
}
