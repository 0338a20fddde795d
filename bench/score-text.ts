/** How well a text was found: the share of what was found that is right, and of what is right that was found. */
export type Score = { readonly precision: number; readonly recall: number };

/** Python's \w, by which the news pages' own measure cuts words. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}\p{Pc}]+/gu) ?? [];

function countRuns(text: string, length: number): Map<string, number> {
  const words = wordsOf(text);
  const runs = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - length + 1); at += 1) {
    const run = words.slice(at, at + length).join(' ');
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Compares two texts by their runs of so many words: four are the shingles of the article extraction benchmark, one is its words. */
export function scoreText(found: string, truth: string, length: number): Score {
  const [mine, right] = [countRuns(found, length), countRuns(truth, length)];
  let shared = 0;
  for (const [run, count] of mine) shared += Math.min(count, right.get(run) ?? 0);
  const [all, wanted] = [sumOf(mine), sumOf(right)];
  return { precision: all === 0 ? (wanted === 0 ? 1 : 0) : shared / all, recall: wanted === 0 ? 1 : shared / wanted };
}

/** F1 of one page. */
export const f1Of = ({ precision, recall }: Score): number => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall));

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of the pages' F1. It is a little lower than F1 of their mean precision and recall, which is what the benchmark's own list gives. */
export const meanF1 = (scores: readonly Score[]): number => meanOf(scores.map(f1Of));
export const f1OfMeans = (scores: readonly Score[]): number => f1Of({ precision: meanOf(scores.map((each) => each.precision)), recall: meanOf(scores.map((each) => each.recall)) });
