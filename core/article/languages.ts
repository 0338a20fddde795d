import type { Range } from '../base/range.ts';
import { type Block, type Leaf, leavesOf } from './blocks.ts';
import { isWrittenIn, likelyLanguage, scriptOf, scriptRuns } from './scripts.ts';
import { findDirection } from './text-direction.ts';

/** What a text is written in: a BCP 47 tag, null where not known, and how its lines run. */
export type Spoken = { readonly language: string | null; readonly direction: 'ltr' | 'rtl' };
/** A stretch of a leaf that is written in another language, or runs otherwise, than its article. */
export type LanguageRun = Range & Spoken;

/** A single foreign letter is a sign more often than a word: “α”, “Δ”. */
const LETTERS_NEEDED = 3;
/** In scripts without spaces two letters are a word. */
const UNSPACED_LETTERS_NEEDED = 2;
/** Nearly every leaf has nothing but these, and is not looked at further. */
const PLAIN = /^[\s\u0020-\u024f\u2000-\u206f\u20a0-\u20bf]*$/u;

const primary = (language: string | null) => language?.toLowerCase().split('-')[0] ?? null;

/** True when text in `one` needs nothing that its surroundings in `other` have not: the same language, script and direction. */
export function isSameSpoken(one: Spoken, other: Spoken): boolean {
  if (one.direction !== other.direction) return false;
  if (one.language === null || one.language === other.language) return true;
  return other.language !== null && primary(one.language) === primary(other.language) && scriptOf(one.language) === scriptOf(other.language);
}

/** What the source itself says of parts of the leaf. */
function declaredRuns({ text, languages = [] }: Leaf, around: Spoken): readonly LanguageRun[] {
  return languages.filter(({ start, end }) => start < end && end <= text.length).map(({ start, end, language, direction }) => (
    { start, end, language: language ?? around.language, direction: direction ?? findDirection(text.slice(start, end)) }));
}

/** What the letters say: words in a script that the article's language is not written in. */
function detectedRuns(text: string, around: Spoken): readonly LanguageRun[] {
  const code = around.language === null ? null : scriptOf(around.language);
  const runs = scriptRuns(text);
  const isOwn = (script: string) => (code === null ? script === 'latin' && around.direction === 'ltr' : isWrittenIn(code, { script }));
  return runs.flatMap((run) => {
    if (isOwn(run.script) || run.letters < (['han', 'hangul', 'thai'].includes(run.script) ? UNSPACED_LETTERS_NEEDED : LETTERS_NEEDED)) return [];
    const place = runs.length === 1 ? { start: 0, end: text.length } : { start: run.start, end: run.end };
    const words = text.slice(run.start, run.end);
    return [{ ...place, language: likelyLanguage(run.script, words), direction: findDirection(words) }];
  });
}

/** The direction of a leaf that is mixed, where it is not its article's: a sentence in Arabic with an English name in it runs from right to left. */
function wholeRun(text: string, around: Spoken, inside: readonly LanguageRun[]): readonly LanguageRun[] {
  const direction = findDirection(text);
  if (direction === around.direction || !/\p{L}/u.test(text) || inside.some(({ start, end }) => start === 0 && end === text.length)) return [];
  const main = inside.filter((run) => run.direction === direction).sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  return [{ start: 0, end: text.length, language: main?.language ?? null, direction }];
}

/**
 * The stretches of a leaf that are not in the language and direction around it, none inside another but in one over the whole leaf, which is first.
 * What the source says comes before what the letters say.
 */
export function languageRuns(leaf: Leaf, around: Spoken): readonly LanguageRun[] {
  if (!leaf.languages && around.direction === 'ltr' && PLAIN.test(leaf.text) && (around.language === null || scriptOf(around.language) === 'Latn')) return [];
  const declared = declaredRuns(leaf, around);
  const detected = detectedRuns(leaf.text, around).filter((run) => !declared.some(({ start, end }) => start < run.end && run.start < end));
  const inside = [...declared, ...detected].filter((run) => !isSameSpoken(run, around)).sort((a, b) => a.start - b.start || b.end - a.end);
  const whole = declared.length === 0 ? wholeRun(leaf.text, around, inside) : [];
  const [first] = whole;
  return first ? [first, ...detectedRuns(leaf.text, first)] : inside;
}

/** What a whole leaf is written in; null when that is what is around it. */
export function spokenOfLeaf(leaf: Leaf, around: Spoken): Spoken | null {
  const [first] = languageRuns(leaf, around);
  return first?.start === 0 && first.end === leaf.text.length && leaf.text !== '' ? { language: first.language, direction: first.direction } : null;
}

/** What all the text of a block is written in; null when that is what is around it, or not the same for all of it. */
export function spokenOfBlock(block: Block, around: Spoken): Spoken | null {
  const leaves = leavesOf(block).filter(({ text }) => text.trim() !== '');
  const [first, ...others] = leaves;
  const spoken = first ? spokenOfLeaf(first, around) : null;
  if (!spoken) return null;
  return others.every((leaf) => {
    const other = spokenOfLeaf(leaf, around);
    return other !== null && other.language === spoken.language && other.direction === spoken.direction;
  }) ? spoken : null;
}
