import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, toJson, toTable } from './figure.ts';
import { documents } from './documents.ts';
import { importPages } from './import.ts';
import { mainJob } from './main-job.ts';
import { reader } from './reader.ts';
import { search } from './search.ts';
import { store } from './store.ts';

const benches = new Map<string, Bench>([['main-job', mainJob], ['store', store], ['search', search], ['reader', reader], ['import', importPages], ['documents', documents]]);
const ROUNDS = 15;
const QUICK_ROUNDS = 5;

const usage = `Usage: npm run bench -- NAME [--quick] [--json]; benches: ${[...benches.keys()].join(', ')}`;

async function run(name: string, { isQuick, isJson }: { isQuick: boolean; isJson: boolean }): Promise<void> {
  const bench = benches.get(name);
  if (!bench) throw new Error(`There is no bench "${name}".\n${usage}`);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  try {
    const figures = await bench({ rounds: isQuick ? QUICK_ROUNDS : ROUNDS, isQuick, folder, tell: (line) => console.error(line) });
    console.log(isJson ? toJson(figures) : toTable(figures));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } }, allowPositionals: true });
const [name] = positionals;
if (name === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else await run(name, { isQuick: values.quick, isJson: values.json });
