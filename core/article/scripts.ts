/** A family of scripts that one language writes with: how it is told, and the language that a few words in it most likely are of. */
type Script = { readonly name: string; readonly codes: readonly string[]; readonly language: (text: string) => string | null };

/** Letters that Persian, Urdu, Ukrainian and Japanese have and that the commoner language of their script has not. */
const [PERSIAN, URDU, UKRAINIAN, KANA] = [/[پچژگ]/u, /[ٹڈڑے]/u, /[іїєґ]/iu, /[\p{Script=Hiragana}\p{Script=Katakana}]/u];

const scripts: readonly Script[] = [
  { name: 'latin', codes: ['Latn'], language: () => null },
  { name: 'arabic', codes: ['Arab'], language: (text) => (URDU.test(text) ? 'ur' : PERSIAN.test(text) ? 'fa' : 'ar') },
  { name: 'hebrew', codes: ['Hebr'], language: () => 'he' },
  { name: 'cyrillic', codes: ['Cyrl'], language: (text) => (UKRAINIAN.test(text) ? 'uk' : 'ru') },
  { name: 'greek', codes: ['Grek'], language: () => 'el' },
  { name: 'han', codes: ['Hans', 'Hant', 'Hani', 'Jpan', 'Kore'], language: (text) => (KANA.test(text) ? 'ja' : 'zh') },
  { name: 'hangul', codes: ['Kore', 'Hang'], language: () => 'ko' },
  { name: 'devanagari', codes: ['Deva'], language: () => 'hi' },
  { name: 'thai', codes: ['Thai'], language: () => 'th' },
  { name: 'armenian', codes: ['Armn'], language: () => 'hy' },
  { name: 'georgian', codes: ['Geor'], language: () => 'ka' },
];

const RUN = new RegExp([
  '(?<latin>[\\p{Script=Latin}\\p{M}]+)', '(?<arabic>[\\p{Script=Arabic}\\p{M}]+)', '(?<hebrew>[\\p{Script=Hebrew}\\p{M}]+)', '(?<cyrillic>[\\p{Script=Cyrillic}\\p{M}]+)',
  '(?<greek>[\\p{Script=Greek}\\p{M}]+)', '(?<han>[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{M}ー]+)', '(?<hangul>[\\p{Script=Hangul}\\p{M}]+)',
  '(?<devanagari>[\\p{Script=Devanagari}\\p{M}]+)', '(?<thai>[\\p{Script=Thai}\\p{M}]+)', '(?<armenian>[\\p{Script=Armenian}\\p{M}]+)', '(?<georgian>[\\p{Script=Georgian}\\p{M}]+)',
].join('|'), 'gu');

/** A stretch of letters of one script, with what stands between its words. */
export type ScriptRun = { readonly start: number; readonly end: number; readonly script: string; readonly letters: number };

/** The script that a language is usually written in, as ISO 15924 has it; null for a language that the platform does not know. */
export function scriptOf(language: string): string | null {
  try {
    return new Intl.Locale(language).maximize().script ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** True when a language whose script has that ISO 15924 code is written with letters of a run. */
export function isWrittenIn(code: string, run: Pick<ScriptRun, 'script'>): boolean {
  return scripts.some(({ name, codes }) => name === run.script && codes.includes(code));
}

/** The language that words in a script most likely are of; null where many share it. */
export function likelyLanguage(script: string, text: string): string | null {
  return scripts.find(({ name }) => name === script)?.language(text) ?? null;
}

/** The runs of letters by script, in order; words of one script with no other letter between them are one run. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: ScriptRun[] = [];
  for (const { index, groups = {}, 0: found } of text.matchAll(RUN)) {
    const script = Object.keys(groups).find((name) => groups[name] !== undefined) ?? '';
    const [before] = runs.slice(-1);
    const letters = [...found].length;
    if (before?.script === script) runs[runs.length - 1] = { ...before, end: index + found.length, letters: before.letters + letters };
    else runs.push({ start: index, end: index + found.length, script, letters });
  }
  return runs;
}
