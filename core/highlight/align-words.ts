import type { Pattern } from './anchor-pattern.ts';
import type { WordIndex } from './text-index.ts';

const GAP = -0.5;
const MISMATCH = -0.6;
/** Words shorter than this are the same or not. */
const LIKENESS_LENGTH = 4;
/** A typo changes no more than this many characters. */
const TYPO_LENGTH = 2;
const LEAST_LIKENESS = 0.6;
/** A second place this near in quality, per word, is worth telling. */
const NEAR_IN_QUALITY = 0.25;

const BOTH = 1;
const SKIP_PATTERN = 2;
const SKIP_TEXT = 3;

const at = (array: Int32Array | Float64Array | Uint8Array, position: number): number => array[position] ?? 0;

/** How alike two different words are, 0 to 1: a letter mistaken, lost, doubled or swapped leaves all before and after it as it was. */
export function likeness(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const { length } = shorter;
  if (length < LIKENESS_LENGTH || longer.length - length > TYPO_LENGTH) return 0;
  let head = 0;
  while (head < length && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < length - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  const changed = longer.length - head - tail;
  const alike = 1 - changed / longer.length;
  return changed <= TYPO_LENGTH && alike >= LEAST_LIKENESS ? alike : 0;
}

/** Where a pattern is looked for: each of its words may stand for the words of the text that are up to `slack` from where it would be if the pattern began at the word `first`. */
export type Band = { readonly first: number; readonly slack: number };

/** What an alignment is made of: the last row of scores, and the step that led to each cell, row by row. A row has a cell for each word of the band. */
type Table = { readonly scores: Float64Array; readonly steps: Uint8Array; readonly width: number };

function fillTable(pattern: Pattern, index: WordIndex, { first, slack }: Band): Table {
  const width = 2 * slack + 1;
  const count = index.words.length;
  const steps = new Uint8Array((pattern.terms.length + 1) * width);
  // A cell is at the text's word `first - slack + row + cell`; beyond the band and the text, nothing is.
  const scores = new Float64Array(width + 1).fill(-Infinity);
  for (let cell = 0; cell < width; cell += 1) if (first - slack + cell >= 0 && first - slack + cell <= count) scores[cell] = 0;
  for (const [word, term] of pattern.terms.entries()) {
    const number = at(pattern.words, word);
    const head = term.charCodeAt(0);
    const tail = term.charCodeAt(term.length - 1);
    let left = -Infinity;
    for (let cell = 0; cell < width; cell += 1) {
      const place = first - slack + word + cell;
      const other = at(index.words, place);
      let alike = number === other ? 1 : 0;
      // Words that neither begin nor end alike are not alike; to look no further saves most of the time.
      if (alike === 0 && term.length >= LIKENESS_LENGTH && (head === at(index.heads, other) || tail === at(index.tails, other)) && Math.abs(term.length - at(index.lengths, other)) <= TYPO_LENGTH) alike = likeness(term, index.terms[other] ?? '');
      const both = place < 0 || place >= count ? -Infinity : at(scores, cell) + (alike > 0 ? alike : MISMATCH);
      const skipped = at(scores, cell + 1) + GAP;
      left = place >= count ? -Infinity : left + GAP;
      let step = SKIP_TEXT;
      if (both >= skipped && both >= left) {
        left = both;
        step = BOTH;
      } else if (skipped >= left) {
        left = skipped;
        step = SKIP_PATTERN;
      }
      scores[cell] = left;
      steps[(word + 1) * width + cell] = step;
    }
  }
  return { scores, steps, width };
}

/** For each word of the pattern the word of the text that it stands for, or -1; read from a cell of the table's last row backwards. */
function trace({ steps, width }: Table, { first, slack }: Band, { rows, cell }: { rows: number; cell: number }): Int32Array {
  const aligned = new Int32Array(rows).fill(-1);
  let row = rows;
  while (row > 0) {
    const step = at(steps, row * width + cell);
    if (step === BOTH) aligned[row - 1] = first - slack + row - 1 + cell;
    if (step !== SKIP_TEXT) row -= 1;
    if (step === SKIP_TEXT) cell -= 1;
    if (step === SKIP_PATTERN) cell += 1;
  }
  return aligned;
}

/** The cell with the best score; of several, the one nearest to the middle of the band. */
function bestCell({ scores, width }: Table, isAllowed: (cell: number) => boolean): number {
  const distance = (cell: number) => Math.abs(cell - (width >> 1));
  let best = -1;
  for (const [cell, score] of scores.entries()) {
    if (score === -Infinity || !isAllowed(cell)) continue;
    if (best === -1 || score > at(scores, best) || (score === at(scores, best) && distance(cell) < distance(best))) best = cell;
  }
  return best;
}

/**
 * Lays a pattern's words along the words of a text, within a band, where they fit best: words stand for each other,
 * or are skipped on either side; what the text has before and after costs nothing.
 * Answers for each word of the pattern the word of the text, or -1; and the same of another end in the band where it fits nearly as well.
 */
export function alignWords(pattern: Pattern, index: WordIndex, band: Band): readonly Int32Array[] {
  const table = fillTable(pattern, index, band);
  const rows = pattern.terms.length;
  const best = bestCell(table, () => true);
  const apart = Math.max(1, (pattern.end - pattern.first) >> 1);
  const other = bestCell(table, (cell) => Math.abs(cell - best) >= apart);
  const isNear = other !== -1 && at(table.scores, other) >= at(table.scores, best) - NEAR_IN_QUALITY * rows;
  return [best, ...(isNear ? [other] : [])].filter((cell) => cell !== -1).map((cell) => trace(table, band, { rows, cell }));
}
