import type { Article } from '../../core/article/article.ts';
import { projectContent } from '../../core/article/projection.ts';
import { inReadingOrder, type PlacedHighlight } from '../../core/highlight/reading-order.ts';
import { commandWords } from '../../core/messages/command-line-messages.ts';
import { findTag, type Tag } from '../../core/tag/tag.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { findArticle, problemWithIds } from './find-articles.ts';
import { oneLine, plain } from './terminal.ts';
import { withLibrary } from './with-library.ts';

const indent = (text: string) => plain(text).split('\n').map((line) => (line === '' ? '' : `    ${line}`)).join('\n');

function heading(article: Article): string {
  const { title, dek, byline, source, published, url, id, status, wordCount, highlights, importedAt, binnedAt } = article;
  const credits = [byline, source, published?.slice(0, 10)].filter((fact) => typeof fact === 'string');
  const facts = [id, status, commandWords.words(wordCount), commandWords.highlights(highlights.length), commandWords.imported(importedAt.slice(0, 10)), ...(binnedAt === null ? [] : [commandWords.binned])];
  return [title, dek, credits.join(' · '), url, facts.join(' · ')].filter((line) => line).map((line) => oneLine(line ?? '')).join('\n');
}

function highlightText({ highlight, range }: PlacedHighlight, tags: readonly Tag[]): string {
  const names = highlight.tags.flatMap((id) => findTag({ tags }, id)?.name ?? []);
  const facts = [highlight.id, highlight.colour, ...names, ...(range ? [] : [commandWords.lost])];
  return [oneLine(facts.join(' · ')), indent(`“${highlight.anchor.exact}”`), ...(highlight.note.trim() === '' ? [] : ['', indent(highlight.note.trimEnd())])].join('\n');
}

export const show: Command = {
  name: 'show',
  options: {},
  run(invocation) {
    const { given, isJson, terminal } = invocation;
    const [typedId, extra] = given.positionals;
    if (typedId === undefined) return Promise.resolve(misused({ kind: 'argument-missing', wanted: 'the ID of an article' }));
    if (extra !== undefined) return Promise.resolve(misused({ kind: 'argument-unwanted', given: extra }));
    const problem = problemWithIds([typedId]);
    if (problem) return Promise.resolve(misused(problem));
    return withLibrary(invocation, 'read', async ({ client }) => {
      const overview = await client.library.overview(undefined);
      if (!overview.ok) return ended(overview.fault);
      const found = findArticle(overview.value.articles, typedId);
      if (!found.ok) return ended(found.fault);
      const opened = await client.articles.open({ id: found.value.id });
      if (!opened.ok) return ended(opened.fault);
      const { article, content } = opened.value;
      const { text } = projectContent(content);
      const { tags } = overview.value;
      const used = tags.filter((tag) => article.highlights.some((highlight) => highlight.tags.includes(tag.id)));
      const parts = [heading(article), plain(article.summary.trim()), ...inReadingOrder(text, article.highlights).map((placed) => highlightText(placed, tags))];
      if (article.highlights.length === 0) parts.push(commandWords.noHighlights);
      await terminal.print(isJson ? asJson({ article, tags: used, text }) : `${parts.filter((part) => part !== '').join('\n\n')}\n`);
      return ended();
    });
  },
};
