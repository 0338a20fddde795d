const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;
/** The beginning of a text tells its direction. */
const SAMPLE_LENGTH = 4_000;

/** 'rtl' when most letters of a text are Arabic, Hebrew or of another script written from right to left. */
export function findDirection(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return count(RIGHT_TO_LEFT) * 2 > count(LETTERS) ? 'rtl' : 'ltr';
}
