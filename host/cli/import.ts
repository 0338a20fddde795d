import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { Result } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { readStream } from './read-stream.ts';
import { summaryForJson } from './summary-for-json.ts';
import { oneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

async function readSource(path: string): Promise<Result<Source>> {
  if (path === '-') return readStream(process.stdin);
  const { readSourceFile } = await import('../import/read-source-file.ts');
  return readSourceFile(path);
}

export const importFiles: Command = {
  name: 'import',
  options: {},
  run(invocation) {
    const { given, isJson, terminal } = invocation;
    if (given.positionals.length === 0) return Promise.resolve(misused({ kind: 'argument-missing', wanted: 'a FILE, or “-” for standard input' }));
    return withLibrary(invocation, { mode: 'write', door: 'command' }, async ({ client, started }) => {
      const imported: ArticleSummary[] = [];
      const faults: Fault[] = [];
      for (const path of given.positionals) {
        const article = await client.articles.import({ kind: 'upload', handle: started.uploads.hold(() => readSource(path)) });
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
