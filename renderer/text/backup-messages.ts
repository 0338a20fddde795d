import * as german from './de/backup-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

/** What the window says of backups. */
const backupEnglish = {
  title: 'Backups',
  lead: 'Once a day Lectern writes the whole library into one file: every article with its highlights and notes, the texts and the originals. It keeps those of the last seven days and of the four weeks before.',
  restoring: 'To go back to one, run “lectern restore FILE --into DIR”. It makes a library beside yours; yours is not touched.',
  daily: 'Make a backup every day',
  folder: 'Folder',
  folderHint: 'Choose one on another disk, and a broken disk takes only one of the two.',
  folderHintBrowser: 'Another folder is chosen in the desktop app.',
  latest: 'Latest backup',
  none: 'none yet',
  off: 'Backups are off',
  chooseFolder: 'Choose folder…',
  usualFolder: 'Use the usual folder',
  now: 'Back up now',
  underWay: 'Backing up…',
  backedUp: (when: string) => `Backed up ${when}`,
  failed: 'Backup failed',
  made: (file: string) => `Backed up to ${file}`,
} as const;
export type BackupMessages = Said<typeof backupEnglish>;
export const backupMessages = spoken<BackupMessages>({ en: backupEnglish, de: german.backupMessages });
