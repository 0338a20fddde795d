import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { BackupState } from '../../core/library/ports.ts';
import type { SettingsChange } from '../../core/library/settings.ts';
import { changeSettings } from '../state/library-state.ts';
import { useNow } from '../state/use-now.ts';
import { useOverview, useSelected, useSession, useSettings } from '../state/use-session.ts';
import { backupMessages } from '../text/backup-messages.ts';
import { formatMoment } from '../text/format.ts';
import { Button } from '../ui/button.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { backUpNow } from './back-up.ts';
import styles from './backups-dialog.module.css';

function BackupFacts({ backup }: { readonly backup: BackupState }) {
  const nowMs = useNow();
  const { latest, folder } = backup;
  return (
    <Facts>
      <Fact name={backupMessages.latest}>{latest ? <>{formatMoment(Date.parse(latest.madeAt), nowMs)}<span className={styles.file}>{latest.file}</span></> : backupMessages.none}</Fact>
      <Fact name={backupMessages.folder}>{folder}</Fact>
    </Facts>
  );
}

/** How the backups stand, where they go, and whether they are made. */
function Backups({ backup, onClose }: { readonly backup: BackupState; readonly onClose: () => void }) {
  const session = useSession();
  const { library, client, desktop, tellFault } = session;
  const { dailyBackup } = useSettings();
  const change = (changed: SettingsChange) => void changeSettings(library, client, changed);
  async function chooseFolder(): Promise<void> {
    const chosen = await desktop?.desktop.chooseBackupFolder({});
    if (chosen && !chosen.ok) tellFault(chosen.fault);
  }
  async function leaveFolder(): Promise<void> {
    const left = await client.library.useUsualBackupFolder({});
    if (!left.ok) tellFault(left.fault);
  }
  return (
    <Modal title={backupMessages.title} onClose={onClose}>
      <p>{backupMessages.lead}</p>
      {backup.fault && <p className={styles.fault} role="alert">{faultSentence(backup.fault)}</p>}
      <BackupFacts backup={backup} />
      <label className={styles.check}>
        <input type="checkbox" checked={dailyBackup} data-initial-focus="" onChange={(event) => change({ dailyBackup: event.target.checked })} /> {backupMessages.daily}
      </label>
      <p className={styles.hint}>{desktop ? backupMessages.folderHint : backupMessages.folderHintBrowser} {backupMessages.restoring}</p>
      <ModalActions>
        {backup.isFolderChosen && <Button kind="quiet" onClick={() => void leaveFolder()}>{backupMessages.usualFolder}</Button>}
        {desktop && <Button onClick={() => void chooseFolder()}>{backupMessages.chooseFolder}</Button>}
        <Button kind="primary" aria-disabled={backup.isUnderWay} onClick={() => void backUpNow(session)}>{backup.isUnderWay ? backupMessages.underWay : backupMessages.now}</Button>
      </ModalActions>
    </Modal>
  );
}

/** The dialog of the backups, while it is open. */
export function BackupsDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'backups');
  const backup = useOverview()?.backup;
  return isOpen && backup ? <Backups backup={backup} onClose={() => view.setState({ dialog: null })} /> : null;
}

/** When the latest backup was made, at the foot of the window; it opens the dialog. */
export function BackupStatus({ className, failedClassName }: { readonly className: string | undefined; readonly failedClassName: string | undefined }) {
  const { view } = useSession();
  const backup = useOverview()?.backup;
  const { dailyBackup } = useSettings();
  const nowMs = useNow();
  if (!backup) return null;
  const { latest, fault, isUnderWay } = backup;
  const usual = !dailyBackup ? backupMessages.off : latest ? backupMessages.backedUp(formatMoment(Date.parse(latest.madeAt), nowMs)) : backupMessages.title;
  const told = isUnderWay ? backupMessages.underWay : fault ? backupMessages.failed : usual;
  return <button type="button" className={`${className} ${fault ? failedClassName : ''}`} aria-haspopup="dialog" title={latest?.file ?? backup.folder} onClick={() => view.setState({ dialog: 'backups' })}>{told}</button>;
}
