import type { CommandGroup } from '../../core/api/commands.ts';

/** What the parts say that every screen shares. */
export const chromeMessages = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  notices: 'Messages',
  openingLibrary: 'Opening the library…',
  libraryWidth: 'Width of the library',
  notesWidth: 'Width of the notes',
} as const;

export const commandGroupNames: Readonly<Record<CommandGroup, string>> = {
  file: 'File', edit: 'Edit', article: 'Article', highlight: 'Highlights', view: 'View', go: 'Go', help: 'Help',
};
