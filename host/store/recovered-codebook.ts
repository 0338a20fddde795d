import type { Article } from '../../core/article/article.ts';
import type { TagId } from '../../core/base/ids.ts';
import { type Codebook, createTag, emptyCodebook } from '../../core/tag/tag.ts';

/** A codebook for articles that have lost theirs: an entry with a stand-in name for every tag they use, so that no highlight loses a tag. */
export function recoverCodebook(articles: readonly Article[], now: string): Codebook {
  const used = new Set<TagId>(articles.flatMap((article) => article.highlights.flatMap((highlight) => highlight.tags)));
  return [...used].sort().reduce<Codebook>(
    (codebook, id, index) => ({ ...codebook, tags: [...codebook.tags, createTag(`recovered tag ${index + 1}`, codebook, { id, now })] }),
    emptyCodebook,
  );
}
