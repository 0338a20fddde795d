import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BenchOptions, Figure } from './figure.ts';
import { makeNewsText } from './generate-text.ts';
import { measurePair, runNode, timeNode } from './measure.ts';
import { makeRandom } from './random.ts';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist', 'node', 'lectern.js');
const bin = join(root, 'scripts', 'lectern.js');
const samples = resolve(root, '..', 'shared', 'samples');
const SAMPLE_WORDS = 900;
const SMALL_LIBRARY = 10;

/** The article that the main job is measured on: the sample news article where it is at hand, else a generated one like it. */
export async function writeSample(folder: string): Promise<string> {
  const [name] = existsSync(samples) ? (await readdir(samples)).filter((file) => file.endsWith('.txt')) : [];
  const text = name ? await readFile(join(samples, name), 'utf8') : makeNewsText(makeRandom(1), SAMPLE_WORDS);
  const path = join(folder, 'sample.txt');
  await writeFile(path, text);
  return path;
}

/** Runs the built command line on a library and answers what it printed. */
export const lectern = async (library: string, ...args: readonly string[]): Promise<string> => (await runNode([program, ...args, '--library', library])).stdout;

const nothing = () => timeNode('-e', '0');

/** How long the command line takes to start, to list ten articles, and the same through its bin, which looks after set-up. */
export async function measureStart({ folder, rounds, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell('start of the command line …');
  const library = join(folder, 'small library');
  const files = await Promise.all(
    Array.from({ length: SMALL_LIBRARY }, async (_, index) => {
      const path = join(folder, `article-${index}.txt`);
      await writeFile(path, makeNewsText(makeRandom(index), 600));
      return path;
    }),
  );
  await lectern(library, 'import', ...files);
  const list = [program, 'list', '--library', library];
  const version = await measurePair({ subject: () => timeNode(program, '--version'), baseline: nothing }, rounds);
  const listed = await measurePair({ subject: () => timeNode(...list), baseline: nothing }, rounds);
  const throughBin = await measurePair({ subject: () => timeNode(bin, ...list.slice(1)), baseline: () => timeNode(...list) }, rounds);
  const shared = { unit: 'ms', goal: null } as const;
  return [
    { figure: 'lectern --version', ...version, against: 'node -e 0', ...shared },
    { figure: `lectern list, ${SMALL_LIBRARY} articles`, ...listed, against: 'node -e 0', ...shared },
    { figure: 'lectern list, through its bin', ...throughBin, against: 'without the bin', ...shared },
  ];
}

// What any program must do at least: read the text, cut it into paragraphs, write them durably.
const plainImport = `
const fs = require('node:fs'); const [from, to] = process.argv.slice(1);
const file = fs.openSync(to, 'w'); fs.writeSync(file, JSON.stringify(fs.readFileSync(from, 'utf8').split(/\\n\\s*\\n/))); fs.fsyncSync(file); fs.closeSync(file);`;
const plainExport = `
const fs = require('node:fs'); const paragraphs = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
process.stdout.write(paragraphs.map((text) => '> ' + text).join('\\n\\n'));`;

/** How long a whole import of the sample takes, and a whole export of its notes, each as a command. */
export async function measureImportAndExport({ folder, rounds, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell('import and export of the sample …');
  const sample = await writeSample(folder);
  const plain = join(folder, 'plain.json');
  let count = 0;
  const imported = await measurePair({
    subject: () => timeNode(program, 'import', sample, '--library', join(folder, `import-${(count += 1)}`)),
    baseline: () => timeNode('-e', plainImport, sample, plain),
  }, rounds);
  const library = join(folder, 'annotated');
  await annotate(library, sample);
  const exported = await measurePair({
    subject: () => timeNode(program, 'export', '--out', '-', '--library', library),
    baseline: () => timeNode('-e', plainExport, plain),
  }, rounds);
  const shared = { unit: 'ms', goal: null } as const;
  return [
    { figure: 'lectern import, the sample', ...imported, against: 'read, split and write it in plain Node', ...shared },
    { figure: 'lectern export, the sample', ...exported, against: 'read and quote it in plain Node', ...shared },
  ];
}

/** A library with the sample in it, two phrases of which are highlighted, tagged and noted. Answers the article's id. */
export async function annotate(library: string, sample: string): Promise<string> {
  const [{ id }]: [{ id: string }] = JSON.parse(await lectern(library, 'import', sample, '--json'));
  const phrases = (await readFile(sample, 'utf8')).split('\n').filter((line) => line.length > 200).slice(0, 2).map((line) => line.trim().slice(10, 80).trim());
  for (const quote of phrases) await lectern(library, 'highlight', id, '--quote', quote, '--occurrence', '1', '--tag', 'alliance', '--note', 'A note.');
  return id;
}
