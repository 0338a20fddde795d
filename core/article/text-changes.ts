import { countWords } from '../base/text.ts';
import { comparingWords, type Piece } from '../base/word-difference.ts';
import { type Block, type Content, leavesOf } from './blocks.ts';
import { leafIndexAt, type Projection, projectContent } from './projection.ts';

/** What a row is drawn as. */
export type RowStyle = 'title' | 'heading' | 'quote' | 'code' | 'text';

/** A piece of a row. `change` counts the changes of the text; null for what is the same. */
export type RowPiece = Piece & { readonly change: number | null };

/** A paragraph, or what two texts make of one. */
export type TextRow = { readonly style: RowStyle; readonly pieces: readonly RowPiece[] };

/** Two texts as one, with what went and what came. */
export type TextChanges = { readonly rows: readonly TextRow[]; readonly changeCount: number; readonly addedWords: number; readonly removedWords: number };

const styleOf = (block: Block): RowStyle => (block.kind === 'title' || block.kind === 'heading' || block.kind === 'quote' || block.kind === 'code' ? block.kind : 'text');

/** Answers, for offsets of a content's projection, how their leaves are drawn. */
function stylesOf(content: Content, projection: Projection): (offset: number) => RowStyle {
  const styles = new Map(content.blocks.flatMap((block) => leavesOf(block).map(({ id }) => [id, styleOf(block)] as const)));
  return (offset) => styles.get(projection.leaves[leafIndexAt(projection, offset)]?.leaf.id ?? '') ?? 'text';
}

/** The pieces with the number of the change that each is of: what goes and what comes side by side is one. */
function numberChanges(pieces: readonly Piece[]): readonly RowPiece[] {
  let count = 0;
  return pieces.map((piece, index) => {
    if (piece.kind === 'same') return { ...piece, change: null };
    if ((pieces[index - 1]?.kind ?? 'same') === 'same') count += 1;
    return { ...piece, change: count - 1 };
  });
}

/** The pieces cut at the ends of lines, and each with where it stands in both texts. */
function* linesIn(pieces: readonly RowPiece[]): Generator<{ readonly piece: RowPiece; readonly before: number; readonly after: number; readonly isEnd: boolean }> {
  let [before, after] = [0, 0];
  for (const piece of pieces) {
    for (const part of piece.text.split(/(?<=\n)/)) {
      const isEnd = part.endsWith('\n');
      yield { piece: { ...piece, text: isEnd ? part.slice(0, -1) : part }, before, after, isEnd };
      if (piece.kind !== 'added') before += part.length;
      if (piece.kind !== 'removed') after += part.length;
    }
  }
}

type Styles = Readonly<Record<'before' | 'after', (offset: number) => RowStyle>>;

/** A row for each line of either text; one that was parted or joined ends where it did in one of them. */
function rowsOf(pieces: readonly RowPiece[], styles: Styles): readonly TextRow[] {
  const rows: TextRow[] = [];
  let row: RowPiece[] = [];
  let style: { readonly name: RowStyle; readonly isAfter: boolean } | null = null;
  for (const { piece, before, after, isEnd } of linesIn(pieces)) {
    if (piece.text !== '') row.push(piece);
    const isAfter = piece.kind !== 'removed';
    if (piece.text !== '' && (!style || (isAfter && !style.isAfter))) style = { name: isAfter ? styles.after(after) : styles.before(before), isAfter };
    if (!isEnd) continue;
    if (row.length > 0) rows.push({ style: style?.name ?? 'text', pieces: row });
    [row, style] = [[], null];
  }
  return row.length > 0 ? [...rows, { style: style?.name ?? 'text', pieces: row }] : rows;
}

const wordsIn = (pieces: readonly Piece[], kind: Piece['kind']) => pieces.reduce((sum, piece) => (piece.kind === kind ? sum + countWords(piece.text) : sum), 0);

/** What makes one content of another, in steps: between two of them something else can be done. */
export function* comparingContents(before: Content, after: Content): Generator<undefined, TextChanges> {
  const [old, next] = [projectContent(before), projectContent(after)];
  const pieces = numberChanges(yield* comparingWords(old.text, next.text));
  yield undefined;
  const rows = rowsOf(pieces, { before: stylesOf(before, old), after: stylesOf(after, next) });
  // A change of nothing but the ends of lines shows nowhere, and does not count.
  const shown = [...new Set(rows.flatMap((row) => row.pieces.flatMap(({ change }) => change ?? [])))];
  const places = new Map(shown.map((change, place) => [change, place]));
  return {
    rows: rows.map((row) => ({ ...row, pieces: row.pieces.map((piece) => ({ ...piece, change: piece.change === null ? null : (places.get(piece.change) ?? null) })) })),
    changeCount: shown.length, addedWords: wordsIn(pieces, 'added'), removedWords: wordsIn(pieces, 'removed'),
  };
}
