import * as german from './de/desktop-messages.ts';
import { type Said, spoken } from './spoken.ts';

/** What the desktop app says outside its window: in the system's dialogs and menus. */
const desktopEnglish = {
  chooseFilesTitle: 'Add files to the library',
  chooseImportFolderTitle: 'Add a folder to the library',
  readableFiles: 'Articles',
  allFiles: 'All files',
  saveExportTitle: 'Export notes',
  savePdfTitle: 'Save as PDF',
  pdfFiles: 'PDF',
  chooseFolderTitle: 'Choose a folder for the exported notes',
  chooseWatchFolderTitle: 'Choose a folder whose files come in by themselves',
  chooseBackupFolderTitle: 'Choose a folder for backups',
  saveCopyTitle: 'Save a copy of what is not saved',
  copyName: 'Unsaved notes.md',
  markdownFiles: 'Markdown',
  openLink: (host: string) => `Open ${host} in your browser?`,
  writeMail: 'Write a mail to this address?',
  open: 'Open',
  cancel: 'Cancel',
  window: 'Window',
  cannotStart: 'Lectern can’t open the library',
  noSandbox: 'Lectern was started without Chromium’s sandbox, as an AppImage is where the system forbids user namespaces. It does not open files of others without it. Install the .deb package, or use “lectern serve”.',
  quit: 'Quit',
  notSaved: 'Some of what you wrote is not saved yet.',
  notSavedDetail: 'The window still has it. Keep it open to try again or to copy the text; the line at its foot says what is wrong.',
  keepOpen: 'Keep open',
  closeAnyway: 'Close without saving',
  roles: {
    cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all',
    resetZoom: 'Actual size', zoomIn: 'Zoom in', zoomOut: 'Zoom out', togglefullscreen: 'Full screen',
    minimize: 'Minimise', close: 'Close window', zoom: 'Zoom', front: 'Bring all to front',
    about: 'About Lectern', services: 'Services', hide: 'Hide Lectern', hideOthers: 'Hide others', unhide: 'Show all', quit: 'Quit Lectern',
  },
} as const;
export type DesktopMessages = Said<typeof desktopEnglish>;
export const desktopMessages = spoken<DesktopMessages>({ en: desktopEnglish, de: german.desktopMessages });
