import { detectAll } from 'tinyld';

const SAMPLE_LENGTH = 2_000;
/** Fewer letters than this say too little; scripts that few languages share say enough sooner. */
const LETTERS_NEEDED = 60;
const UNSPACED_LETTERS_NEEDED = 15;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
/** Below this the best guess is about as good as the next. */
const LEAST_MARGIN = 1.3;

/** The language of a text as a BCP 47 tag; null when it is too short or the guess is unsure. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const unspaced = sample.match(UNSPACED)?.length ?? 0;
  if (letters < LETTERS_NEEDED && unspaced < UNSPACED_LETTERS_NEEDED) return null;
  const [best, next] = detectAll(sample);
  return best && (!next || best.accuracy >= next.accuracy * LEAST_MARGIN) ? best.lang : null;
}
