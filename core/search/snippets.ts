import type { Range } from '../base/range.ts';
import type { HighlightId } from '../base/ids.ts';
import { findWanted } from './find-words.ts';
import type { SearchColumn, Wanted } from './query.ts';
import type { SearchedText } from './searched-article.ts';
import { type Token, tokenise } from './tokens.ts';

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

/** The nearest place at or before `offset` that cuts no grapheme. */
function wholeBefore(text: string, offset: number): number {
  const from = Math.max(0, offset - GRAPHEME_LENGTH_LIMIT);
  return offset >= text.length ? text.length : from + (graphemes.segment(text.slice(from, offset + GRAPHEME_LENGTH_LIMIT)).containing(offset - from)?.index ?? 0);
}

/** From where to where a snippet shows a text so that a hit is in it: from word to word, if words are not too long. */
function windowAround(text: string, tokens: readonly Token[], hit: Range): Range {
  if (text.length <= LENGTH) return { start: 0, end: text.length };
  const from = Math.max(0, Math.min(hit.start - LEAD, text.length - LENGTH));
  const start = from === 0 ? 0 : wholeBefore(text, tokens.find((token) => token.start >= from && token.start <= hit.start)?.start ?? from);
  const limit = Math.min(text.length, Math.max(start + LENGTH, Math.min(hit.end, start + 2 * LENGTH)));
  const last = tokens.findLast((token) => token.end <= limit && token.start >= hit.start)?.end;
  return { start, end: limit === text.length ? limit : wholeBefore(text, last !== undefined && last > hit.start ? last : limit) };
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

/** The snippets of one text: the first where most is found, and one more that shows something else. */
function snippetsIn(searched: SearchedText, wanted: readonly Wanted[]): readonly Snippet[] {
  const where = places[searched.column];
  const mine = wanted.filter(({ columns }) => columns === null || columns.includes(searched.column));
  if (!where || mine.length === 0) return [];
  const tokens = tokenise(searched.text);
  const found = mine.map((each) => findWanted(tokens, [each]));
  const marks = findWanted(tokens, mine);
  const isWithin = (mark: Range, window: Range) => mark.start >= window.start && mark.end <= window.end;
  // In a long text with very many hits, the first of them are as good as any.
  const windows = marks.slice(0, 40).map((mark) => {
    const window = windowAround(searched.text, tokens, mark);
    return { window, kinds: found.filter((ranges) => ranges.some((range) => isWithin(range, window))).length };
  });
  const best = windows.reduce<(typeof windows)[number] | null>((a, b) => (a === null || b.kinds > a.kinds ? b : a), null);
  if (!best) return [];
  const other = where === 'text' ? windows.find(({ window }) => window.start >= best.window.end || window.end <= best.window.start) : undefined;
  return [best, ...(other ? [other] : [])].map(({ window }) => snippetAt(searched, where, { window, marks }));
}

/** What to show of an article for what was wanted of it: at most four snippets, what the reader wrote before the text. */
export function snippetsOf(texts: readonly SearchedText[], wanted: readonly Wanted[]): readonly Snippet[] {
  const found: Snippet[] = [];
  for (const searched of texts) {
    if (found.length >= SNIPPETS_AT_MOST) break;
    found.push(...snippetsIn(searched, wanted));
  }
  return found.slice(0, SNIPPETS_AT_MOST);
}
