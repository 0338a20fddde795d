import { foldText } from '../../core/base/text.ts';

/** Letters typed faster than this after one another are one beginning of a title. */
const PAUSE_MS = 800;

export type Typed = { readonly text: string; readonly atMs: number };

/** True for a key that types a letter or a digit. */
export function isLetterKey({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return !ctrlKey && !metaKey && !altKey && /^[\p{L}\p{N}]$/u.test(key);
}

export function withLetter(typed: Typed | null, letter: string, atMs: number): Typed {
  return { text: typed && atMs - typed.atMs < PAUSE_MS ? typed.text + letter : letter, atMs };
}

type Place = { readonly current: number; readonly count: number; /** The folded title of a row. */ readonly titleAt: (index: number) => string };

/** The row whose title begins with what was typed, case and accents aside: the current one or one after it, round the end. One letter, again and again, steps on. Null: none. */
export function findTyped(text: string, { current, count, titleAt }: Place): number | null {
  const folded = foldText(text);
  const isOneLetter = [...folded].every((letter) => letter === folded[0]);
  const find = (wanted: string, from: number) => {
    for (let step = 0; step < count; step += 1) {
      const index = (from + step) % count;
      if (titleAt(index).startsWith(wanted)) return index;
    }
    return null;
  };
  const whole = find(folded, folded.length > 1 ? current : current + 1);
  return whole ?? (isOneLetter ? find(folded.slice(0, 1), current + 1) : null);
}
