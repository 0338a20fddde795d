import type { Article } from '../../core/article/article.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import { parseSettings } from '../../core/library/settings.ts';
import type { Collections } from '../../core/collection/collection.ts';
import type { SavedSearches } from '../../core/search/saved-search.ts';
import type { Codebook } from '../../core/tag/tag.ts';
import { type Listing, mergeConflictCopies } from './conflict-copies.ts';
import { codebookRef, collectionsRef, searchesRef, settingsRef } from './document-refs.ts';
import type { Documents } from './documents.ts';
import type { StoredDocument, Workings } from './stored-document.ts';
import { idOf } from './survey.ts';

type Ports = {
  readonly articles: Documents<Article>;
  readonly codebook: StoredDocument<Codebook>;
  readonly collections: StoredDocument<Collections>;
  readonly searches: StoredDocument<SavedSearches>;
  readonly settings: StoredDocument<Readonly<Record<string, unknown>>>;
  readonly tell: (change: Partial<LibraryChange>) => void;
  /** False where the library is only read, or closed. */
  readonly mayWrite: () => boolean;
};

export type Merging = {
  /** Merges the copies that lie beside documents, one look at a time; those in a listing, where there is one. */
  mergeCopies(listing?: Listing): Promise<readonly MergeReport[]>;
  settle(): Promise<unknown>;
};

/** The merging of a library's documents with what sync programs and others have made of them, and word of it. */
export function makeMerging(workings: Workings, { articles, codebook, collections, searches, settings, tell, mayWrite }: Ports): Merging {
  let last: Promise<readonly MergeReport[]> = Promise.resolve([]);

  const beside: ReadonlyMap<string, Pick<StoredDocument<unknown>, 'mergeIn'>> = new Map([[codebookRef.file, codebook], [collectionsRef.file, collections], [searchesRef.file, searches], [settingsRef.file, settings]]);
  const documentAt = (file: string) => beside.get(file) ?? articles.at(file.slice('articles/'.length, -'.json'.length));

  /** Nobody has asked for a merge, so windows are told what it has made of its documents. */
  async function tellMerged(merged: readonly MergeReport[]): Promise<void> {
    const files = new Set(merged.map(({ file }) => file));
    const ids = [...files].flatMap((file) => idOf(file.slice('articles/'.length)) ?? []);
    const readIf = async <T>({ file }: { readonly file: string }, document: StoredDocument<T>): Promise<T | null> => {
      const read = files.has(file) ? await document.read() : null;
      return read?.ok ? read.value : null;
    };
    const [read, tags, grouped, saved, look] = await Promise.all([
      Promise.all(ids.map((id) => articles.at(id).read())), readIf(codebookRef, codebook), readIf(collectionsRef, collections), readIf(searchesRef, searches), readIf(settingsRef, settings),
    ]);
    tell({
      merged, articles: read.flatMap((each) => (each.ok && each.value ? [summariseArticle(each.value)] : [])),
      ...(tags && { tags: tags.tags }), ...(grouped && { collections: grouped.collections }), ...(saved && { searches: saved.searches }), ...(look && { settings: parseSettings(look) }),
    });
  }
  workings.merges.follow((merged) => void tellMerged(merged));

  async function merge(listing?: Listing): Promise<readonly MergeReport[]> {
    const reports = mayWrite() ? await mergeConflictCopies(workings, documentAt, listing) : [];
    // What was merged is told as it happens; what can't be read is told with this.
    tell({});
    return reports;
  }

  return {
    // One look that fails is no reason for the next not to be taken, and nobody waits for those that the watcher asks for.
    mergeCopies: (listing) => (last = last.then(() => merge(listing)).catch((error: unknown) => {
      workings.log(error);
      return [];
    })),
    settle: () => last,
  };
}
