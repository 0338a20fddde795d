import { alignTokens } from './align-tokens.ts';

/** A stretch of two texts: in both, in the later alone, or in the earlier alone. */
export type Piece = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** A change: what went and what came in its place, and what stays the same behind it. */
type Change = { removed: string; added: string; same: string };

/** So many words and blanks are cut at a time. */
const SLICE = 5_000;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const IS_WORD = /[\p{L}\p{N}]/u;

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/));

function* wordsOf(text: string): Generator<undefined, readonly string[]> {
  const found: string[] = [];
  for (const line of linesOf(text)) {
    for (const { segment } of words.segment(line)) {
      found.push(segment);
      if (found.length % SLICE === 0) yield undefined;
    }
  }
  return found;
}

/** The changes that two lists of tokens make, the first empty where they begin alike. */
function* changesOf(before: readonly string[], after: readonly string[]): Generator<undefined, readonly Change[]> {
  const changes: Change[] = [];
  let [at, other] = [0, 0];
  for (const match of [...(yield* alignTokens(before, after)), { before: before.length, after: after.length, length: 0 }]) {
    const [removed, added] = [before.slice(at, match.before).join(''), after.slice(other, match.after).join('')];
    const same = before.slice(match.before, match.before + match.length).join('');
    const last = changes.at(-1);
    if (removed === '' && added === '' && last) last.same += same;
    else changes.push({ removed, added, same });
    [at, other] = [match.before + match.length, match.after + match.length];
  }
  return changes;
}

/** True of what stays between two changes without meaning anything: a blank, or less than was changed on both of its sides. */
function isIsland(change: Change, next: Change): boolean {
  const { same } = change;
  if (same === '' || same.includes('\n')) return same === '';
  const most = (each: Change) => Math.max(each.removed.length, each.added.length);
  return !IS_WORD.test(same) || (same.length <= most(change) && same.length <= most(next));
}

/** Changes with hardly anything between them are one: a sentence that was written anew is not read word by word. */
function withoutIslands(changes: readonly Change[]): readonly Change[] {
  const kept: Change[] = [];
  for (const change of changes) {
    const last = kept.at(-1);
    const isChange = (each: Change) => each.removed !== '' || each.added !== '';
    if (last && isChange(last) && isChange(change) && isIsland(last, change)) kept[kept.length - 1] = { removed: last.removed + last.same + change.removed, added: last.added + last.same + change.added, same: change.same };
    else kept.push(change);
  }
  return kept;
}

/** One after another, without empty ones and without two of a kind in a row. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) joined[joined.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

const piecesOf = ({ removed, added, same }: Change): readonly Piece[] => [{ kind: 'removed', text: removed }, { kind: 'added', text: added }, { kind: 'same', text: same }];

/** The pieces of texts that were compared with a line's end behind each, without that: where the last lines came or went, the end before them did instead. */
function withoutLastEnd(pieces: readonly Piece[]): readonly Piece[] {
  const [last, before] = [pieces.at(-1), pieces.at(-2)];
  if (!last) return pieces;
  if (last.kind === 'same') return [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, -1) }].filter(({ text }) => text !== '');
  const kept = before?.kind === 'same' ? [{ ...before, text: before.text.slice(0, -1) }] : [];
  return [...pieces.slice(0, -2), ...kept, { ...last, text: `\n${last.text.slice(0, -1)}` }].filter(({ text }) => text !== '');
}

/**
 * What makes one text of another, as `compareWords` has it, in steps: lines that were changed are found first, then the words in them. Between
 * two steps something else can be done, so that long texts keep nobody waiting.
 */
export function* comparingWords(before: string, after: string): Generator<undefined, readonly Piece[]> {
  const pieces: Piece[] = [];
  // With an end, the last line is the same as one elsewhere.
  for (const hunk of yield* changesOf(linesOf(`${before}\n`), linesOf(`${after}\n`))) {
    const [removed, added] = [yield* wordsOf(hunk.removed), yield* wordsOf(hunk.added)];
    const changes = withoutIslands(yield* changesOf(removed, added));
    pieces.push(...changes.flatMap(piecesOf), { kind: 'same', text: hunk.same });
  }
  return withoutLastEnd(joinPieces(pieces));
}

/** What makes one text of another, word by word; of texts without spaces, by the words that their language has. */
export function compareWords(before: string, after: string): readonly Piece[] {
  const steps = comparingWords(before, after);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
