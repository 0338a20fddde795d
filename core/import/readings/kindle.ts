import { type FoundHighlight, nothingFound } from '../found-article.ts';
import { findDate } from '../published.ts';
import { emptyHighlight, emptyReading, gather, type Reading } from './reading.ts';

const DIVIDER = /^={8,}\s*$/m;
/** "page 99", "Location 1293-1295", in any language: a number or a range behind words. */
const PLACE = /(\d+)(?:\s*[-–]\s*(\d+))?/;

/** "Title (of a series) (Author)": the author stands in the last brackets, which may hold others. */
function titleAndAuthor(line: string): { readonly title: string; readonly author: string | null } {
  const trimmed = line.trim();
  let depth = 0;
  for (let at = trimmed.length - 1; at > 0 && trimmed.endsWith(')'); at -= 1) {
    depth += trimmed[at] === ')' ? 1 : trimmed[at] === '(' ? -1 : 0;
    if (depth === 0) return { title: trimmed.slice(0, at).trim(), author: trimmed.slice(at + 1, -1).trim() || null };
  }
  return { title: trimmed, author: null };
}

type Clipping = { readonly book: string; readonly start: number; readonly end: number; readonly text: string; readonly createdAt: string | null; readonly isNote: boolean; readonly isBookmark: boolean };

/** What the second line calls notes and bookmarks, in the languages that Kindle speaks. */
const NOTE_WORDS = /\b(?:note|notiz|nota|notitie|notatka|заметка)\b|メモ|笔记|筆記|ملاحظة/iu;
const HIGHLIGHT_WORDS = /highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|ハイライト|标注|標註/iu;

/** True for the file that a Kindle keeps, "My Clippings.txt", in any language. */
export function isKindleClippings(text: string): boolean {
  const [first = ''] = text.replace(/^\ufeff/, '').split(DIVIDER, 1);
  const lines = first.trim().split(/\r?\n/);
  return DIVIDER.test(text) && lines.length >= 2 && /^-\s.*\d/.test(lines[1] ?? '') && (lines[1] ?? '').includes('|');
}

const months = /\p{L}{3,}/u;

/** The day that the last part of the line names, with its time where that is told in digits; as UTC. */
function timeIn(part: string): string | null {
  const named = findDate(part.replace(/\b\p{L}+day\b,?\s*/giu, '').replace(/年|月/g, '-').replace(/日/g, ''));
  const digits = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(part);
  const day = named?.slice(0, 10) ?? (digits && !months.test(part.slice(digits.index, digits.index + digits[0].length)) ? `${digits[1]}-${digits[2]?.padStart(2, '0')}-${digits[3]?.padStart(2, '0')}` : null);
  if (day === null || day.length < 10) return null;
  const [, hours = '0', minutes = '00', seconds = '00', half] = /(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap]\.?m)?/i.exec(part) ?? [];
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours);
  const date = new Date(`${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function readClipping(entry: string): Clipping | null {
  const [book = '', facts = '', ...rest] = entry.replace(/^\ufeff/, '').trim().split(/\r?\n/);
  if (!/^-\s/.test(facts)) return null;
  const parts = facts.slice(1).split('|').map((part) => part.trim());
  // The place that counts is the last before the date: a page, then a location.
  const places = parts.slice(0, -1).flatMap((part) => PLACE.exec(part) ?? []);
  const place = PLACE.exec(parts.slice(0, -1).findLast((part) => /\d/.test(part)) ?? '') ?? (places.length > 0 ? PLACE.exec(places.join(' ')) : null);
  const start = Number(place?.[1] ?? 0);
  const text = rest.join('\n').trim();
  const [kind = ''] = parts;
  const isNote = NOTE_WORDS.test(kind) && !HIGHLIGHT_WORDS.test(kind);
  return { book: book.trim(), start, end: place?.[2] === undefined ? start : Number(place[2].length < (place[1]?.length ?? 0) ? (place[1] ?? '').slice(0, -place[2].length) + place[2] : place[2]), text, createdAt: timeIn(parts.at(-1) ?? ''), isNote, isBookmark: text === '' };
}

const overlap = (a: Clipping, b: Clipping) => a.start <= b.end && b.start <= a.end;

/** Highlighting anew appends a longer copy of the same passage; the longest of them is meant. */
function withoutCopies(highlights: readonly Clipping[]): readonly Clipping[] {
  return highlights.filter((each, index) => !highlights.some((other, at) => at !== index && overlap(each, other) && other.text.includes(each.text) && (other.text.length > each.text.length || at > index)));
}

function readBook(clippings: readonly Clipping[]): Reading {
  const { title, author } = titleAndAuthor(clippings[0]?.book ?? '');
  const marked = withoutCopies(clippings.filter(({ isNote, isBookmark }) => !isNote && !isBookmark)).toSorted((a, b) => a.start - b.start);
  const notes = clippings.filter(({ isNote, isBookmark }) => isNote && !isBookmark);
  // A note is hung up at the end of what it is about.
  const noteOn = new Map(notes.map((note) => [note, marked.find(({ end }) => end === note.start) ?? marked.find((each) => overlap(each, note)) ?? null]));
  const highlights = marked.map((each): FoundHighlight => ({ ...emptyHighlight, quote: each.text, createdAt: each.createdAt, note: notes.filter((note) => noteOn.get(note) === each).map(({ text }) => text).join('\n\n') }));
  return { ...emptyReading, found: { ...nothingFound, title, byline: author }, highlights, note: notes.filter((note) => !noteOn.get(note)).map(({ text }) => text).join('\n\n') };
}

/** Reads a Kindle's file of clippings: highlights with their notes, by book. Numbers and bars are read, not words, so any language does. */
export function fromKindleClippings(text: string): { readonly readings: readonly Reading[]; readonly unread: readonly string[] } {
  const entries = text.split(DIVIDER).map((entry) => entry.trim()).filter((entry) => entry !== '');
  const clippings = entries.map((entry) => ({ entry, clipping: readClipping(entry) }));
  return { readings: gather(clippings.flatMap(({ clipping }) => clipping ?? []), ({ book }) => book).map(readBook), unread: clippings.filter(({ clipping }) => clipping === null).map(({ entry }) => entry) };
}
