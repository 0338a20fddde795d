import { countWords, foldText } from '../base/text.ts';
import { findAsideReason } from './boilerplate.ts';
import { findByline } from './byline.ts';
import { splitCredits } from './credit.ts';
import { findFigures } from './find-figures.ts';
import { findDateline } from './published.ts';
import { type Chunk, type Line, readChunks } from './text-lines.ts';
import type { Part, PartOf } from './text-parts.ts';
import { isTitleLine } from './title.ts';

type TextPart = PartOf<'text'>;

/** Lines shorter than this, standing together, are one paragraph: an address, a verse, a list. */
const SHORT_LINE = 60;

/** Where every line but the last is short, the chunk is one paragraph with line breaks, unless lines in it mean something by themselves. */
function joinShortLines(chunk: Chunk): readonly Line[] {
  const isVerse = chunk.length > 1 && chunk.every((line) => line.text.length < SHORT_LINE && !isSpecial(line.text));
  return isVerse ? [{ text: chunk.map((line) => line.text).join('\n'), numbers: chunk.flatMap((line) => line.numbers) }] : chunk;
}

const isSpecial = (line: string) => findAsideReason(line) !== null || findByline(line) !== null || findDateline(line) !== null || splitCredits(line).length > 0;

function readLines(chunks: readonly Chunk[]): readonly TextPart[] {
  // The first chunk may hold title, byline and date on lines of their own, so it is never joined.
  return chunks.flatMap((chunk, index) => (index === 0 ? chunk : joinShortLines(chunk)).map((line): TextPart => ({ kind: 'text', ...line, chunk: index, isAlone: chunk.length === 1 })));
}

/** Sets boilerplate aside (R5), in lines that stand alone or among their like. */
function setAside(parts: readonly Part[]): readonly Part[] {
  const reasons = parts.map((part) => (part.kind === 'text' ? findAsideReason(part.text) : null));
  const mixedChunks = new Set(parts.flatMap((part, index) => (part.kind === 'text' && !reasons[index] ? [part.chunk] : [])));
  return parts.map((part, index): Part => {
    const reason = reasons[index];
    return part.kind === 'text' && reason && (part.isAlone || !mixedChunks.has(part.chunk)) ? { kind: 'aside', reason, text: part.text, numbers: part.numbers } : part;
  });
}

const isFrontMatter = (part: Part | undefined) => part?.kind === 'figure' || (part?.kind === 'text' && (findByline(part.text) ?? findDateline(part.text)) !== null);

function isDek(part: TextPart, next: Part | undefined): boolean {
  const words = countWords(part.text);
  return words >= 5 && words <= 60 && part.text.length <= 350 && isFrontMatter(next);
}

/** Names what stands before the first paragraph of the body: title, dek, byline and date (R1 to R3). */
function nameFront(parts: readonly Part[]): readonly Part[] {
  const named = [...parts];
  const texts = parts.flatMap((part, index) => (part.kind === 'aside' ? [] : [{ part, index }]));
  const isText = ({ part }: { part: Part }) => part.kind === 'text';
  const first = texts.find(isText);
  if (first?.part.kind !== 'text' || !isTitleLine(first.part.text) || texts.filter(isText).length < 2) return parts;
  const name = (index: number, part: TextPart, kind: 'title' | 'dek' | 'byline' | 'dateline') => (named[index] = { kind, text: part.text, numbers: part.numbers });
  name(first.index, first.part, 'title');
  const rest = texts.slice(texts.indexOf(first) + 1);
  for (const [at, { part, index }] of rest.entries()) {
    if (part.kind !== 'text') continue;
    if (findByline(part.text) !== null) name(index, part, 'byline');
    else if (findDateline(part.text) !== null) name(index, part, 'dateline');
    else if (at === 0 && isDek(part, rest[1]?.part)) name(index, part, 'dek');
    else break;
  }
  return named;
}

const isHeading = (part: TextPart, next: Part | undefined) =>
  part.isAlone && countWords(part.text) <= 12 && /^[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(part.text) && /[\p{L}\p{N}’')\]]$/u.test(part.text) && next?.kind === 'text' && countWords(next.text) > 20;

/** Names the rest: headings (R6), the title said again, and paragraphs. */
function nameBody(parts: readonly Part[]): readonly Part[] {
  const title = parts.find((part) => part.kind === 'title');
  const isTitleAgain = (text: string) => title !== undefined && text.length <= title.text.length * 2 && foldText(text) === foldText(title.text);
  let next: Part | undefined;
  const named: Part[] = [];
  for (const part of parts.toReversed()) {
    if (part.kind !== 'text') {
      named.push(part);
      continue;
    }
    const { text, numbers } = part;
    if (isTitleAgain(text)) named.push({ kind: 'aside', reason: 'repeated', text, numbers });
    else named.push({ kind: isHeading(part, next) ? 'heading' : 'paragraph', text, numbers });
    next = part;
  }
  return named.reverse();
}

/** Cuts pasted news text into parts. Every line that is not blank belongs to exactly one of them; none is changed but in its spaces. */
export function arrangeText(text: string): readonly Part[] {
  return nameBody(nameFront(setAside(findFigures(readLines(readChunks(text))))));
}
