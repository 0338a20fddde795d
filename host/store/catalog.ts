import { dirname } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import { type ArticleSummary, summariseArticle } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { type CatalogPlace, type Entries, type Entry, readCatalog, stampText, writeCatalog } from './catalog-file.ts';
import { type Disk, sweepTemporaryFiles } from './durable-file.ts';
import { isAlive } from './processes.ts';
import { errorCode } from './file-system.ts';
import { shareRuns } from './share-runs.ts';
import type { Sighting } from './stored-document.ts';

/** A catalog is kept this long after its last change: keeping it at every save would cost more than the save. */
const KEEP_AFTER_MS = 2_000;

/**
 * What the library list shows, derived from the documents and disposable. It learns from every look at a document
 * and every write; it is kept outside the library, per machine, so that opening a library need not read documents.
 */
export type Catalog = {
  /** Takes in what was kept; false where there is nothing that can be used. */
  load(): Promise<boolean>;
  summaries(): readonly ArticleSummary[];
  find(id: ArticleId): Entry | null;
  ids(): readonly ArticleId[];
  /** Takes in what was seen of a document. Answers its summary when another program changed it. */
  note(id: ArticleId, sighting: Sighting<Article>): ArticleSummary | null;
  /** The same, of what was found by one who does not hold it. */
  take(id: ArticleId, entry: Entry): ArticleSummary | null;
  /** Leaves a document out. False where it was not in. */
  remove(id: ArticleId): boolean;
  /** Keeps what is not kept yet, and keeps nothing more. */
  close(): Promise<void>;
};

/** `place` is null for a catalog that is not kept: one of a library that is only read, or of no known machine. */
export function makeCatalog(disk: Disk, place: CatalogPlace | null, isKept: boolean): Catalog {
  let entries: Entries = new Map();
  let timer: NodeJS.Timeout | null = null;

  async function sweep({ path }: CatalogPlace): Promise<void> {
    try {
      await sweepTemporaryFiles(disk, dirname(path), isAlive);
    } catch (error) {
      if (errorCode(error) === null) throw error;
    }
  }

  const keep = shareRuns(async () => {
    if (place === null) return;
    await sweep(place);
    await writeCatalog(disk, place, entries);
  });

  function noteChange(): void {
    if (!isKept || place === null) return;
    if (timer) timer.refresh();
    else timer = setTimeout(() => {
      timer = null;
      void keep();
    }, KEEP_AFTER_MS).unref();
  }

  function take(id: ArticleId, entry: Entry): ArticleSummary | null {
    const known = entries.get(id);
    const isSame = known?.sha256 === entry.sha256;
    if (isSame && known.stamp === entry.stamp) return null;
    entries.set(id, entry);
    noteChange();
    return isSame ? null : entry.summary;
  }

  return {
    async load() {
      const kept = place && (await readCatalog(disk, place));
      if (kept === null) return false;
      // What was saved in the meantime is newer than what was kept.
      for (const [id, entry] of entries) kept.set(id, entry);
      entries = kept;
      return true;
    },
    summaries: () => Array.from(entries.values(), ({ summary }) => summary),
    find: (id) => entries.get(id) ?? null,
    ids: () => [...entries.keys()],
    note(id, { value, seen, isOwn }) {
      if (value === null || seen === null) return null;
      const known = entries.get(id);
      const summary = known?.sha256 === seen.hash ? known.summary : summariseArticle(value);
      const changed = take(id, { summary, stamp: stampText(seen.stamp), sha256: seen.hash });
      return isOwn ? null : changed;
    },
    take,
    remove(id) {
      const isIn = entries.delete(id);
      if (isIn) noteChange();
      return isIn;
    },
    async close() {
      if (timer) {
        clearTimeout(timer);
        await keep();
      }
    },
  };
}
