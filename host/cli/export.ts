import type { ArticleId } from '../../core/base/ids.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ExportedFile } from '../../core/export/to-markdown.ts';
import type { Overview } from '../../core/library/library.ts';
import { articlesOf } from './articles-of.ts';
import { asJson, type Command, ended, type Given, type Invocation, misused, type Outcome } from './command.ts';
import { findArticle, problemWithIds } from './find-articles.ts';
import { plain } from './terminal.ts';
import { withLibrary } from './with-library.ts';

/** The articles that are asked for, by id or by collection; of a collection, in the order they came in. */
function findIds(overview: Overview, { positionals, text }: Given): Result<readonly ArticleId[]> {
  if (positionals.length === 0) {
    const articles = articlesOf(overview, text('collection'));
    return articles.ok ? succeed(articles.value.map(({ id }) => id).sort()) : articles;
  }
  const ids: ArticleId[] = [];
  for (const each of positionals) {
    const found = findArticle(overview.articles, each);
    if (!found.ok) return found;
    ids.push(found.value.id);
  }
  return succeed(ids);
}

/** Makes the files; links between them lead to `names`, by article id, where those are settled already. */
type Render = (names?: Readonly<Record<string, string>>) => Promise<Result<readonly ExportedFile[]>>;

async function write({ terminal, isJson }: Invocation, out: string, render: Render): Promise<Outcome> {
  if (out === '-') {
    const files = await render();
    if (!files.ok) return ended(files.fault);
    await terminal.print(isJson ? asJson(files.value) : files.value.map(({ markdown }) => markdown).join('\n'));
    return ended();
  }
  const { writeExport } = await import('../export-folder.ts');
  const written = await writeExport(out, render);
  if (!written.ok) return ended(written.fault);
  await terminal.print(isJson ? asJson(written.value) : written.value.map(({ file }) => `${plain(file)}\n`).join(''));
  return ended();
}

export const exportNotes: Command = {
  name: 'export',
  options: { out: { value: 'DIR' }, 'by-tag': {}, collection: { value: 'NAME' } },
  run(invocation) {
    const { given } = invocation;
    const out = given.text('out');
    const problem = problemWithIds(given.positionals);
    if (problem) return Promise.resolve(misused(problem));
    const [extra] = given.positionals;
    if (extra !== undefined && given.has('collection')) return Promise.resolve(misused({ kind: 'argument-unwanted', given: extra }));
    if (out === undefined) return Promise.resolve(misused({ kind: 'option-missing', option: '--out' }));
    if (out === '') return Promise.resolve(misused({ kind: 'value-missing', option: '--out' }));
    return withLibrary(invocation, 'read', async ({ client }) => {
      const overview = await client.library.overview(undefined);
      if (!overview.ok) return ended(overview.fault);
      const isWhole = extra === undefined && !given.has('collection');
      const ids = isWhole ? succeed([]) : findIds(overview.value, given);
      if (!ids.ok) return ended(ids.fault);
      // An empty collection is nothing to export; without ids, the library would give all it has.
      if (!isWhole && ids.value.length === 0) return write(invocation, out, async () => succeed([]));
      const wish = { ids: [...ids.value], arrangement: given.has('by-tag') ? ('by-tag' as const) : ('in-order' as const) };
      const outcome = await write(invocation, out, (names) => client.notes.exportMarkdown({ ...wish, ...(names ? { names: { ...names } } : {}) }));
      // Of a whole library, what could not be read is missing from the export, and that must be said.
      return outcome.kind === 'done' && isWhole ? ended(...overview.value.damaged.map(({ fault }) => fault)) : outcome;
    });
  },
};
