import type { AsideReason } from '../../core/article/blocks.ts';
import type { StepKind } from '../../core/base/step-kind.ts';
import { stepNames } from '../../core/messages/edit-names.ts';
import { type Colour, type ColourLegend, nameColour } from '../../core/highlight/colour.ts';
import { formatCount, formatNumber } from './format.ts';
import * as german from './de/reader-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

const colourNamesEnglish: Readonly<Record<Colour, string>> = { yellow: 'Yellow', red: 'Red', green: 'Green', blue: 'Blue', purple: 'Purple', magenta: 'Magenta', orange: 'Orange', grey: 'Grey' };
export const colourNames = spoken<Readonly<Record<Colour, string>>>({ en: colourNamesEnglish, de: german.colourNames });

/** A colour with what the user calls it. */
export const colourWords = (colour: Colour, legend: ColourLegend): string => nameColour(colourNames[colour], legend[colour]);

const asideNames: Readonly<Record<AsideReason, string>> = {
  newsletter: 'newsletter line', related: 'link to other articles', advertisement: 'advertisement', follow: 'follow-us line', copyright: 'copyright line',
  navigation: 'page navigation', repeated: 'repeated text', comments: 'comments', other: 'not part of the article',
};

/** Everything that the reader says. */
const readerEnglish = {
  highlightOfColour: (colour: Colour, legend: ColourLegend) => `Highlight, ${nameColour(colourNames[colour].toLowerCase(), legend[colour])}`,
  hasNote: 'has a note',
  minutes: (minutes: number) => `${formatNumber(minutes)} min read`,
  imported: (format: string) => `imported from ${format}`,
  formats: { 'text/plain': 'a text file', 'text/markdown': 'a Markdown file', 'text/html': 'a web page', 'multipart/related': 'a web page', 'message/rfc822': 'a mail', 'application/pdf': 'a PDF', 'application/epub+zip': 'an EPUB', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word document', export: 'another program’s export', paste: 'pasted text' },
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
  undone: (kind: StepKind) => `Undone: ${stepNames[kind]}`,
  redone: (kind: StepKind) => `Done again: ${stepNames[kind]}`,
  deleted: 'Highlight deleted',
  undo: 'Undo',
  caretPlaced: 'Caret in the text. Arrows move it, Shift selects, Escape leaves.',
  grips: { start: 'Start of the highlight', end: 'End of the highlight' },
  nothingSelected: 'Select some text first, or choose a highlight.',
};
export type ReaderMessages = Said<typeof readerEnglish>;
export const readerMessages = spoken<ReaderMessages>({ en: readerEnglish, de: german.readerMessages });
