/** Stands between two texts that were written at the same time: a rule, in Markdown. */
export const TEXT_SEPARATOR = '\n\n---\n\n';

/** `base` is the text that `mine` was written from; `theirs` is what stands in its place by now. */
export type ConcurrentTexts = { readonly base: string; readonly mine: string; readonly theirs: string };

const isBreak = (sign: string | undefined) => sign === undefined || sign === '\n';

/** Where a text stands with whole lines in another; -1 where it doesn't. */
function findLines(text: string, lines: string): number {
  for (let at = text.indexOf(lines); at !== -1; at = text.indexOf(lines, at + 1)) {
    if (isBreak(text[at - 1]) && isBreak(text[at + lines.length])) return at;
  }
  return -1;
}

/**
 * A text that two have written on at the same time, with the words of both. Where others have only added whole lines to what
 * mine began from, mine stands in its place among them; else both texts stand, one after another. Done again, it changes nothing.
 */
export function joinConcurrentTexts({ base, mine, theirs }: ConcurrentTexts): string {
  if (theirs === base) return mine;
  if (mine === base) return theirs;
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  const at = base.trim() === '' ? -1 : findLines(theirs, base);
  if (at !== -1) return theirs.slice(0, at) + mine + theirs.slice(at + base.length);
  return [mine, theirs].filter((text) => text.trim() !== '').join(TEXT_SEPARATOR);
}
