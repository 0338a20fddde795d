import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { listReviews } from '../../core/highlight/list-reviews.ts';
import type { Settings } from '../../core/library/settings.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { changeSettings } from '../state/library-state.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useOverview, useSelected, useSession, useSettings, useTags } from '../state/use-session.ts';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { notesMessages } from '../text/notes-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ArticleSummary } from './article-summary.tsx';
import { findBacklinks } from './backlinks.ts';
import { BulkBar } from './bulk-bar.tsx';
import { filterNotes, isFiltering, noFilter } from './filter-notes.ts';
import { LinkedFrom } from './linked-from.tsx';
import { markedAmong, nothingMarked } from './mark-cards.ts';
import { NoteFilterBar } from './note-filter-bar.tsx';
import { NoteList } from './note-list.tsx';
import { ReviewButton, ReviewTray } from './review-tray.tsx';
import styles from './notes-pane.module.css';

const arrangements = () => [{ value: 'beside', label: notesMessages.beside }, { value: 'in-order', label: notesMessages.inOrder }, { value: 'by-tag', label: notesMessages.byTag }] as const;

/** The notes on the open article: its summary, and a card for each highlight. */
export function NotesPane({ children }: { readonly children?: ReactNode }) {
  const { reader } = useSession();
  const open = useSelected(reader, () => openArticleOf(reader));
  return (
    <aside className={styles.pane} data-pane="notes" tabIndex={-1} aria-label={notesMessages.notes}>
      {open ? <OpenNotes key={open.article.id} open={open} /> : (
        <>
          <header className={styles.head}><h2 className={styles.title}>{notesMessages.notes}</h2></header>
          <p className={styles.empty}>{notesMessages.nothingOpen}</p>
        </>
      )}
      {children}
    </aside>
  );
}

function OpenNotes({ open }: { readonly open: OpenArticle }) {
  const { reader, library, client, view } = useSession();
  const { notesArrangement } = useSettings();
  const tags = useTags();
  const scroller = useRef<HTMLDivElement>(null);
  const isFilterShown = useSelected(view, (state) => state.isNoteFilterShown);
  const [filter, setFilter] = useState(noFilter);
  const [marking, setMarking] = useState(nothingMarked);
  const [openTagId, setOpenTagId] = useState<TagId | null>(null);
  const handleOpenTag = useCallback((tag: Tag) => setOpenTagId(tag.id), []);
  const articles = useOverview()?.articles;
  const backlinks = useMemo(() => findBacklinks(articles ?? [], open.article.id), [articles, open.article.id]);
  const isReviewShown = useSelected(view, (state) => state.isReviewShown);
  // An excerpt has not got the text in which a place could be found.
  const reviews = useMemo(() => (open.excerpt ? [] : listReviews(open.index, open.highlights)), [open.excerpt, open.index, open.highlights]);
  const [editing, tagging] = [useSelected(reader, (state) => state.editing), useSelected(reader, (state) => state.tagging)];
  const notes = useMemo(() => (isFilterShown ? filterNotes(open.highlights, filter, { tags, written: [editing, tagging] }) : open.highlights), [isFilterShown, open.highlights, filter, tags, editing, tagging]);
  const marked = useMemo(() => markedAmong(marking, notes.map(({ highlight }) => highlight.id)), [marking, notes]);
  const shownMarking = useMemo(() => ({ ...marking, ids: marked }), [marking, marked]);

  function handleArrange(notesArrangement: Settings['notesArrangement']): void {
    // Every card is drawn anew, and a field that came with one would take the focus from the choice just made.
    reader.setState({ editing: null });
    void changeSettings(library, client, { notesArrangement });
  }

  function handleToggleFilter(): void {
    view.setState({ isNoteFilterShown: !isFilterShown });
    scroller.current?.closest<HTMLElement>('[data-pane]')?.querySelector<HTMLElement>('[aria-controls]')?.focus();
  }

  const isNarrowed = isFilterShown && isFiltering(filter);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{notesMessages.notes}</h2>
        <span className={styles.count} role="status">{isNarrowed ? notesMessages.countOf(notes.length, open.highlights.length) : notesMessages.count(open.highlights.length)}</span>
        <ReviewButton reviews={reviews} />
        <span className={styles.space} />
        <Segmented label={notesMessages.arrangement} options={arrangements()} value={notesArrangement} onChange={handleArrange} />
        <Button kind="quiet" isIcon aria-label={notesMessages.filter} title={notesMessages.filter} aria-expanded={isFilterShown} aria-controls="note-filter" onClick={handleToggleFilter}><Icon name="filter" /></Button>
      </header>
      <div id="note-filter" hidden={!isFilterShown}>
        {isFilterShown && <NoteFilterBar filter={filter} notes={open.highlights} tags={tags} onChange={setFilter} onClose={handleToggleFilter} />}
      </div>
      {isReviewShown && reviews.length > 0 && <ReviewTray open={open} reviews={reviews} />}
      <div ref={scroller} className={styles.body}>
        <div className={styles.summary}><ArticleSummary article={open.article} /><LinkedFrom articles={backlinks.toArticle} target={{ articleId: open.article.id, highlightId: null }} /></div>
        {notes.length > 0 && <NoteList key={notesArrangement} open={open} notes={notes} arrangement={notesArrangement} scroller={scroller} linkedFrom={backlinks.toHighlights} marking={shownMarking} onMark={setMarking} onOpenTag={handleOpenTag} />}
        {notes.length === 0 && open.highlights.length > 0 && <p className={styles.empty}>{notesMessages.nothingFiltered}</p>}
        {open.highlights.length === 0 && <p className={styles.empty}>{notesMessages.emptyBefore} <Kbd command="highlight-selection" />{notesMessages.emptyAfter}</p>}
      </div>
      {marked.size > 0 && <BulkBar marked={marked} onClear={() => setMarking(nothingMarked)} />}
      {openTagId && <TagDialog tagId={openTagId} onClose={() => setOpenTagId(null)} />}
    </>
  );
}
