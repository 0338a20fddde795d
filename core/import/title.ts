import { countWords } from '../base/text.ts';

const LABELS = 'analysis|opinion|op-ed|comment|commentary|editorial|explainer|interview|review|exclusive|essay|obituary';
const LABEL_AT_END = new RegExp(`\\s+[-–—|]\\s*(${LABELS}|feature|report|profile|column|fact check)$`, 'iu');
const LABEL_AT_START = new RegExp(`^(${LABELS})\\s*(?:[|:]|\\s[-–—])\\s+(?=\\S)`, 'iu');

/** True for a line that can be the title of a text: R1 of the rules for pasted news. */
export function isTitleLine(line: string): boolean {
  const words = countWords(line);
  return words >= 2 && words <= 30 && line.length <= 220 && !/[.;,:]$/.test(line);
}

/** Takes a label such as "analysis" off a title: "A roadmap - analysis" is "A roadmap" under the label "analysis". */
export function splitLabel(line: string): { readonly title: string; readonly label: string | null } {
  for (const pattern of [LABEL_AT_END, LABEL_AT_START]) {
    const found = pattern.exec(line);
    if (found) return { title: line.replace(pattern, '').trim(), label: found[1] ?? null };
  }
  return { title: line, label: null };
}
