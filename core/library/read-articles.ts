import type { Article } from '../article/article.ts';
import type { Damage, LibraryStore } from './ports.ts';

/** Every readable article of a library, each read in full, and what could not be read. */
export async function readEveryArticle(store: LibraryStore): Promise<{ articles: readonly Article[]; damaged: readonly Damage[] }> {
  const { summaries } = await store.listSummaries();
  const read = await Promise.all(summaries.map(({ id }) => store.readArticle(id)));
  return { articles: read.flatMap((article) => (article.ok ? [article.value] : [])), damaged: (await store.listSummaries()).damaged };
}
