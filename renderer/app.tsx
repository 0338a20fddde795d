import { useEffect } from 'react';
import { faultSentence } from '../core/messages/fault-messages.ts';
import { runCommand } from './commands/run-command.ts';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { AddArticleDialog } from './library/add-article.tsx';
import { BackupsDialog } from './library/backups-dialog.tsx';
import { BrowsersDialog } from './library/browsers-dialog.tsx';
import { ColoursDialog } from './library/colours-dialog.tsx';
import { CollectDialog } from './library/collect-dialog.tsx';
import { DeleteDialog } from './library/delete-dialog.tsx';
import { DetailsDialog } from './library/details-dialog.tsx';
import { ChangesDialog } from './changes/changes-dialog.tsx';
import { EarlierVersionsDialog } from './library/earlier-versions-dialog.tsx';
import { DropZone } from './library/drop-zone.tsx';
import { Header } from './library/header.tsx';
import { LibraryView } from './library/library-view.tsx';
import { NameDialog } from './library/name-dialog.tsx';
import { NewVersionDialog } from './library/new-version-dialog.tsx';
import { VanishedBanner } from './library/vanished-banner.tsx';
import { WatchDialog } from './library/watch-dialog.tsx';
import { PaneResizer } from './library/pane-resizer.tsx';
import { ReadOnlyBanner } from './library/read-only-banner.tsx';
import { ReadingDialog } from './library/reading-dialog.tsx';
import { ReadingsDialog } from './library/readings-dialog.tsx';
import { ShortcutsDialog } from './library/shortcuts-dialog.tsx';
import { Sidebar } from './library/sidebar.tsx';
import { StatusBar } from './library/status-bar.tsx';
import { useTableFocus } from './library/use-table-focus.ts';
import { Palette } from './palette/palette.tsx';
import { flushDrafts } from './notes/drafts.ts';
import { NotesPane } from './notes/notes-pane.tsx';
import { ReaderPane } from './reader/reader-pane.tsx';
import { changeSettings } from './state/library-state.ts';
import type { Session } from './state/session.ts';
import { LanguageContext, SessionContext, useSelected, useSession, useSettings, useSpokenLanguage } from './state/use-session.ts';
import { chromeMessages } from './text/chrome-messages.ts';
import { statusMessages } from './text/library-messages.ts';
import { Notices } from './ui/notices.tsx';
import { useLanguage } from './use-language.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useMenu } from './use-menu.ts';
import { useRescan } from './use-rescan.ts';
import { useTheme } from './use-theme.ts';
import { useWindowTitle } from './use-window-title.ts';
import styles from './app.module.css';

/** The article with its notes. It stays as it is behind the table, unseen. */
function ArticleWithNotes({ isBehind }: { readonly isBehind: boolean }) {
  const { view, library, client } = useSession();
  const { notesWidth } = useSettings();
  const language = useSpokenLanguage();
  const areNotesShown = useSelected(view, (state) => state.areNotesShown);
  return (
    <div className={`${styles.article} ${isBehind ? styles.isBehind : ''}`}>
      <div className={styles.reader}><ReaderPane /></div>
      {areNotesShown && (
        <div key={language} className={styles.notes}>
          <NotesPane>
            <PaneResizer label={chromeMessages.notesWidth} side="left" value={notesWidth} min={260} max={640} onChange={(width) => void changeSettings(library, client, { notesWidth: width })} />
          </NotesPane>
        </div>
      )}
    </div>
  );
}

/** The panes with their bars: the library beside an article and its notes, or beside the table of articles. */
function Window() {
  // Rows and cards are drawn again only when what they show changes, so another language takes new ones. The text stays: nobody should lose their line.
  const language = useSpokenLanguage();
  const { view, library, client, reader } = useSession();
  const { sidebarWidth, notesWidth } = useSettings();
  const isLibraryShown = useSelected(view, (state) => state.isLibraryShown);
  // A note that is being written brings its pane back for as long.
  const isWriting = useSelected(reader, (state) => state.editing !== null);
  const isTextAlone = useSelected(view, (state) => state.isTextAlone) && !isWriting;
  const isTableShown = useSelected(view, (state) => state.isTableShown);
  useTableFocus(isTableShown);
  return (
    <div className={`${styles.window} ${isTextAlone ? styles.isTextAlone : ''}`}>
      <div className={styles.top}>
        <Header />
        <ReadOnlyBanner />
        <VanishedBanner />
      </div>
      <div className={styles.panes} style={{ '--sidebar-width': `${sidebarWidth}px`, '--notes-width': `${notesWidth}px` }}>
        {isLibraryShown && (
          <div key={language} className={styles.sidebar}>
            <Sidebar>
              <PaneResizer label={chromeMessages.libraryWidth} side="right" value={sidebarWidth} min={180} max={480} onChange={(width) => void changeSettings(library, client, { sidebarWidth: width })} />
            </Sidebar>
          </div>
        )}
        <div className={styles.stage}>
          {isTableShown && <LibraryView key={language} />}
          <ArticleWithNotes isBehind={isTableShown} />
        </div>
      </div>
      <StatusBar />
      <AddArticleDialog />
      <DetailsDialog />
      <EarlierVersionsDialog />
      <ChangesDialog />
      <BackupsDialog />
      <WatchDialog />
      <BrowsersDialog />
      <DeleteDialog />
      <ReadingDialog />
      <ShortcutsDialog />
      <ColoursDialog />
      <Palette />
      <NewVersionDialog />
      <ReadingsDialog />
      <NameDialog />
      <CollectDialog />
    </div>
  );
}

/** The whole app: the window when the library is there, else what stands in its way. */
export function App({ session }: { readonly session: Session }) {
  const kind = useSelected(session.library, ({ library }) => library.kind);
  const fault = useSelected(session.library, ({ library }) => (library.kind === 'failed' ? library.fault : null));
  const reading = useSelected(session.library, (state) => state.reading);
  const language = useLanguage(session);
  useShortcuts(session);
  useTheme(session);
  useLeaveGuard(session);
  useWindowTitle(session);
  useRescan(session);
  useMenu(session);
  useEffect(
    () =>
      session.start((event) => {
        if (event.kind === 'command') runCommand(session, event.command);
        else void flushDrafts().then(() => session.editor.settle()).then(() => session.desktop?.desktop.flushed({ isSaved: session.editor.state.getState().saving.kind === 'saved' }));
      }),
    [session],
  );
  return (
    <SessionContext value={session}>
      <LanguageContext value={language}>
        {kind === 'ready' && <DropZone><Window /></DropZone>}
        {fault && <p className={styles.failed} role="alert">{faultSentence(fault)}</p>}
        {kind === 'loading' && <p className={styles.loading} role="status">{reading ? statusMessages.reading(reading.done, reading.total) : chromeMessages.openingLibrary}</p>}
        <Notices />
      </LanguageContext>
    </SessionContext>
  );
}
