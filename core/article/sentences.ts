import type { Range } from '../base/range.ts';
import { type Block, type Content, leavesOf } from './blocks.ts';
import { type LanguageRun, languageRuns, type Spoken, spokenOfLeaf } from './languages.ts';
import { leafIndexAt, type Projection, trimRange } from './projection.ts';

/** A full stop after these does not end a sentence: initials and the commonest titles. */
const ABBREVIATED = /(?:^|[\s(“"'])(?:(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Adm|Sen|Rep|Gov|St|Jr|Sr|vs|No|Nos|pp|cf|Mme|M|Hr|Fr|bzw|z\.B|u\.a)\.)\s*$/u;
const SAID = /[\p{L}\p{N}]/u;

/** A language that the platform can't segment by is segmented like any other. */
function segmenterOf(language: string | null): Intl.Segmenter {
  const known = language !== null && isLanguageTag(language) ? language : undefined;
  return new Intl.Segmenter(known, { granularity: 'sentence' });
}

function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The sentences of one leaf's text, without the white space between them, in order. Together they hold every letter of it. */
export function sentencesOf(text: string, language: string | null): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const { segment, index } of segmenterOf(language).segment(text)) {
    const end = index + segment.length;
    if (end < text.length && ABBREVIATED.test(text.slice(start, end))) continue;
    const range = trimRange(text, { start, end });
    if (range) sentences.push(range);
    start = end;
  }
  const rest = trimRange(text, { start, end: text.length });
  return rest ? [...sentences, rest] : sentences;
}

/** Where the sentence begins that an offset of the projection is in. The white space behind a sentence belongs to it. */
export function sentenceStart(projection: Projection, offset: number, language: string | null): number {
  const placed = projection.leaves[leafIndexAt(projection, offset)];
  if (!placed) return 0;
  const inside = sentencesOf(placed.leaf.text, language).findLast(({ start }) => placed.start + start <= offset);
  return placed.start + (inside?.start ?? 0);
}

/** Leaves that are read aloud: those of the article's text, without code, formulas, and parts that are set aside. */
function spokenLeaves(block: Block, putBack: readonly string[]): readonly string[] {
  switch (block.kind) {
    case 'code':
    case 'math':
      return [];
    case 'aside':
      return putBack.includes(block.id) ? block.blocks.flatMap((inner) => spokenLeaves(inner, putBack)) : [];
    case 'quote':
      return block.blocks.flatMap((inner) => spokenLeaves(inner, putBack));
    case 'list':
      return block.items.flatMap((item) => item.flatMap((inner) => spokenLeaves(inner, putBack)));
    default:
      return leavesOf(block).map(({ id }) => id);
  }
}

/** A sentence to read aloud, as a range of the projection, and the language to read it in. */
export type Sentence = Range & { readonly language: string | null };

/** What is read aloud of an article, sentence by sentence. A sentence that is wholly in another language is read in that. */
export function sentencesToSpeak(content: Content, projection: Projection, article: Spoken & { readonly putBack: readonly string[] }): readonly Sentence[] {
  const spoken = new Set(content.blocks.flatMap((block) => spokenLeaves(block, article.putBack)));
  return projection.leaves.filter(({ leaf }) => spoken.has(leaf.id)).flatMap(({ leaf, start }) => {
    const runs = languageRuns(leaf, article);
    return sentencesOf(leaf.text, spokenOfLeaf(leaf, article)?.language ?? article.language)
      .filter((range) => SAID.test(leaf.text.slice(range.start, range.end)))
      .map((range) => ({ start: start + range.start, end: start + range.end, language: languageIn(leaf.text, range, runs) ?? article.language }));
  });
}

/** The language of the innermost run that all words of a sentence are in; null when they are in none. */
function languageIn(text: string, sentence: Range, runs: readonly LanguageRun[]): string | null {
  const isWordless = (start: number, end: number) => !SAID.test(text.slice(start, Math.max(start, end)));
  return runs.findLast(({ start, end }) => start < sentence.end && end > sentence.start && isWordless(sentence.start, start) && isWordless(end, sentence.end))?.language ?? null;
}
