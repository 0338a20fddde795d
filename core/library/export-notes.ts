import type { Article } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import type { ArticleId } from '../base/ids.ts';
import { type Result, succeed } from '../base/result.ts';
import { foldFileName, freeFileName } from '../export/file-name.ts';
import { type Arrangement, blockIdOf, outlineNotes } from '../export/notes-outline.ts';
import { type ExportedFile, type ExportedLink, notesToMarkdown } from '../export/to-markdown.ts';
import type { LibraryStore } from './ports.ts';

function byImport(a: Article, b: Article): number {
  if (a.importedAt !== b.importedAt) return a.importedAt < b.importedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

async function readArticles(store: LibraryStore, ids: readonly ArticleId[]): Promise<Result<readonly Article[]>> {
  if (ids.length === 0) {
    const { summaries } = await store.listSummaries();
    const read = await Promise.all(summaries.filter(({ binnedAt }) => binnedAt === null).map(({ id }) => store.readArticle(id)));
    return succeed(read.flatMap((article) => (article.ok ? [article.value] : [])).sort(byImport));
  }
  const articles: Article[] = [];
  for (const id of new Set(ids)) {
    const article = await store.readArticle(id);
    if (!article.ok) return article;
    articles.push(article.value);
  }
  return succeed(articles);
}

/** The content of an article, or null where it is missing or damaged: notes are exported even where their text is lost. */
async function readContent(store: LibraryStore, article: Article): Promise<Result<Content | null>> {
  const content = await store.readContent(article.content);
  if (content.ok) return content;
  return content.fault.code === 'content-missing' || content.fault.code === 'document-damaged' ? succeed(null) : content;
}

/** What is exported and how. `names` are files that the notes of articles go into, where that is settled already. */
export type ExportWish = { readonly ids: readonly ArticleId[]; readonly arrangement: Arrangement; readonly names?: Readonly<Record<string, string>> | undefined };

/** A file name for each article, no two the same but as settled. */
function fileNames(articles: readonly Article[], settled: NonNullable<ExportWish['names']>): ReadonlyMap<ArticleId, string> {
  const taken = new Set(Object.values(settled).map(foldFileName));
  return new Map(articles.map(({ id, title }) => {
    const name = settled[id] ?? freeFileName(title, (folded) => taken.has(folded));
    taken.add(foldFileName(name));
    return [id, name];
  }));
}

/** The notes of those articles, a file for each in that order; without ids, of every article that is not in the bin, by time of import. File names are unique among them. */
export async function exportNotes(store: LibraryStore, { ids, arrangement, names: settled = {} }: ExportWish): Promise<Result<readonly ExportedFile[]>> {
  const [articles, codebook, settings] = await Promise.all([readArticles(store, ids), store.readCodebook(), store.readSettings()]);
  if (!articles.ok) return articles;
  if (!codebook.ok) return codebook;
  const legend = settings.ok ? settings.value.colourNames : {};
  const names = fileNames(articles.value, settled);
  const linkTo: ExportedLink = ({ articleId, highlightId }) => {
    const name = names.get(articleId);
    return name === undefined ? null : `${encodeURIComponent(name).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}${highlightId ? `#^${blockIdOf(highlightId)}` : ''}`;
  };
  const files: ExportedFile[] = [];
  for (const article of articles.value) {
    const content = await readContent(store, article);
    if (!content.ok) return content;
    const outline = outlineNotes({ article, content: content.value, codebook: codebook.value }, arrangement);
    files.push({ id: article.id, name: names.get(article.id) ?? '', markdown: notesToMarkdown(outline, { linkTo, legend }) });
  }
  return succeed(files);
}
