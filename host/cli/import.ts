import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault } from '../../core/base/fault.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { readingFormats } from '../../core/import/readings/reading.ts';
import type { Imported } from '../../core/library/imports.ts';
import { countPlan, type ReadingsPlan } from '../../core/library/plan-readings.ts';
import { planSentences } from '../../core/messages/readings-messages.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { readStream } from './read-stream.ts';
import { summaryForJson } from './summary-for-json.ts';
import { oneLine } from './terminal.ts';
import { type OpenLibrary, withLibrary } from './with-library.ts';

async function readFile(path: string): Promise<Result<Source>> {
  const { readSourceFile } = await import('../import/read-source-file.ts');
  return readSourceFile(path);
}

const isAddress = (path: string) => /^https?:\/\//i.test(path);

async function importOne({ client, holdSource }: OpenLibrary, read: () => Promise<Result<Source>>): Promise<Result<Imported>> {
  const held = await holdSource(read);
  return held.ok ? client.articles.import({ kind: 'upload', handle: held.value }) : held;
}

type Came = { readonly articles: readonly ArticleSummary[]; readonly plan: ReadingsPlan | null };

/** What came of a file: its article, or what another program exported, all of it, or with a dry run none. */
async function takeAll({ client }: OpenLibrary, imported: Imported, isDry: boolean): Promise<Result<Came>> {
  if (imported.kind === 'article') return succeed({ articles: [imported.article], plan: null });
  if (imported.kind === 'version') return succeed({ articles: [imported.version.article], plan: null });
  const { plan } = imported;
  if (isDry) return succeed({ articles: [], plan });
  const taken = await client.readings.take({ plan: plan.id, skipped: [] });
  return taken.ok ? succeed({ articles: taken.value.articles, plan }) : taken;
}

export const importFiles: Command = {
  name: 'import',
  options: { 'dry-run': {} },
  async run(invocation) {
    const { given, isJson, terminal } = invocation;
    if (given.positionals.length === 0) return misused({ kind: 'argument-missing', wanted: 'a FILE or an ADDRESS, or “-” for standard input' });
    // Before the library is opened: nobody has to wait for it while somebody types.
    const typed = given.positionals.includes('-') ? await readStream(process.stdin) : null;
    return withLibrary(invocation, 'write', async (open) => {
      const came: Came[] = [];
      const faults: Fault[] = [];
      for (const path of given.positionals) {
        const imported = isAddress(path) ? await open.client.articles.importAddress({ url: path }) : await importOne(open, async () => (path === '-' && typed ? typed : readFile(path)));
        const taken = imported.ok ? await takeAll(open, imported.value, given.has('dry-run')) : imported;
        if (!taken.ok) {
          faults.push(taken.fault);
          continue;
        }
        came.push(taken.value);
        if (isJson) continue;
        if (taken.value.plan && given.has('dry-run')) await terminal.print(`${readingFormats[taken.value.plan.format]}: ${planSentences(countPlan(taken.value.plan)).join(' ')}\n`);
        for (const { id, title } of taken.value.articles) await terminal.print(`${id}\t${oneLine(title)}\n`);
      }
      if (isJson) await terminal.print(asJson(given.has('dry-run') ? came.map(({ plan }) => plan) : came.flatMap(({ articles }) => articles.map((article) => summaryForJson(article, [])))));
      return ended(...faults);
    });
  },
};
