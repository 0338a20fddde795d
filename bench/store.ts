import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, Figure } from './figure.ts';
import { type GeneratedLibrary, generateLibrary } from './generate-library.ts';
import { median, runNode } from './measure.ts';

const program = join(import.meta.dirname, 'open-and-save.ts');
const SIZES = [100, 1_000, 10_000] as const;
const QUICK_SIZES = [100, 1_000] as const;
const SAVES_A_ROUND = 3;
const USUAL = 'lowdb with one JSON file';

const outputSchema = z.object({ openMs: z.number(), residentKb: z.number(), saveMs: z.array(z.number()), count: z.number() });
type Run = z.infer<typeof outputSchema>;

async function runOnce(kind: 'ours' | 'usual', path: string, cacheFolder: string): Promise<Run> {
  const { stdout } = await runNode(['--disable-warning=ExperimentalWarning', program, kind, path, cacheFolder, String(SAVES_A_ROUND)]);
  return outputSchema.parse(JSON.parse(stdout));
}

type Runs = { readonly ours: Run[]; readonly usual: Run[]; readonly rebuilt: Run[] };

/** Each way once a round, in another order every time, after one round that does not count. */
async function runRounds({ library, oneFile, count }: GeneratedLibrary, folder: string, rounds: number): Promise<Runs> {
  const cacheFolder = join(folder, 'cache');
  const runs: Runs = { ours: [], usual: [], rebuilt: [] };
  const ways = [
    { into: runs.ours, run: () => runOnce('ours', library, cacheFolder) },
    { into: runs.usual, run: () => runOnce('usual', oneFile, cacheFolder) },
    { into: runs.rebuilt, run: async () => runOnce('ours', library, await mkdtemp(join(folder, 'no-catalog-'))) },
  ];
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = ways[(round + turn) % ways.length];
      const run = await way?.run();
      if (run && run.count !== count) throw new Error(`${run.count} of ${count} articles were listed.`);
      if (run && round > 0) way?.into.push(run);
    }
  }
  return runs;
}

const medianOf = (runs: readonly Run[], values: (run: Run) => readonly number[]): number => median(runs.flatMap(values));

function figuresOf({ ours, usual, rebuilt }: Runs, count: number): readonly Figure[] {
  const size = `${count.toLocaleString('en')} articles`;
  const figure = (name: string, runs: readonly Run[], { values, unit, ratio }: { values: (run: Run) => readonly number[]; unit: Figure['unit']; ratio: number | null }): Figure => {
    const baseline = medianOf(usual, values);
    return { figure: `${name}, ${size}`, value: medianOf(runs, values), baseline, unit, against: USUAL, goal: ratio === null ? null : ratio * baseline };
  };
  // The goals are those of the largest library; the others show how it grows.
  const isLargest = count === SIZES.at(-1);
  const goal = (ratio: number) => (isLargest ? ratio : null);
  return [
    figure('open to the list', ours, { values: (run) => [run.openMs], unit: 'ms', ratio: goal(0.1) }),
    figure('open without a catalog', rebuilt, { values: (run) => [run.openMs], unit: 'ms', ratio: goal(1.2) }),
    figure('save a highlight, durable', ours, { values: (run) => run.saveMs, unit: 'ms', ratio: goal(0.01) }),
    figure('memory after open', ours, { values: (run) => [run.residentKb], unit: 'kB', ratio: goal(0.4) }),
  ];
}

/** The library on disk: opening, rebuilding, saving and memory, beside lowdb as it is usually used. */
export const store: Bench = async ({ rounds, folder, tell, isQuick }) => {
  const figures: Figure[] = [];
  for (const count of isQuick ? QUICK_SIZES : SIZES) {
    tell(`a library of ${count} articles: making it …`);
    const generated = await generateLibrary(folder, count);
    tell(`a library of ${count} articles: measuring …`);
    figures.push(...figuresOf(await runRounds(generated, folder, rounds), count));
  }
  tell('No row for better-sqlite3: it is not installed here.');
  return figures;
};
