import { type Status } from '../../core/article/article.ts';
import { shorten } from '../../core/base/text.ts';
import { BIN_DAYS } from '../../core/library/bin.ts';
import type { ColumnName } from '../../core/library/columns.ts';
import type { Settings } from '../../core/library/settings.ts';
import { formatCount, formatNumber, formatPercent } from './format.ts';
import * as german from './de/library-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

const titled = (title: string) => `“${shorten(title, 60)}”`;
const articles = (count: number) => formatCount(count, 'article', 'articles');
/** One article by its title, several by their number. */
const named = (titles: readonly string[]) => (titles.length === 1 ? titles.map(titled).join('') : articles(titles.length));

const statusNamesEnglish: Readonly<Record<Status, string>> = { inbox: 'Inbox', reading: 'Reading', archive: 'Archive' };
export const statusNames = spoken<Readonly<Record<Status, string>>>({ en: statusNamesEnglish, de: german.statusNames });

const sortNamesEnglish: Readonly<Record<ColumnName, string>> = {
  title: 'Title', byline: 'Author', source: 'Source', published: 'Date published', imported: 'Date added', changed: 'Date changed',
  status: 'Status', progress: 'Progress', words: 'Length', highlights: 'Highlights', notes: 'Notes', reviews: 'To review', tags: 'Tags',
};
export const sortNames = spoken<Readonly<Record<ColumnName, string>>>({ en: sortNamesEnglish, de: german.sortNames });

/** What the columns of the table are called: shorter, since what stands below says the rest. */
const columnLabelsEnglish: Readonly<Record<ColumnName, string>> = { ...sortNamesEnglish, published: 'Published', imported: 'Added', changed: 'Changed', progress: 'Read' };
export const columnLabels = spoken<Readonly<Record<ColumnName, string>>>({ en: columnLabelsEnglish, de: german.columnLabels });

/** Everything that the library's side of the window says. */
const libraryEnglish = {
  library: 'Library',
  shelves: 'Shelves',
  articles: 'Articles',
  bin: 'Bin',
  toReview: 'To review',
  reviewCount: (count: number) => `${formatNumber(count)} to review`,
  tags: 'Tags',
  results: 'Results',
  editTag: (name: string) => `Edit the tag “${name}”`,
  resultCount: (found: number, all: number) => `${formatNumber(found)} of ${formatNumber(all)}`,
  minutes: (minutes: number) => `${formatNumber(minutes)} min`,
  read: (progress: number) => `${formatPercent(progress)} read`,
  sortedBy: (sortBy: ColumnName) => `Sort by. Now: ${sortNames[sortBy].toLowerCase()}`,
  sortedByMatch: 'Sort by. Now: best match',
  bestMatch: 'Best match',
  reversed: 'The other way round',
  sort: 'Sort by',
  moreAbout: (title: string) => `More about ${title}`,
  actions: 'Article',
  moveTo: (status: Status) => `Move to ${statusNames[status]}`,
  editDetails: 'Edit details…',
  exportArticle: 'Export as Markdown…',
  binArticle: 'Move to bin',
  restoreArticle: 'Restore',
  earlierVersions: 'Earlier versions…',
  emptyTheBin: 'Empty bin…',
  deleteNow: 'Delete for good',
  deleteForGood: 'Delete now…',
  binLeft: (days: number) => (days === 0 ? 'goes at the next start' : `${formatCount(days, 'day', 'days')} left`),
  deleteTitle: 'Delete for good',
  deleteOne: (title: string) => `Delete ${titled(title)} now, before its ${BIN_DAYS} days in the bin are over?`,
  deleteMany: (count: number) => `Delete the ${formatCount(count, 'article', 'articles')} in the bin now, before ${BIN_DAYS} days are over?`,
  deleteKeeps: 'This has no undo. The last version of each, with its highlights and notes, stays in the library’s history folder, its text and its original file stay too: “lectern history ID --restore REV” brings an article back.',
  deletedForGood: (count: number) => `Deleted ${formatCount(count, 'article', 'articles')} for good`,
  deletedSome: (gone: number, all: number) => `Deleted ${formatNumber(gone)} of ${formatCount(all, 'article', 'articles')}. The others were taken out of the bin meanwhile, or the history could not take them; they are as they were.`,
  binned: (titles: readonly string[]) => `Moved ${named(titles)} to the bin`,
  restored: (titles: readonly string[]) => `Restored ${named(titles)}`,
  moved: (titles: readonly string[], status: Status) => `Moved ${named(titles)} to ${statusNames[status]}`,

  selected: 'selected',
  selection: 'Selected articles',
  selectedCount: (count: number) => `${formatNumber(count)} selected`,
  moreForSelection: 'More for the selected article',
  clearSelection: 'Clear the selection',
  select: (title: string) => `Select ${title}`,
  selectAll: 'Select all',

  showTable: 'Show as a table',
  leaveTable: 'Back to the article',
  columns: 'Columns',
  usualColumns: 'The usual columns',
  fitColumn: (name: ColumnName) => `Fit “${columnLabels[name]}” to what is in it`,
  columnLeft: (name: ColumnName) => `Move “${columnLabels[name]}” left`,
  columnRight: (name: ColumnName) => `Move “${columnLabels[name]}” right`,
  columnWidth: (name: ColumnName, width: number) => `${columnLabels[name]}: ${formatNumber(width)} pixels wide`,
  wordsAndMinutes: (words: number, minutes: number) => `${formatNumber(words)} · ${formatNumber(minutes)} min`,

  emptyLibrary: 'Nothing here yet. Drop a file on the window, or paste an article.',
  emptyInbox: 'The inbox is empty. New articles come in here.',
  emptyReading: 'Nothing is being read. Move an article here from its menu when you begin it.',
  emptyArchive: 'Nothing is archived yet. Put an open article away with',
  emptyTag: (name: string) => `No highlight has the tag “${name}” yet. Choose a highlight, then press`,
  emptyBin: 'The bin is empty.',
  emptyReview: 'No highlight waits for review. When a new version of an article moves or loses some, it is shown here.',
  binKeeps: `Deleted articles stay ${BIN_DAYS} days.`,
  noMatch: (filter: string) => `No article matches “${shorten(filter, 40)}”.`,
  clearFilter: 'Clear the search',

  damaged: (count: number) => `${formatCount(count, 'file', 'files')} could not be read`,
  damagedTitle: 'Files that could not be read',
  damagedLead: 'Everything else in the library works as ever. Lectern has changed nothing in these files.',
  merged: (count: number) => `${formatCount(count, 'file was', 'files were')} merged`,
  mergedTitle: 'Changed in two places',
  mergedLead: 'Copies of these files had been changed in two places. The changes of both are in the library.',
  keptAs: (file: string) => `Kept as ${file}`,
} as const;
export type LibraryMessages = Said<typeof libraryEnglish>;
export const libraryMessages = spoken<LibraryMessages>({ en: libraryEnglish, de: german.libraryMessages });

/** What is asked about documents that are gone. */
const vanishedEnglish = {
  label: 'Articles are missing',
  sentence: (count: number, total: number, folder: string) => `${formatNumber(count)} of the ${formatNumber(total)} articles of ${folder} are suddenly not in its folder any more. Nothing was taken out of the list. Bring the files back, from the bin of the program that syncs the folder, from version control or from a backup, and look again.`,
  lookAgain: 'Look again',
  areMeant: 'They are meant to be gone',
} as const;
export type VanishedMessages = Said<typeof vanishedEnglish>;
export const vanishedMessages = spoken<VanishedMessages>({ en: vanishedEnglish, de: german.vanishedMessages });

/** What is said where the library can only be read. */
const accessEnglish = {
  readOnly: 'Read only',
  tryAgain: 'Try again',
  isWritable: 'The library can be changed now.',
  stillReadOnly: (reason: string) => `Still read only. ${reason}`,
} as const;
export type AccessMessages = Said<typeof accessEnglish>;
export const accessMessages = spoken<AccessMessages>({ en: accessEnglish, de: german.accessMessages });

/** What adding articles says. */
const addEnglish = {
  title: 'Add article',
  pasteLabel: 'Paste the text of an article, or the address of a page',
  placeholder: 'Paste text or an address here…',
  as: 'Add as',
  asText: 'Plain text',
  asPage: 'Formatted page',
  add: 'Add article',
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  emptyFolder: 'Nothing in this folder is a kind of file that Lectern reads, so nothing was added.',
  showReport: 'Show',
  pause: 'Pause',
  goOn: 'Go on',
  stop: 'Stop',
  paused: (done: number, all: number) => `Paused: ${formatNumber(done)} of ${formatNumber(all)} done`,
  leftOut: (name: string) => `${titled(name)} was left out`,
  known: (name: string, title: string, isSame: boolean) => `${titled(name)} is in the library already${title === name ? '' : ` as ${titled(title)}`}${isSame ? '' : ', with another text of the same address'}`,
  knownLead: 'What is in the library already:',
  addVersions: 'Add as new versions',
  addBoth: 'Add once more',
  leaveOut: 'Leave out',
  more: (count: number) => `and ${formatNumber(count)} more`,
  dropHint: 'or drop them on the window: web pages, PDF, EPUB, Word, plain text, Markdown, and highlights exported from other programs',
  pastedText: 'Pasted text',
  waiting: 'Adding…',
  added: (title: string) => `Added ${titled(title)}`,
  looked: (name: string) => `Looked into ${titled(name)}`,
  addedMany: (count: number) => `Added ${articles(count)}`,
  adding: (done: number, all: number) => `Adding ${formatNumber(done + 1)} of ${formatNumber(all)}…`,
  progress: 'What is being added',
  dropHere: 'Drop to add to the library',
} as const;

export type AddMessages = Said<typeof addEnglish>;
export const addMessages = spoken<AddMessages>({ en: addEnglish, de: german.addMessages });

/** What is said of an export of another program before it is taken in. */
const readingsEnglish = {
  title: (program: string) => `Add highlights from ${program}`,
  wanted: 'What is wanted',
  isNew: 'new',
  isThere: (title: string, isAdding: boolean) => (isAdding ? `adds to ${titled(title)}` : `is there as ${titled(title)}`),
  quotesOnly: 'quotations only, until its text is added',
  highlights: (fresh: number, known: number) => (known === 0 ? formatCount(fresh, 'highlight', 'highlights') : fresh === 0 ? `${formatCount(known, 'highlight', 'highlights')}, all there already` : `${formatCount(fresh, 'new highlight', 'new highlights')}, ${formatNumber(known)} there already`),
  untitled: 'Untitled',
  unread: (count: number) => `What can’t be read (${formatNumber(count)})`,
  all: 'All',
  take: 'Add',
  leave: 'Don’t add',
  taken: (highlights: number, count: number) => `Added ${formatCount(highlights, 'highlight', 'highlights')} in ${articles(count)}`,
  tagsTaken: (count: number) => `Added ${formatCount(count, 'tag', 'tags')}`,
} as const;
export type ReadingsMessages = Said<typeof readingsEnglish>;
export const readingsMessages = spoken<ReadingsMessages>({ en: readingsEnglish, de: german.readingsMessages });

/** What exporting says. */
const exportEnglish = {
  export: 'Export',
  article: 'This article…',
  articleByTag: 'This article, by tag…',
  library: 'All notes…',
  copy: 'Copy as Markdown',
  saved: (count: number, folder: string) => (count === 1 ? `Exported to ${folder}` : `Exported ${formatCount(count, 'file', 'files')} to ${folder}`),
  downloaded: (name: string) => `Exported ${titled(name)}`,
  copied: 'Copied as Markdown',
  copyRefused: 'The clipboard could not be written, so nothing was copied. Export to a file instead.',
  nothing: 'There is nothing to export yet: add an article first.',
  archiveName: 'Lectern notes.zip',
  copyName: 'Unsaved notes.md',
  savedCopy: (folder: string) => `Saved a copy to ${folder}`,
} as const;
export type ExportMessages = Said<typeof exportEnglish>;
export const exportMessages = spoken<ExportMessages>({ en: exportEnglish, de: german.exportMessages });

/** The details of an article. */
const detailsEnglish = {
  title: 'Details',
  fields: { title: 'Title', label: 'Label', dek: 'Summary line', byline: 'Author', source: 'Source', published: 'Published', url: 'Address', language: 'Language', direction: 'Text runs' },
  hints: { published: 'A year, a month or a day: 2021, 2021-11 or 2021-11-24', language: 'A code such as en, fr or zh-Hant' },
  faults: {
    title: 'An article needs a title.',
    published: 'That is not a date that Lectern understands. Write 2021, 2021-11 or 2021-11-24.',
    url: 'Begin the address with http:// or https://, without spaces.',
    language: 'Write a language code such as en, fr or zh-Hant.',
    tooLong: 'That is too long.',
  },
  directions: { ltr: 'Left to right', rtl: 'Right to left' },
  facts: 'Where it came from',
  original: 'Original',
  encoding: 'Read as',
  imported: 'Added',
  size: 'Size',
  byte: 'byte',
  bytes: 'bytes',
  words: 'Words',
} as const;
export type DetailsMessages = Said<typeof detailsEnglish>;
export const detailsMessages = spoken<DetailsMessages>({ en: detailsEnglish, de: german.detailsMessages });

/** How reading looks, and the help for keys. */
const readingEnglish = {
  title: 'Reading',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', night: 'Night', contrast: 'Contrast' } satisfies Record<Settings['theme'], string>,
  typeface: 'Typeface',
  typefaces: { serif: 'Serif', sans: 'Sans serif', legible: 'Easy to read' } satisfies Record<Settings['typeface'], string>,
  textSize: 'Text size',
  lineHeight: 'Line spacing',
  measure: 'Line width',
  paragraphSpacing: 'Space between paragraphs',
  justified: 'Justify lines on both sides',
  hyphenated: 'Hyphenate words',
  hyphenatedHint: 'Works in languages that this system knows how to hyphenate.',
  singleKeys: 'Shortcuts of a single letter',
  singleKeysHint: 'H highlights, N writes a note, J and K step through highlights. Turn them off if they get in the way of dictation or switch control.',
  reset: 'Back to the usual',
  shortcuts: 'Keyboard shortcuts',
  language: 'Language',
  languageOfSystem: 'Follow the system',
} as const;
export type ReadingMessages = Said<typeof readingEnglish>;
export const readingMessages = spoken<ReadingMessages>({ en: readingEnglish, de: german.readingMessages });

/** What the line under the window says. */
const statusEnglish = {
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: (sentence: string, names: readonly string[]) => (names.length === 0 ? `Not saved. ${sentence}` : `Not saved: ${names.slice(0, 3).map((name) => `“${name}”`).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}. ${sentence}`),
  retry: 'Try again',
  saveCopy: 'Save a copy…',
  copyUnsaved: 'Copy unsaved text',
  copyRefused: 'Copy the text',
  unsavedCopied: 'Unsaved text copied',
  counts: (highlights: number, tags: number) => `${formatCount(highlights, 'highlight', 'highlights')} · ${formatCount(tags, 'tag', 'tags')}`,
  library: (folder: string) => `Library: ${folder}`,
  reading: (done: number, total: number) => `Reading the library: ${formatNumber(done)} of ${formatNumber(total)}`,
} as const;
export type StatusMessages = Said<typeof statusEnglish>;
export const statusMessages = spoken<StatusMessages>({ en: statusEnglish, de: german.statusMessages });

/** What the bar over the window says. */
const searchEnglish = {
  places: { title: 'Title', text: 'Text', quote: 'Quote', note: 'Note', summary: 'Summary' },
  took: (ms: number) => `${formatNumber(ms)} ms`,
  pending: (count: number) => `${formatNumber(count)} more to be looked through…`,
} as const;
export type SearchMessages = Said<typeof searchEnglish>;
export const searchMessages = spoken<SearchMessages>({ en: searchEnglish, de: german.searchMessages });

const headerEnglish = {
  product: 'Lectern',
  filter: 'Search articles, notes, tags',
  filterLabel: 'Search the library',
  clear: 'Clear',
  reading: 'Text and theme',
} as const;
export type HeaderMessages = Said<typeof headerEnglish>;
export const headerMessages = spoken<HeaderMessages>({ en: headerEnglish, de: german.headerMessages });

