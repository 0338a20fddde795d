import { useEffect, useState } from 'react';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { minutesLeft } from '../../core/article/summary.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { unsavedText } from '../state/unsaved-text.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { addMessages, libraryMessages, statusMessages } from '../text/library-messages.ts';
import { progressMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { BackupStatus } from './backups-dialog.tsx';
import { copyText } from './copy-text.ts';
import { saveCopy } from './export-notes.ts';
import { SelectionBar } from './selection-bar.tsx';
import styles from './status-bar.module.css';

/** Saving that takes no longer than this is not worth a word. */
const QUICK_MS = 400;

/** True once something has gone on for a while; false as soon as it ends. */
function useIsSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return undefined;
    const timer = setTimeout(() => setSlow(true), QUICK_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isGoingOn]);
  return isSlow;
}

type Calm = 'calm' | 'trouble' | 'over';

/** What follows on trouble with saving: it is over once all is saved, and forgotten with the next thing to save. */
function nextCalm(calm: Calm, { isTrouble, isSaved }: { readonly isTrouble: boolean; readonly isSaved: boolean }): Calm {
  if (isTrouble) return 'trouble';
  if (isSaved) return calm === 'trouble' ? 'over' : calm;
  return calm === 'over' ? 'calm' : calm;
}

/** Whether all that was written is safe; if not, why, and what to do about it. */
function SavingState() {
  const session = useSession();
  const saving = useSelected(session.editor.state, (state) => state.saving);
  const isSlow = useIsSlow(saving.kind === 'saving');
  const trouble = saving.kind === 'failed' ? statusMessages.notSaved(faultSentence(saving.fault), saving.names) : isSlow ? statusMessages.saving : null;
  const [calm, setCalm] = useState<Calm>('calm');
  const next = nextCalm(calm, { isTrouble: trouble !== null, isSaved: saving.kind === 'saved' });
  if (next !== calm) setCalm(next);
  return (
    <div className={`${styles.saving} ${saving.kind === 'failed' ? styles.isFailed : ''}`}>
      <span role="status" className={styles.sentence}>{saving.kind === 'failed' && <Icon name="warning" />}<span>{next === 'over' ? statusMessages.saved : trouble}</span></span>
      {/* Said only of what is durable. Beside the live region, unless trouble is over: not every save is worth reading out. */}
      {trouble === null && next !== 'over' && <span className={saving.kind === 'saved' ? undefined : styles.isPending}>{statusMessages.saved}</span>}
      {saving.kind === 'failed' && (
        <>
          <Button className={styles.action} onClick={() => void session.editor.retry()}>{statusMessages.retry}</Button>
          <Button className={styles.action} onClick={() => void saveCopy(session, unsavedText(saving.edits))}>{statusMessages.saveCopy}</Button>
          <Button className={styles.action} onClick={() => void copyText(session, unsavedText(saving.edits), statusMessages.unsavedCopied)}>{statusMessages.copyUnsaved}</Button>
        </>
      )}
    </div>
  );
}

/** How far the open article is read, and what has been marked in it. */
function useArticleFacts(): { readonly read: string; readonly counts: string } | null {
  const { reader } = useSession();
  const percent = useSelected(reader, (state) => Math.round(state.progress * 100));
  const highlights = useSelected(reader, () => openArticleOf(reader)?.article.highlights ?? null);
  const left = useSelected(reader, (state) => minutesLeft(openArticleOf(reader)?.article.wordCount ?? 0, state.progress));
  if (!highlights) return null;
  const read = libraryMessages.read(percent / 100);
  return { read: percent < 100 ? `${read} · ${progressMessages.left(left)}` : read, counts: statusMessages.counts(highlights.length, new Set(highlights.flatMap((highlight) => highlight.tags)).size) };
}

/** The line under the panes. */
export function StatusBar() {
  const { imports, library, view } = useSession();
  const isTableShown = useSelected(view, (state) => state.isTableShown);
  const reading = useSelected(library, (state) => state.reading);
  const folder = useOverview()?.folder;
  const facts = useArticleFacts();
  const adding = useSelected(imports, ({ items }) => (items.some((item) => item.outcome === null) ? addMessages.adding(items.filter((item) => item.outcome !== null).length, items.length) : null));
  return (
    <footer className={styles.bar}>
      <SelectionBar />
      {facts && !isTableShown && <span>{facts.read}</span>}
      <SavingState />
      {adding && <Button kind="quiet" className={styles.action} onClick={() => view.setState({ dialog: 'add' })}>{adding}</Button>}
      {reading && <span>{statusMessages.reading(reading.done, reading.total)}</span>}
      <span className={styles.space} />
      {facts && !isTableShown && <span className={styles.counts}>{facts.counts}</span>}
      <BackupStatus className={styles.backup} failedClassName={styles.isBackupFailed} />
      {folder && <span className={styles.folder} title={folder}>{statusMessages.library(folder)}</span>}
    </footer>
  );
}
