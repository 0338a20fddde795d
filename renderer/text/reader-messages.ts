import type { AsideReason } from '../../core/article/blocks.ts';
import type { EditKind } from '../../core/library/edit.ts';
import type { Colour } from '../../core/highlight/colour.ts';
import { formatCount } from './format.ts';

export const colourNames: Readonly<Record<Colour, string>> = { yellow: 'Yellow', red: 'Red', green: 'Green', blue: 'Blue', purple: 'Purple', magenta: 'Magenta', orange: 'Orange', grey: 'Grey' };

const asideNames: Readonly<Record<AsideReason, string>> = {
  newsletter: 'newsletter line', related: 'link to other articles', advertisement: 'advertisement', follow: 'follow-us line', copyright: 'copyright line',
  navigation: 'page navigation', repeated: 'repeated text', comments: 'comments', other: 'not part of the article',
};

/** What undo takes back, named as the menu and its notices name it. */
export const editNames: Readonly<Record<EditKind, string>> = {
  'add-highlight': 'highlight', 'remove-highlight': 'delete highlight', 'note-highlight': 'note', 'colour-highlight': 'colour', 'tag-highlight': 'tags',
  'summarise-article': 'summary', 'describe-article': 'details', 'set-status': 'move', 'put-back': 'put back', 'bin-article': 'delete article', 'put-tag': 'tag', 'remove-tag': 'remove tag',
  'put-collection': 'collection', 'remove-collection': 'delete collection', collect: 'collect', 'put-search': 'saved search', 'remove-search': 'delete search',
};

/** Everything that the reader says. */
export const readerMessages = {
  highlightOfColour: (colour: Colour) => `Highlight, ${colourNames[colour].toLowerCase()}`,
  hasNote: 'has a note',
  minutes: (minutes: number) => `${minutes} min read`,
  imported: (format: string) => `imported from ${format}`,
  formats: { 'text/plain': 'a text file', 'text/markdown': 'a Markdown file', 'text/html': 'a web page', paste: 'pasted text' },
  setAside: (count: number) => `${formatCount(count, 'part', 'parts')} set aside`,
  asideTitle: (reason: AsideReason) => `Set aside: ${asideNames[reason]}`,
  putBack: 'Put back',
  setAsideAgain: 'Set aside again',
  asCaptured: 'As captured:',
  article: 'Article',
  text: 'Text of the article',
  windowTitle: (title: string | null) => (title === null ? 'Lectern' : `${title} – Lectern`),
  loading: 'Opening…',
  nothingOpen: 'Choose an article on the left, or add one: drop a file here, or press',
  toolbar: 'Highlight',
  note: 'Note',
  copy: 'Copy',
  remove: 'Delete',
  tags: 'Tags',
  colour: 'Colour',
  copied: 'Quote copied',
  undone: (kind: EditKind) => `Undone: ${editNames[kind]}`,
  redone: (kind: EditKind) => `Done again: ${editNames[kind]}`,
  deleted: 'Highlight deleted',
  undo: 'Undo',
  nothingSelected: 'Select some text first, or choose a highlight.',
};
