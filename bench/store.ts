import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bench, Figure } from './figure.ts';
import { type GeneratedLibrary, generateLibrary } from './generate-library.ts';
import { measurePair, median, runNode } from './measure.ts';
import { makeSqliteLibrary } from './sqlite-library.ts';

const program = join(import.meta.dirname, 'open-and-save.ts');
const SIZES = [100, 1_000, 10_000] as const;
const QUICK_SIZES = [100, 1_000] as const;
/** Rounds end within a quarter of an hour at 10,000 articles. */
const ROUNDS_AT_MOST = 5;
const SAVES_A_ROUND = 25;
/** The usual way takes seconds for each. */
const USUAL_SAVES_A_ROUND = 3;
const USUAL = 'lowdb with one JSON file';
const SQLITE = 'better-sqlite3, synchronous = FULL';
const FLOOR = 'write, flush, rename, flush the folder';
const baselines: Readonly<Record<Exclude<Way, 'ours' | 'rebuilt'>, string>> = { usual: USUAL, sqlite: SQLITE, floor: FLOOR };

const outputSchema = z.object({ openMs: z.number(), residentKb: z.number(), saveMs: z.array(z.number()), count: z.number() });
type Run = z.infer<typeof outputSchema>;
type Library = GeneratedLibrary & { readonly database: string; readonly cacheFolder: string };
type Way = 'ours' | 'usual' | 'sqlite' | 'floor' | 'rebuilt';
type Runs = Readonly<Record<Way, Run[]>>;

async function runOnce(kind: Exclude<Way, 'rebuilt'>, path: string, { cacheFolder, saves }: { cacheFolder: string; saves: number }): Promise<Run> {
  const { stdout } = await runNode(['--disable-warning=ExperimentalWarning', program, kind, path, cacheFolder, String(saves)]);
  return outputSchema.parse(JSON.parse(stdout));
}

const runOurs = ({ library, cacheFolder }: Library) => runOnce('ours', library, { cacheFolder, saves: SAVES_A_ROUND });

/** Each way once a round, in another order every time, after one round that does not count. */
async function runRounds(made: Library, folder: string, rounds: number): Promise<Runs> {
  const { library, oneFile, database, cacheFolder, count } = made;
  const runs: Runs = { ours: [], usual: [], sqlite: [], floor: [], rebuilt: [] };
  const ways: readonly { readonly way: Way; run(): Promise<Run> }[] = [
    { way: 'ours', run: () => runOurs(made) },
    { way: 'usual', run: () => runOnce('usual', oneFile, { cacheFolder, saves: USUAL_SAVES_A_ROUND }) },
    { way: 'sqlite', run: () => runOnce('sqlite', database, { cacheFolder, saves: SAVES_A_ROUND }) },
    { way: 'floor', run: () => runOnce('floor', library, { cacheFolder, saves: SAVES_A_ROUND }) },
    { way: 'rebuilt', run: async () => runOnce('ours', library, { cacheFolder: await mkdtemp(join(folder, 'no-catalog-')), saves: 0 }) },
  ];
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const chosen = ways[(round + turn) % ways.length];
      if (!chosen) continue;
      const run = await chosen.run();
      if (run.count !== count) throw new Error(`${run.count} of ${count} articles were listed.`);
      if (round > 0) runs[chosen.way].push(run);
    }
  }
  return runs;
}

const medianOf = (runs: readonly Run[], values: (run: Run) => readonly number[]): number => median(runs.flatMap(values));
const openMs = (run: Run) => [run.openMs];
const saveMs = (run: Run) => run.saveMs;
const residentKb = (run: Run) => [run.residentKb];

function figuresOf(runs: Runs, count: number): readonly Figure[] {
  const { ours, rebuilt } = runs;
  // The goals are those of the largest library; the others show how it grows.
  const isLargest = count === SIZES.at(-1);
  type Beside = { readonly beside: keyof typeof baselines; readonly values: (run: Run) => readonly number[]; readonly ratio?: number };
  const figure = (name: string, subject: readonly Run[], { beside, values, ratio }: Beside): Figure => {
    const baseline = medianOf(runs[beside], values);
    const unit = values === residentKb ? 'kB' : 'ms';
    return { figure: `${name}, ${count.toLocaleString('en')} articles`, value: medianOf(subject, values), baseline, unit, against: baselines[beside], goal: isLargest && ratio !== undefined ? ratio * baseline : null };
  };
  return [
    figure('open to the list', ours, { beside: 'usual', values: openMs, ratio: 0.1 }),
    figure('open to the list', ours, { beside: 'sqlite', values: openMs, ratio: 1 }),
    figure('open without a catalog', rebuilt, { beside: 'usual', values: openMs, ratio: 1.2 }),
    figure('save a highlight, durable', ours, { beside: 'usual', values: saveMs, ratio: 0.01 }),
    figure('save a highlight, durable', ours, { beside: 'sqlite', values: saveMs, ratio: 3 }),
    figure('save a highlight, durable', ours, { beside: 'floor', values: saveMs }),
    figure('memory after open', ours, { beside: 'usual', values: residentKb, ratio: 0.4 }),
  ];
}

/** A save in the largest library beside one in the smallest, in turn: it must cost the same. */
async function measureFlatness(smallest: Library, largest: Library, rounds: number): Promise<Figure> {
  const saving = (library: Library) => async () => median((await runOurs(library)).saveMs);
  const pair = await measurePair({ subject: saving(largest), baseline: saving(smallest) }, rounds);
  return { figure: `save a highlight, ${largest.count.toLocaleString('en')} articles`, ...pair, unit: 'ms', against: `the same in a library of ${smallest.count}`, goal: 1.5 * pair.baseline };
}

/** The library on disk: opening, rebuilding, saving and memory, beside lowdb as it is usually used and beside SQLite. */
export const store: Bench = async ({ rounds: wanted, folder, tell, isQuick }) => {
  const rounds = Math.min(wanted, ROUNDS_AT_MOST);
  const figures: Figure[] = [];
  const libraries: Library[] = [];
  for (const count of isQuick ? QUICK_SIZES : SIZES) {
    tell(`a library of ${count} articles: making it …`);
    const made = { ...(await generateLibrary(folder, count)), database: join(folder, `library-${count}.sqlite`), cacheFolder: join(folder, `cache-${count}`) };
    await makeSqliteLibrary(made.library, made.database);
    libraries.push(made);
    tell(`a library of ${count} articles: measuring …`);
    figures.push(...figuresOf(await runRounds(made, folder, rounds), count));
  }
  const [smallest, largest] = [libraries[0], libraries.at(-1)];
  tell('the smallest and the largest in turn …');
  return smallest && largest ? [...figures, await measureFlatness(smallest, largest, rounds)] : figures;
};
