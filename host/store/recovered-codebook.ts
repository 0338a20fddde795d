import type { ArticleSummary } from '../../core/article/summary.ts';
import { type TagId, tagIdSchema } from '../../core/base/ids.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { type Codebook, createStandIn, emptyCodebook } from '../../core/tag/tag.ts';
import type { ArticleList } from './article-list.ts';
import { codebookRef } from './document-refs.ts';
import type { StoredDocument, Workings } from './stored-document.ts';

/** A codebook for articles that have lost theirs: an entry with a stand-in name for every tag they use, so that no highlight loses a tag. */
function recoverCodebook(articles: readonly ArticleSummary[], now: string): Codebook {
  const used = new Set<TagId>(articles.flatMap(({ tags }) => Object.keys(tags).map((id) => tagIdSchema.parse(id))));
  return [...used].sort().reduce<Codebook>(
    (codebook, id) => ({ ...codebook, tags: [...codebook.tags, createStandIn(codebook, { id, now })] }),
    emptyCodebook,
  );
}

type Library = {
  readonly workings: Workings;
  readonly list: Pick<ArticleList, 'rescan' | 'summaries'>;
  /** Runs a write where writing is allowed. */
  write<T>(operation: () => Promise<Result<T>>): Promise<Result<T>>;
};

/**
 * The codebook; where there is none that can be read, one with stand-ins for the tags that articles use. They are written only
 * where the codebook was damaged: one that is not there may still be on its way from another machine.
 */
export async function readOrRecoverCodebook(codebook: StoredDocument<Codebook>, { workings: { disk, damage }, list, write }: Library): Promise<Result<Codebook>> {
  const read = await codebook.read();
  if (read.ok && read.value) return succeed(read.value);
  if (!read.ok && read.fault.code === 'document-unreadable' && read.fault.reason !== 'being-written') return read;
  // Every tag counts, those too that another program has just brought.
  await list.rescan();
  const recovered = recoverCodebook(await list.summaries(), new Date(disk.clock.nowMs()).toISOString());
  const isAbsent = read.ok && damage.find(codebookRef.file) === null && recovered.tags.length > 0;
  if (isAbsent || (!read.ok && read.fault.code !== 'document-damaged')) return succeed(recovered);
  const written = await write(() => codebook.update((present) => succeed({ next: present ?? recovered, answer: present ?? recovered })));
  return written.ok ? written : succeed(recovered);
}
