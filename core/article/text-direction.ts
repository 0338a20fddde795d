const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;
const IS_RIGHT_TO_LEFT = new RegExp(RIGHT_TO_LEFT.source, 'u');
const IS_LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u;
/** A sign between words takes their direction; nobody writes more of them in a row. */
const SIGNS_IN_A_ROW = 40;
/** The beginning of a text tells its direction. */
const SAMPLE_LENGTH = 4_000;

/** 'rtl' when most letters of a text are Arabic, Hebrew or of another script written from right to left. */
export function findDirection(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return count(RIGHT_TO_LEFT) * 2 > count(LETTERS) ? 'rtl' : 'ltr';
}

function strongDirection(character: string | undefined): 'ltr' | 'rtl' | null {
  if (character === undefined) return null;
  return IS_RIGHT_TO_LEFT.test(character) ? 'rtl' : IS_LEFT_TO_RIGHT.test(character) ? 'ltr' : null;
}

/** The first direction that a letter or a digit has, from an offset on, forwards or backwards; null where there is none near. */
function nearestStrong(text: string, offset: number, step: 1 | -1): 'ltr' | 'rtl' | null {
  for (let at = offset, count = 0; at >= 0 && at < text.length && count < SIGNS_IN_A_ROW; at += step, count += 1) {
    const found = strongDirection(text[at]);
    if (found) return found;
  }
  return null;
}

/**
 * How the character at an offset runs in a line of mixed directions: letters and digits by themselves, signs and spaces as the words on both
 * sides where these agree, else as the line does. It is what a browser's own order comes to in prose; marks that embed are not followed.
 */
export function directionAt(text: string, offset: number, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const own = strongDirection(text[offset]);
  if (own) return own;
  const [before, after] = [nearestStrong(text, offset - 1, -1), nearestStrong(text, offset + 1, 1)];
  return before !== null && before === after ? before : around;
}
