import { normaliseText } from '../base/text.ts';
import { splitCredits } from './credit.ts';

/** A line of a text as its author meant it. `numbers` are the lines of the input that it stands on, from 1. */
export type Line = { readonly text: string; readonly numbers: readonly number[] };

/** Lines between blank lines. */
export type Chunk = readonly Line[];

const WRAP_WIDTH = { least: 40, most: 100 };
/** Wrappers that balance their lines leave them shorter than the width by up to a fifth. Where only full lines tell paragraphs apart, they must be full. */
const FULL_LINE_SHARE = 0.8;
const fullLength = (chunks: readonly Chunk[], width: number) => (chunks.length === 1 ? width : width * FULL_LINE_SHARE);

const firstWord = (text: string) => text.split(' ', 1)[0] ?? '';
const isFull = (line: Line, next: Line, length: number) => line.text.length + 1 + firstWord(next.text).length > length;

function splitChunks(text: string): readonly Chunk[] {
  const chunks: Line[][] = [[]];
  normaliseText(text).split('\n').forEach((raw, index) => {
    const line = { text: raw.trim(), numbers: [index + 1] };
    if (line.text !== '') chunks.at(-1)?.push(line);
    else if (chunks.at(-1)?.length) chunks.push([]);
  });
  return chunks.filter((chunk) => chunk.length > 0);
}

/** The length from which a line of a wrapped text is full; null when its lines end where its author ended them. */
function findFullLength(chunks: readonly Chunk[]): number | null {
  const lengths = chunks.flat().map((line) => line.text.length);
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (width < WRAP_WIDTH.least || width > WRAP_WIDTH.most) return null;
  const length = fullLength(chunks, width);
  const breaks = chunks.flatMap((chunk) => chunk.slice(0, -1).map((line, index) => isFull(line, chunk[index + 1] ?? line, length)));
  return breaks.length >= 3 && breaks.filter(Boolean).length >= breaks.length * FULL_LINE_SHARE ? length : null;
}

/** Joins two lines that a wrapper parted; one that broke at a hyphen left no space there. */
function join(line: Line, next: Line): Line {
  const isHyphenated = /\p{L}-$/u.test(line.text) && /^\p{L}/u.test(next.text) && !/^(?:and|or|to|und|oder|et|ou|y|o)\b/.test(next.text);
  return { text: `${line.text}${isHyphenated ? '' : ' '}${next.text}`, numbers: [...line.numbers, ...next.numbers] };
}

function unwrap(chunk: Chunk, length: number): Chunk {
  const lines: Line[] = [];
  chunk.forEach((line, index) => {
    const before = chunk[index - 1];
    const last = lines.at(-1);
    // A credit ends its caption, however full its line.
    if (before && last && isFull(before, line, length) && splitCredits(last.text).length === 0) lines[lines.length - 1] = join(last, line);
    else lines.push(line);
  });
  return lines;
}

/** Normalises a text and cuts it into chunks of lines, hard-wrapped lines joined. Without blank lines each line is a chunk. */
export function readChunks(text: string): readonly Chunk[] {
  const chunks = splitChunks(text);
  const length = findFullLength(chunks);
  const whole = length === null ? chunks : chunks.map((chunk) => unwrap(chunk, length));
  return whole.length === 1 ? whole.flatMap((chunk) => chunk.map((line) => [line])) : whole;
}
