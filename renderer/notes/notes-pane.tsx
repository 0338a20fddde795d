import { type ReactNode, useCallback, useState } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import type { Settings } from '../../core/library/settings.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { changeSettings } from '../state/library-state.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { TagDialog } from '../tags/tag-dialog.tsx';
import { notesMessages } from '../text/notes-messages.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ArticleSummary } from './article-summary.tsx';
import { NoteList } from './note-list.tsx';
import styles from './notes-pane.module.css';

const arrangements = [{ value: 'in-order', label: notesMessages.inOrder }, { value: 'by-tag', label: notesMessages.byTag }] as const;

/** The notes on the open article: its summary, and a card for each highlight. */
export function NotesPane({ children }: { readonly children?: ReactNode }) {
  const { reader, library, client } = useSession();
  const { notesArrangement } = useSettings();
  const open = useSelected(reader, () => openArticleOf(reader));
  const [openTagId, setOpenTagId] = useState<TagId | null>(null);
  const handleOpenTag = useCallback((tag: Tag) => setOpenTagId(tag.id), []);

  function handleArrange(notesArrangement: Settings['notesArrangement']): void {
    // Every card is drawn anew, and a field that came with one would take the focus from the choice just made.
    reader.setState({ editing: null });
    void changeSettings(library, client, { notesArrangement });
  }

  return (
    <aside className={styles.pane} data-pane="notes" tabIndex={-1} aria-label={notesMessages.notes}>
      <header className={styles.head}>
        <h2 className={styles.title}>{notesMessages.notes}</h2>
        {open && <span className={styles.count}>{notesMessages.count(open.highlights.length)}</span>}
        <span className={styles.space} />
        <Segmented label={notesMessages.arrangement} options={arrangements} value={notesArrangement} onChange={handleArrange} />
      </header>
      <div className={styles.body}>
        {!open && <p className={styles.empty}>{notesMessages.nothingOpen}</p>}
        {open && <div className={styles.summary}><ArticleSummary key={open.article.id} article={open.article} /></div>}
        {open && open.highlights.length > 0 && <NoteList key={open.article.id} open={open} isByTag={notesArrangement === 'by-tag'} onOpenTag={handleOpenTag} />}
        {open && open.highlights.length === 0 && <p className={styles.empty}>{notesMessages.emptyBefore} <Kbd command="highlight-selection" />, {notesMessages.emptyAfter}</p>}
      </div>
      {children}
      {openTagId && <TagDialog tagId={openTagId} onClose={() => setOpenTagId(null)} />}
    </aside>
  );
}
