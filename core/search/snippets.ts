import type { Range } from '../base/range.ts';
import type { HighlightId } from '../base/ids.ts';
import { merged } from './find-words.ts';
import type { SearchColumn, Wanted } from './query.ts';
import type { SearchedText } from './searched-article.ts';
import { type TextWords, wordsOf } from './text-words.ts';

export type SnippetPlace = 'title' | 'text' | 'quote' | 'note' | 'summary';

/** A stretch of an article around what was found. `marks` count in the snippet's text, `position` in the article's. */
export type Snippet = {
  readonly where: SnippetPlace;
  readonly text: string;
  readonly marks: readonly Range[];
  /** The highlight that a quote or a note is of. */
  readonly highlightId?: HighlightId;
  /** Where in the article's projection the first mark stands, for a snippet of the text. */
  readonly position?: Range;
};

/** UTF-16 units that a snippet shows before its first hit, and in all. */
const LEAD = 50;
const LENGTH = 200;
const SNIPPETS_AT_MOST = 4;

const places: Readonly<Partial<Record<SearchColumn, SnippetPlace>>> = { title: 'title', text: 'text', quotes: 'quote', notes: 'note', summary: 'summary' };
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** No grapheme worth keeping whole is longer. */
const GRAPHEME_LENGTH_LIMIT = 64;

/** The first unit that can be of a grapheme together with others; of those before it, only line ends are. */
const JOINING = 0x300;

/** The nearest place at or before `offset` that cuts no grapheme. */
function wholeBefore(text: string, offset: number): number {
  // Segmenting costs more than all the rest of a snippet, and hardly any place needs it.
  if (text.charCodeAt(offset - 1) < JOINING && text.charCodeAt(offset) < JOINING && text.charAt(offset) !== '\n') return offset;
  const from = Math.max(0, offset - GRAPHEME_LENGTH_LIMIT);
  return offset >= text.length ? text.length : from + (graphemes.segment(text.slice(from, offset + GRAPHEME_LENGTH_LIMIT)).containing(offset - from)?.index ?? 0);
}

/** From where to where a snippet shows a text so that a hit is in it: from word to word, if words are not too long. */
function windowAround(text: string, words: TextWords, hit: Range): Range {
  if (text.length <= LENGTH) return { start: 0, end: text.length };
  const from = Math.max(0, Math.min(hit.start - LEAD, text.length - LENGTH));
  const start = from === 0 ? 0 : wholeBefore(text, words.startIn(from, hit.start) ?? from);
  const limit = Math.min(text.length, Math.max(start + LENGTH, Math.min(hit.end, start + 2 * LENGTH)));
  return { start, end: limit === text.length ? limit : wholeBefore(text, words.endIn(hit.start, limit) ?? limit) };
}

function snippetAt(searched: SearchedText, where: SnippetPlace, { window, marks }: { window: Range; marks: readonly Range[] }): Snippet {
  const { text, highlightId } = searched;
  const before = window.start > 0 ? '…' : '';
  const shift = before.length - window.start;
  // Line breaks become spaces one for one, so that marks stay where they are.
  const shown = `${before}${text.slice(window.start, window.end).replace(/\s/g, ' ')}${window.end < text.length ? '…' : ''}`;
  const inside = marks.filter((mark) => mark.start < window.end && mark.end > window.start);
  const [first] = inside;
  return {
    where, text: shown,
    marks: inside.map((mark) => ({ start: Math.max(mark.start, window.start) + shift, end: Math.min(mark.end, window.end) + shift })),
    ...(highlightId ? { highlightId } : {}),
    ...(where === 'text' && first ? { position: first } : {}),
  };
}

const isWithin = (mark: Range, window: Range) => mark.start >= window.start && mark.end <= window.end;

/** The stretch that has the most of what was wanted, and the first other one that shows something else. */
function pickWindows(marks: readonly Range[], found: readonly (readonly Range[])[], windowOf: (mark: Range) => Range): readonly Range[] {
  let best: { window: Range; kinds: number } | null = null;
  for (const mark of marks) {
    const window = windowOf(mark);
    const kinds = found.filter((ranges) => ranges.some((range) => isWithin(range, window))).length;
    if (!best || kinds > best.kinds) best = { window, kinds };
    if (kinds === found.length) break;
  }
  if (!best) return [];
  const { start, end } = best.window;
  for (const mark of marks) {
    // A mark that the best stretch shows is in no other that shows something else.
    const window = mark.start < end && mark.end > start ? best.window : windowOf(mark);
    if (window.start >= end || window.end <= start) return [best.window, window];
  }
  return [best.window];
}

/** The snippets of one text: the first where most is found, and one more that shows something else. */
function snippetsIn(searched: SearchedText, wanted: readonly Wanted[], wordsIn: typeof wordsOf): readonly Snippet[] {
  const where = places[searched.column];
  const mine = wanted.filter(({ columns }) => columns === null || columns.includes(searched.column));
  if (!where || mine.length === 0) return [];
  const words = wordsIn(searched.text, mine);
  const found = mine.map((each) => words.find([each]));
  const marks = merged(found.flat());
  // In a long text with very many hits, the first of them are as good as any.
  const windows = pickWindows(marks.slice(0, 40), found, (mark) => windowAround(searched.text, words, mark));
  return windows.slice(0, where === 'text' ? 2 : 1).map((window) => snippetAt(searched, where, { window, marks }));
}

/** What to show of an article for what was wanted of it: at most four snippets, what the reader wrote before the text. */
export function snippetsOf(texts: readonly SearchedText[], wanted: readonly Wanted[], wordsIn = wordsOf): readonly Snippet[] {
  const found: Snippet[] = [];
  for (const searched of texts) {
    if (found.length >= SNIPPETS_AT_MOST) break;
    found.push(...snippetsIn(searched, wanted, wordsIn));
  }
  return found.slice(0, SNIPPETS_AT_MOST);
}
