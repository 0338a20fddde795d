import { readFrontMatter } from './front-matter.ts';

const SAMPLE_LENGTH = 20_000;

/** Signs that prose has by chance only; a text with two kinds of them was written as Markdown. */
const signs = [/^#{1,6} \S/m, /^(?:```|~~~)[\w-]*$/m, /\[[^\]\n]{1,200}\]\(https?:[^)\s]{1,500}\)/, /\*\*[^*\s][^*\n]{0,200}\*\*/, /^\|? ?:?-{3,}:? ?\|/m, /!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)/, /^> \S/m];

/** True for a text without a name that is surely Markdown: it has a front matter, or several kinds of signs. */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH).replace(/\r\n?/g, '\n');
  return readFrontMatter(sample).body !== sample || signs.filter((sign) => sign.test(sample)).length >= 2;
}
