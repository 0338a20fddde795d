import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ExportedFile } from '../../core/export/to-markdown.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { findArticle, problemWithIds } from './find-articles.ts';
import { plain } from './terminal.ts';
import { withLibrary } from './with-library.ts';

function findIds(articles: readonly ArticleSummary[], typed: readonly string[]): Result<ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const each of typed) {
    const found = findArticle(articles, each);
    if (!found.ok) return found;
    ids.push(found.value.id);
  }
  return succeed(ids);
}

async function write({ terminal, isJson }: Invocation, out: string, files: readonly ExportedFile[]): Promise<Outcome> {
  if (out === '-') {
    await terminal.print(isJson ? asJson(files) : files.map(({ markdown }) => markdown).join('\n'));
    return ended();
  }
  const { writeExport } = await import('../export-folder.ts');
  const written = await writeExport(out, files);
  if (!written.ok) return ended(written.fault);
  await terminal.print(isJson ? asJson(written.value) : written.value.map(({ file }) => `${plain(file)}\n`).join(''));
  return ended();
}

export const exportNotes: Command = {
  name: 'export',
  options: { out: { value: 'DIR' }, 'by-tag': {} },
  run(invocation) {
    const { given } = invocation;
    const out = given.text('out');
    const problem = problemWithIds(given.positionals);
    if (problem) return Promise.resolve(misused(problem));
    if (out === undefined) return Promise.resolve(misused({ kind: 'option-missing', option: '--out' }));
    if (out === '') return Promise.resolve(misused({ kind: 'value-missing', option: '--out' }));
    return withLibrary(invocation, 'read', async ({ client }) => {
      const overview = await client.library.overview(undefined);
      if (!overview.ok) return ended(overview.fault);
      const ids = findIds(overview.value.articles, given.positionals);
      if (!ids.ok) return ended(ids.fault);
      const files = await client.notes.exportMarkdown({ ids: ids.value, arrangement: given.has('by-tag') ? 'by-tag' : 'in-order' });
      if (!files.ok) return ended(files.fault);
      const outcome = await write(invocation, out, files.value);
      // Of a whole library, what could not be read is missing from the export, and that must be said.
      return outcome.kind === 'done' && ids.value.length === 0 ? ended(...overview.value.damaged.map(({ fault }) => fault)) : outcome;
    });
  },
};
