import { foldText } from '../../core/base/text.ts';

export const entryKinds = ['command', 'heading', 'article', 'tag', 'collection', 'search'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What the palette compares: `folded` is the label with case and diacritics folded; `key` is unique among all entries. */
export type Matchable = { readonly key: string; readonly kind: EntryKind; readonly folded: string; readonly isOff: boolean };

/** How many are shown at most, of all kinds together and of one. */
export const SHOWN_LIMIT = 50;
const KIND_LIMIT = 20;
/** A shorter word has its letters in order in nearly every label. */
const SCATTERED_LENGTH = 3;

const isWordStart = (text: string, index: number) => index === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(index - 1));

/** True where a word's letters stand in a text in this order, the first at the start of a word, none far from the one before. */
function isScattered(text: string, word: string): boolean {
  for (let start = text.indexOf(word.charAt(0)); start !== -1; start = text.indexOf(word.charAt(0), start + 1)) {
    if (!isWordStart(text, start)) continue;
    let at = start;
    let matched = 1;
    while (matched < word.length) {
      const next = text.indexOf(word.charAt(matched), at + 1);
      if (next === -1 || next - at > 8) break;
      at = next;
      matched += 1;
    }
    if (matched === word.length) return true;
  }
  return false;
}

/** How far a word is from standing first in a text: 0 at its start, 1 at a word's start, 2 inside one, 4 scattered; null where it isn't in it. */
function distanceOf(text: string, word: string): number | null {
  if (text.startsWith(word)) return 0;
  let inside = false;
  for (let index = text.indexOf(word); index !== -1; index = text.indexOf(word, index + 1)) {
    if (isWordStart(text, index)) return 1;
    inside = true;
  }
  if (inside) return 2;
  return word.length >= SCATTERED_LENGTH && isScattered(text, word) ? 4 : null;
}

type Query = { readonly whole: string; readonly words: readonly string[] };

/** The sum of the distances of a query's words, in whatever order they stand; less than none where the text begins with all of it. Null: one is missing. */
function scoreOf(text: string, { whole, words }: Query): number | null {
  if (whole !== '' && text.startsWith(whole)) return text === whole ? -2 : -1;
  let score = 0;
  for (const word of words) {
    const distance = distanceOf(text, word);
    if (distance === null) return null;
    score += distance;
  }
  return score;
}

type Ranked<Entry> = { readonly entry: Entry; readonly score: number; readonly used: number; readonly order: number };

function compare<Entry extends Matchable>(a: Ranked<Entry>, b: Ranked<Entry>): number {
  return Number(a.entry.isOff) - Number(b.entry.isOff) || a.score - b.score || a.used - b.used || entryKinds.indexOf(a.entry.kind) - entryKinds.indexOf(b.entry.kind) || a.order - b.order;
}

/**
 * The entries that hold every word of a query, the best first: what begins with it before what has it elsewhere, then
 * what was used lately (`recent`, the latest first), then by kind and in the order given. Those that are off come last.
 */
export function matchEntries<Entry extends Matchable>(entries: readonly Entry[], query: string, recent: readonly string[]): readonly Entry[] {
  const whole = foldText(query).trim().replace(/\s+/g, ' ');
  const asked = { whole, words: whole === '' ? [] : whole.split(' ') };
  const lastUse = new Map(recent.map((key, index) => [key, index]));
  const found = entries.flatMap((entry, order): Ranked<Entry>[] => {
    const score = scoreOf(entry.folded, asked);
    return score === null ? [] : [{ entry, score, used: lastUse.get(entry.key) ?? recent.length, order }];
  });
  const counts = new Map<EntryKind, number>();
  const shown: Entry[] = [];
  for (const { entry } of found.sort(compare)) {
    const count = counts.get(entry.kind) ?? 0;
    if (count >= KIND_LIMIT) continue;
    counts.set(entry.kind, count + 1);
    if (shown.push(entry) === SHOWN_LIMIT) break;
  }
  return shown;
}

export type EntryGroup<Entry> = { readonly kind: EntryKind; readonly entries: readonly Entry[] };

/** Entries by kind, in the order of the best of each. */
export function groupEntries<Entry extends Matchable>(entries: readonly Entry[]): readonly EntryGroup<Entry>[] {
  return [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, own]) => ({ kind, entries: own }));
}
