import { formatNumber } from './format.ts';
import * as german from './de/reading-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

/** What finding in the article says. */
const findEnglish = {
  bar: 'Find in the article',
  field: 'Find',
  count: (current: number, all: number) => `${formatNumber(current)} of ${formatNumber(all)}`,
  none: 'No matches',
  previous: 'Previous match',
  next: 'Next match',
  keepCase: 'Match case',
  wholeWords: 'Whole words',
  close: 'Close the find bar',
} as const;
export type FindMessages = Said<typeof findEnglish>;
export const findMessages = spoken<FindMessages>({ en: findEnglish, de: german.findMessages });

/** What the outline of an article says. */
const outlineEnglish = {
  title: 'Contents',
  close: 'Close the contents',
} as const;
export type OutlineMessages = Said<typeof outlineEnglish>;
export const outlineMessages = spoken<OutlineMessages>({ en: outlineEnglish, de: german.outlineMessages });

/** What the menu over the reader says. */
const toolEnglish = {
  menu: 'Reading tools',
  outline: 'Contents',
  find: 'Find in the article…',
  aloud: 'Read aloud',
  alone: 'Focus on the text',
  print: 'Print…',
  pdf: 'Save as PDF…',
  aloneNotice: 'Only the text is shown. Esc brings the rest back.',
  nothingOpen: 'Open an article first.',
} as const;
export type ToolMessages = Said<typeof toolEnglish>;
export const toolMessages = spoken<ToolMessages>({ en: toolEnglish, de: german.toolMessages });

/** How far an article is read. */
const progressEnglish = {
  left: (minutes: number) => (minutes < 1 ? 'less than a minute left' : `${formatNumber(minutes)} min left`),
} as const;
export type ProgressMessages = Said<typeof progressEnglish>;
export const progressMessages = spoken<ProgressMessages>({ en: progressEnglish, de: german.progressMessages });

/** What footnotes say. */
const footnoteEnglish = {
  footnote: 'Footnote',
  show: 'Show the footnote',
  goTo: 'Go to the footnote',
  gone: 'At the footnote',
  back: 'Back',
} as const;
export type FootnoteMessages = Said<typeof footnoteEnglish>;
export const footnoteMessages = spoken<FootnoteMessages>({ en: footnoteEnglish, de: german.footnoteMessages });

/** What images, tables and code say. */
const figureEnglish = {
  image: 'Image',
  enlarge: (alt: string) => (alt === '' ? 'Enlarge the image' : `Enlarge: ${alt}`),
  larger: 'Larger',
  smaller: 'Smaller',
  fit: 'Whole image',
  close: 'Close the image',
  unavailable: 'This image is not in the library.',
  table: 'Table',
  code: 'Code',
} as const;
export type FigureMessages = Said<typeof figureEnglish>;
export const figureMessages = spoken<FigureMessages>({ en: figureEnglish, de: german.figureMessages });

/** What reading aloud says. */
const speechEnglish = {
  bar: 'Read aloud',
  play: 'Read on',
  pause: 'Pause',
  previous: 'Previous sentence',
  next: 'Next sentence',
  rate: 'Speed',
  rateOf: (rate: number) => `${formatNumber(rate)}×`,
  voice: 'Voice',
  usualVoice: 'Usual voice',
  close: 'Stop reading aloud',
  noVoice: 'This system has no voice to read with. Install one in the settings of the system, then try again.',
  failed: 'The voice stopped with an error. Try another voice.',
  nothing: 'There is nothing to read aloud here.',
} as const;
export type SpeechMessages = Said<typeof speechEnglish>;
export const speechMessages = spoken<SpeechMessages>({ en: speechEnglish, de: german.speechMessages });

/** What a printed article says at its end. */
const printEnglish = {
  notes: 'Notes',
  summary: 'Summary',
  saved: (folder: string) => `Saved as PDF in ${folder}`,
} as const;
export type PrintMessages = Said<typeof printEnglish>;
export const printMessages = spoken<PrintMessages>({ en: printEnglish, de: german.printMessages });
