import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { Result } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { readStream } from './read-stream.ts';
import { summaryForJson } from './summary-for-json.ts';
import { oneLine } from './terminal.ts';
import { type OpenLibrary, withLibrary } from './with-library.ts';

async function readFile(path: string): Promise<Result<Source>> {
  const { readSourceFile } = await import('../import/read-source-file.ts');
  return readSourceFile(path);
}

async function importOne({ client, holdSource }: OpenLibrary, read: () => Promise<Result<Source>>): Promise<Result<ArticleSummary>> {
  const held = await holdSource(read);
  return held.ok ? client.articles.import({ kind: 'upload', handle: held.value }) : held;
}

export const importFiles: Command = {
  name: 'import',
  options: {},
  async run(invocation) {
    const { given, isJson, terminal } = invocation;
    if (given.positionals.length === 0) return misused({ kind: 'argument-missing', wanted: 'a FILE, or “-” for standard input' });
    // Before the library is opened: nobody has to wait for it while somebody types.
    const typed = given.positionals.includes('-') ? await readStream(process.stdin) : null;
    return withLibrary(invocation, 'write', async (open) => {
      const imported: ArticleSummary[] = [];
      const faults: Fault[] = [];
      for (const path of given.positionals) {
        const article = await importOne(open, async () => (path === '-' && typed ? typed : readFile(path)));
        if (!article.ok) faults.push(article.fault);
        else {
          imported.push(article.value);
          if (!isJson) await terminal.print(`${article.value.id}\t${oneLine(article.value.title)}\n`);
        }
      }
      if (isJson) await terminal.print(asJson(imported.map((article) => summaryForJson(article, []))));
      return ended(...faults);
    });
  },
};
