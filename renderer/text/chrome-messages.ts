import type { CommandGroup } from '../../core/api/commands.ts';
import * as german from './de/chrome-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

/** What the parts say that every screen shares. */
const chromeEnglish = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  notices: 'Messages',
  openingLibrary: 'Opening the library…',
  libraryWidth: 'Width of the library',
  notesWidth: 'Width of the notes',
  keyNames: { Ctrl: 'Ctrl', Shift: 'Shift', Enter: 'Enter', Backspace: 'Backspace', Escape: 'Escape', Home: 'Home', End: 'End', ' ': 'Space' },
  caretKeys: {
    name: 'With a caret in the text', place: 'Put the caret in the text', character: 'By character', line: 'By line', word: 'By word', sentence: 'By sentence', paragraph: 'By paragraph',
    lineEdge: 'To the line’s start or end', text: 'To the text’s start or end', select: 'Select on the way, held down', leave: 'Leave the caret',
  },
  rangeKeys: { name: 'On a highlight', end: 'Move its end', endByWord: 'Move its end by word', start: 'Move its start', startByWord: 'Move its start by word' },
} as const;
export type ChromeMessages = Said<typeof chromeEnglish>;
export const chromeMessages = spoken<ChromeMessages>({ en: chromeEnglish, de: german.chromeMessages });

const commandGroupNamesEnglish: Readonly<Record<CommandGroup, string>> = {
  file: 'File', edit: 'Edit', article: 'Article', highlight: 'Highlights', view: 'View', go: 'Go', help: 'Help',
};
export const commandGroupNames = spoken<Readonly<Record<CommandGroup, string>>>({ en: commandGroupNamesEnglish, de: german.commandGroupNames });
