import type { Article } from '../../core/article/article.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import { parseSettings } from '../../core/library/settings.ts';
import type { Codebook } from '../../core/tag/tag.ts';
import { mergeConflictCopies } from './conflict-copies.ts';
import { codebookRef, settingsRef } from './document-refs.ts';
import type { Documents } from './documents.ts';
import type { StoredDocument, Workings } from './stored-document.ts';
import { idOf } from './survey.ts';

type Ports = {
  readonly articles: Documents<Article>;
  readonly codebook: StoredDocument<Codebook>;
  readonly settings: StoredDocument<Readonly<Record<string, unknown>>>;
  readonly tell: (change: Partial<LibraryChange>) => void;
  /** False where the library is only read, or closed. */
  readonly mayWrite: () => boolean;
};

export type Merging = {
  /** Merges the copies that lie beside documents, one look at a time. */
  mergeCopies(): Promise<readonly MergeReport[]>;
  settle(): Promise<unknown>;
};

/** The merging of a library's documents with what sync programs and others have made of them, and word of it. */
export function makeMerging(workings: Workings, { articles, codebook, settings, tell, mayWrite }: Ports): Merging {
  let last: Promise<readonly MergeReport[]> = Promise.resolve([]);

  function documentAt(file: string): Pick<StoredDocument<unknown>, 'mergeIn'> {
    if (file === codebookRef.file) return codebook;
    return file === settingsRef.file ? settings : articles.at(file.slice('articles/'.length, -'.json'.length));
  }

  /** Nobody has asked for a merge, so windows are told what it has made of its documents. */
  async function tellMerged(merged: readonly MergeReport[]): Promise<void> {
    const files = new Set(merged.map(({ file }) => file));
    const ids = [...files].flatMap((file) => idOf(file.slice('articles/'.length)) ?? []);
    const [read, tags, look] = await Promise.all([
      Promise.all(ids.map((id) => articles.at(id).read())), files.has(codebookRef.file) ? codebook.read() : null, files.has(settingsRef.file) ? settings.read() : null,
    ]);
    tell({
      merged, articles: read.flatMap((each) => (each.ok && each.value ? [summariseArticle(each.value)] : [])),
      ...(tags?.ok && tags.value ? { tags: tags.value.tags } : {}), ...(look?.ok && look.value ? { settings: parseSettings(look.value) } : {}),
    });
  }
  workings.merges.follow((merged) => void tellMerged(merged));

  async function merge(): Promise<readonly MergeReport[]> {
    const reports = mayWrite() ? await mergeConflictCopies(workings, documentAt) : [];
    // What was merged is told as it happens; what can't be read is told with this.
    tell({});
    return reports;
  }

  return {
    mergeCopies: () => (last = last.then(merge)),
    settle: () => last,
  };
}
