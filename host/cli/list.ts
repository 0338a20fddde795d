import type { ArticleSummary } from '../../core/article/summary.ts';
import { commandWords } from '../../core/messages/command-line-messages.ts';
import { articlesOf } from './articles-of.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { summaryForJson } from './summary-for-json.ts';
import { oneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

function newestFirst(a: ArticleSummary, b: ArticleSummary): number {
  return a.importedAt === b.importedAt ? (a.id < b.id ? 1 : -1) : a.importedAt < b.importedAt ? 1 : -1;
}

function line({ id, status, progress, highlightCount, title, source }: ArticleSummary): string {
  const cells = [id, status.padEnd(7), `${Math.round(progress * 100)}%`.padStart(4), String(highlightCount).padStart(4), oneLine(source ? `${title} (${source})` : title)];
  return `${cells.join('  ')}\n`;
}

export const list: Command = {
  name: 'list',
  options: { collection: { value: 'NAME' } },
  run(invocation) {
    const { given, isJson, terminal } = invocation;
    const [extra] = given.positionals;
    if (extra !== undefined) return Promise.resolve(misused({ kind: 'argument-unwanted', given: extra }));
    return withLibrary(invocation, 'read', async ({ client }) => {
      const overview = await client.library.overview(undefined);
      if (!overview.ok) return ended(overview.fault);
      const { tags, damaged } = overview.value;
      const articles = articlesOf(overview.value, given.text('collection'));
      if (!articles.ok) return ended(articles.fault);
      const shown = [...articles.value].sort(newestFirst);
      if (isJson) await terminal.print(asJson(shown.map((article) => summaryForJson(article, tags))));
      else await terminal.print(shown.map(line).join('') || `${given.has('collection') ? commandWords.noneCollected : commandWords.noArticles}\n`);
      return ended(...damaged.map(({ fault }) => fault));
    });
  },
};
