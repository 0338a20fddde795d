import { formatNumber } from './format.ts';

/** What finding in the article says. */
export const findMessages = {
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

/** What the outline of an article says. */
export const outlineMessages = {
  title: 'Contents',
  close: 'Close the contents',
} as const;

/** What the menu over the reader says. */
export const toolMessages = {
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

/** How far an article is read. */
export const progressMessages = {
  left: (minutes: number) => (minutes < 1 ? 'less than a minute left' : `${formatNumber(minutes)} min left`),
} as const;

/** What footnotes say. */
export const footnoteMessages = {
  footnote: 'Footnote',
  show: 'Show the footnote',
  goTo: 'Go to the footnote',
  gone: 'At the footnote',
  back: 'Back',
} as const;

/** What images, tables and code say. */
export const figureMessages = {
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

/** What reading aloud says. */
export const speechMessages = {
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

/** What a printed article says at its end. */
export const printMessages = {
  notes: 'Notes',
  summary: 'Summary',
  saved: (folder: string) => `Saved as PDF in ${folder}`,
} as const;
