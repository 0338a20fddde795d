import type { Place } from '../../core/article/place.ts';
import { inForce } from '../../core/base/language.ts';
import { assertNever } from '../../core/base/never.ts';
import { formatCount, formatNumber } from './format.ts';
import * as german from './de/notes-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

/** The printed pages that a highlight is on. */
export const pagesLabel = (pages: string): string => inForce({ en: englishPages, de: german.pagesLabel })(pages);

const englishPages = (pages: string) => `${pages.includes('–') ? 'pp.' : 'p.'} ${pages}`;

/** Where a highlight stands, as short as a margin allows. */
export const placeLabel = (place: Place): string => inForce({ en: englishPlace, de: german.placeLabel })(place);

function englishPlace(place: Place): string {
  switch (place.kind) {
    case 'paragraph': return `¶ ${formatNumber(place.number)}`;
    case 'heading': return `Heading ${formatNumber(place.number)}`;
    case 'caption': return `Caption ${formatNumber(place.number)}`;
    case 'table': return `Table ${formatNumber(place.number)}`;
    case 'aside': return `Aside ${formatNumber(place.number)}`;
    case 'title': return 'Title';
    case 'dek': return 'Standfirst';
    case 'byline': return 'Byline';
    case 'dateline': return 'Dateline';
    default: return assertNever(place);
  }
}

const highlights = (count: number) => formatCount(count, 'highlight', 'highlights');

/** Everything that the notes pane says. */
const notesEnglish = {
  notes: 'Notes',
  count: highlights,
  arrangement: 'Order of notes',
  beside: 'Beside',
  inOrder: 'In order',
  byTag: 'By tag',
  untagged: 'Without a tag',
  summary: 'Summary',
  summaryPlaceholder: 'Summary of the article: write the gist in a line or two…',
  editSummary: 'Edit summary',
  nothingOpen: 'The notes on an article appear here.',
  emptyBefore: 'Select words in the article and press',
  emptyAfter: ', or choose a colour: the highlight appears here, with room for your note and tags.',
  showAll: 'Show all',
  showLess: 'Show less',
  note: 'Note',
  tags: 'Tags',
  noteOn: (quote: string) => `Note on “${quote}”`,
  notePlaceholder: 'Write a note; Markdown works…',
  actions: 'Highlight',
  colour: 'Colour',
  addNote: 'Add note',
  editNote: 'Edit note',
  editTags: 'Edit tags',
  copyQuote: 'Copy quote',
  delete: 'Delete highlight',
  completions: 'Completions',
  linkedFrom: 'Linked from',
  filter: 'Filter notes',
  filterWords: 'Words in quotes, notes, tags',
  anyNote: 'All',
  withNote: 'With note',
  withoutNote: 'Without',
  clearFilter: 'Clear the filter',
  countOf: (shown: number, all: number) => `${formatNumber(shown)} of ${highlights(all)}`,
  nothingFiltered: 'No note of this article fits the filter.',
  markedCard: (card: string) => `${card}, marked`,
  marked: (count: number) => `${formatCount(count, 'card', 'cards')} marked`,
  clearMarks: 'Clear marks',
  addTag: 'Add tag',
  copyMarked: 'Copy',
  mergeNotes: 'Merge notes',
  deleteMarked: 'Delete',
  undo: 'Undo',
  tagged: (count: number) => `Tagged ${highlights(count)}`,
  coloured: (count: number) => `Changed the colour of ${highlights(count)}`,
  deletedMany: (count: number) => `Deleted ${highlights(count)}`,
  copiedMany: (count: number) => `Copied ${highlights(count)} as Markdown`,
  mergedNotes: (count: number) => `Merged the notes of ${highlights(count)}`,
  tooLongToMerge: 'Together these notes are too long for one, so they were left as they are.',
} as const;
export type NotesMessages = Said<typeof notesEnglish>;
export const notesMessages = spoken<NotesMessages>({ en: notesEnglish, de: german.notesMessages });

/** Everything that tags say: the chips, the field that completes them, the dialog. */
const tagEnglish = {
  placeholder: 'Add a tag…',
  remove: (name: string) => `Remove tag ${name}`,
  edit: (name: string) => `Edit tag ${name}`,
  create: (name: string) => `Create tag “${name}”`,
  options: 'Tags to choose from',
  use: highlights,
  dialog: 'Edit tag',
  name: 'Name',
  colour: 'Colour',
  definition: 'Definition',
  definitionPlaceholder: 'When to use this tag, and when not to…',
  save: 'Save',
  cancel: 'Cancel',
  removeTag: 'Remove tag',
  inUse: (count: number) => `On ${highlights(count)}. Take it off them to remove it.`,
  removed: (name: string) => `Tag “${name}” removed`,
  undo: 'Undo',
} as const;
export type TagMessages = Said<typeof tagEnglish>;
export const tagMessages = spoken<TagMessages>({ en: tagEnglish, de: german.tagMessages });
