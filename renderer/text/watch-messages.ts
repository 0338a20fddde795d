import { type Said, spoken } from '../../core/messages/spoken.ts';
import * as german from './de/watch-messages.ts';
import { formatCount } from './format.ts';

/** What the window says of the folder whose files come in by themselves. */
const watchEnglish = {
  title: 'Watched folder',
  lead: 'What is put into this folder comes into the library by itself, once it is whole: web pages, PDF, EPUB, Word and all else that Lectern reads. Its files stay where they are.',
  already: 'What lies there already comes in too. An article that you delete does not come back until its file changes.',
  onlyDesktop: 'A folder is chosen in the desktop app, or with “lectern serve --watch FOLDER”.',
  folder: 'Folder',
  none: 'none yet',
  notThere: 'This folder is not there. Lectern goes on when it is.',
  underWay: 'Adding…',
  count: 'Came in',
  failed: 'Could not come in',
  chooseFolder: 'Choose folder…',
  stop: 'Watch no folder',
  cameIn: (count: number) => `${formatCount(count, 'article', 'articles')} came in from the watched folder`,
} as const;
export type WatchMessages = Said<typeof watchEnglish>;
export const watchMessages = spoken<WatchMessages>({ en: watchEnglish, de: german.watchMessages });
