import type { Article } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { findResume, type Resume } from '../highlight/resume.ts';
import type { LibraryStore } from './ports.ts';

/** How far an article was read, and where reading stopped. */
export type Reading = { readonly progress: number; readonly position: number; readonly resume?: Resume | undefined };

/** The article read so far. The furthest point never goes back. At its top there are no words to go on with: what stands there in another text is read first. */
export function withReading(article: Article, { progress, position, resume }: Reading): Article {
  const { resume: _before, ...rest } = article;
  const next = { ...rest, progress: Math.max(article.progress, progress), position };
  return resume && position > 0 ? { ...next, resume } : next;
}

const isInOtherText = ({ resume, content }: Article) => resume !== undefined && resume.content !== content;

/**
 * The article with its position where the sentence stands at which reading stopped, in whatever text it now has:
 * another version may have been imported, here or on another machine. Words that are gone leave the position within the text.
 */
export function resumedIn(article: Article, content: Content): Article {
  const { resume, position } = article;
  if (!resume || !isInOtherText(article)) return article;
  const { text } = projectContent(content);
  return { ...article, position: findResume(text, resume) ?? Math.min(position, text.length) };
}

/** The same where the text is not at hand. It is read only when it is another; one that can't be read is told of by whoever shows it. */
export async function readResumed(store: Pick<LibraryStore, 'readContent'>, article: Article): Promise<Article> {
  if (!isInOtherText(article)) return article;
  const content = await store.readContent(article.content);
  return content.ok ? resumedIn(article, content.value) : article;
}
