import type { ArticleSummary } from '../../core/article/summary.ts';
import { type TagId, tagIdSchema } from '../../core/base/ids.ts';
import { type Codebook, createTag, emptyCodebook } from '../../core/tag/tag.ts';

/** A codebook for articles that have lost theirs: an entry with a stand-in name for every tag they use, so that no highlight loses a tag. */
export function recoverCodebook(articles: readonly ArticleSummary[], now: string): Codebook {
  const used = new Set<TagId>(articles.flatMap(({ tags }) => Object.keys(tags).map((id) => tagIdSchema.parse(id))));
  return [...used].sort().reduce<Codebook>(
    (codebook, id, index) => ({ ...codebook, tags: [...codebook.tags, createTag(`recovered tag ${index + 1}`, codebook, { id, now })] }),
    emptyCodebook,
  );
}
