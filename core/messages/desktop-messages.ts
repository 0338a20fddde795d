/** What the desktop app says outside its window: in the system's dialogs and menus. */
export const desktopMessages = {
  chooseFilesTitle: 'Add files to the library',
  readableFiles: 'Articles',
  allFiles: 'All files',
  saveExportTitle: 'Export notes',
  chooseFolderTitle: 'Choose a folder for the exported notes',
  markdownFiles: 'Markdown',
  openLink: (host: string) => `Open ${host} in your browser?`,
  writeMail: 'Write a mail to this address?',
  open: 'Open',
  cancel: 'Cancel',
  window: 'Window',
  cannotStart: 'Lectern can’t open the library',
  noSandbox: 'Lectern was started without Chromium’s sandbox, as an AppImage is where the system forbids user namespaces. It does not open files of others without it. Install the .deb package, or use “lectern serve”.',
  quit: 'Quit',
} as const;
