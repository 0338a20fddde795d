import type { Article } from './article.ts';

/** One of the texts that an article had, or the one it has. */
export type ListedText = { readonly content: string; readonly title: string; readonly name: string; readonly importedAt: string; readonly wordCount: number; readonly isPresent: boolean };

/** Every text of an article, the oldest first; the present one is the last. */
export function textsOf(article: Article): readonly ListedText[] {
  const { versions = [], content, title, original, wordCount } = article;
  const earlier = versions.map((text): ListedText => ({ content: text.content, title: text.title, name: text.original.name, importedAt: text.importedAt, wordCount: text.wordCount, isPresent: false }));
  return [...earlier, { content, title, name: original.name, importedAt: versions.at(-1)?.replacedAt ?? article.importedAt, wordCount, isPresent: true }];
}
