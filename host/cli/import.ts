import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault } from '../../core/base/fault.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { readingFormats } from '../../core/import/readings/reading.ts';
import type { Imported } from '../../core/library/imports.ts';
import type { KnownPolicy } from '../../core/library/known-articles.ts';
import { countPlan, type ReadingsPlan } from '../../core/library/plan-readings.ts';
import { type ImportOutcome, reportImports } from '../../core/library/report-imports.ts';
import { importSentences } from '../../core/messages/import-messages.ts';
import { planSentences } from '../../core/messages/readings-messages.ts';
import { asJson, type Command, ended, type Invocation, misused } from './command.ts';
import { readStream } from './read-stream.ts';
import { summaryForJson } from './summary-for-json.ts';
import { oneLine } from './terminal.ts';
import { type OpenLibrary, withLibrary } from './with-library.ts';

async function readFile(path: string): Promise<Result<Source>> {
  const { readSourceFile } = await import('../import/read-source-file.ts');
  return readSourceFile(path);
}

const isAddress = (path: string) => /^https?:\/\//i.test(path);

type Wanted = { readonly path: string; readonly read: () => Promise<Result<Source>> };

async function importOne({ client, holdSource }: OpenLibrary, { path, read }: Wanted, known: KnownPolicy): Promise<Result<Imported>> {
  if (isAddress(path)) return client.articles.importAddress({ url: path });
  const held = await holdSource(read);
  return held.ok ? client.articles.import({ source: { kind: 'upload', handle: held.value }, known }) : held;
}

/** What the arguments stand for, the files of folders one by one, and the faults of looking into those. */
async function findWanted(paths: readonly string[], typed: Result<Source> | null): Promise<{ readonly wanted: readonly Wanted[]; readonly faults: readonly Fault[] }> {
  const { findImportable, isFolder } = await import('../import/find-importable.ts');
  const wanted: Wanted[] = [];
  const faults: Fault[] = [];
  for (const path of paths) {
    if (path === '-' && typed) wanted.push({ path, read: () => Promise.resolve(typed) });
    else if (isAddress(path) || !(await isFolder(path))) wanted.push({ path, read: () => readFile(path) });
    else {
      const found = await findImportable(path);
      wanted.push(...found.files.map((file) => ({ path: file.path, read: () => readFile(file.path) })));
      faults.push(...found.faults);
    }
  }
  return { wanted, faults };
}

type Came = { readonly articles: readonly ArticleSummary[]; readonly plan: ReadingsPlan | null };

/** What came of a file: its article, or what another program exported, all of it, or with a dry run none. */
async function takeAll({ client }: OpenLibrary, imported: Imported, isDry: boolean): Promise<Result<Came>> {
  if (imported.kind === 'article') return succeed({ articles: [imported.article], plan: null });
  if (imported.kind === 'version') return succeed({ articles: [imported.version.article], plan: null });
  if (imported.kind === 'known') return succeed({ articles: [], plan: null });
  const { plan } = imported;
  if (isDry) return succeed({ articles: [], plan });
  const taken = await client.readings.take({ plan: plan.id, skipped: [] });
  return taken.ok ? succeed({ articles: taken.value.articles, plan }) : taken;
}

const policies: Readonly<Record<string, KnownPolicy>> = { version: 'version', skip: 'ask', both: 'both' };

type Run = { readonly came: readonly Came[]; readonly outcomes: readonly ImportOutcome[] };

/** Imports one thing after another, and prints of each what came of it. */
async function importEach(open: OpenLibrary, wanted: readonly Wanted[], { known, isDry, isJson, terminal }: { known: KnownPolicy; isDry: boolean } & Pick<Invocation, 'isJson' | 'terminal'>): Promise<Run> {
  const came: Came[] = [];
  const outcomes: ImportOutcome[] = [];
  for (const each of wanted) {
    const imported = await importOne(open, each, known);
    const taken = imported.ok ? await takeAll(open, imported.value, isDry) : imported;
    outcomes.push(taken.ok ? imported : taken);
    if (!taken.ok) continue;
    came.push(taken.value);
    if (isJson) continue;
    if (taken.value.plan && isDry) await terminal.print(`${readingFormats[taken.value.plan.format]}: ${planSentences(countPlan(taken.value.plan)).join(' ')}\n`);
    for (const { id, title } of taken.value.articles) await terminal.print(`${id}\t${oneLine(title)}\n`);
  }
  return { came, outcomes };
}

export const importFiles: Command = {
  name: 'import',
  options: { 'dry-run': {}, known: { value: 'WHAT' } },
  async run(invocation) {
    const { given, isJson, terminal } = invocation;
    if (given.positionals.length === 0) return misused({ kind: 'argument-missing', wanted: 'a FILE, a FOLDER or an ADDRESS, or “-” for standard input' });
    const known = policies[given.text('known') ?? 'version'];
    if (!known) return misused({ kind: 'value-wrong', option: 'known', given: given.text('known') ?? '', wanted: '“version”, “skip” or “both”' });
    // Before the library is opened: nobody has to wait for it while somebody types.
    const typed = given.positionals.includes('-') ? await readStream(process.stdin) : null;
    const { wanted, faults } = await findWanted(given.positionals, typed);
    const isDry = given.has('dry-run');
    return withLibrary(invocation, 'write', async (open) => {
      const { came, outcomes } = await importEach(open, wanted, { known, isDry, isJson, terminal });
      if (isJson) await terminal.print(asJson(isDry ? came.map(({ plan }) => plan) : came.flatMap(({ articles }) => articles.map((article) => summaryForJson(article, [])))));
      const report = reportImports(outcomes);
      if (wanted.length > 1 && !isJson) terminal.complain(importSentences(report));
      return ended(...faults, ...report.faults);
    });
  },
};
