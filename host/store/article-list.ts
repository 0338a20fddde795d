import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Result } from '../../core/base/result.ts';
import type { LibraryChange, LibraryEvent } from '../../core/library/events.ts';
import { makeCatalog } from './catalog.ts';
import type { CatalogPlace, Entry } from './catalog-file.ts';
import { articleRef } from './document-refs.ts';
import type { LookThreads } from './look.ts';
import { shareRuns } from './share-runs.ts';
import type { Sighting, Workings } from './stored-document.ts';
import { idOf, makeSurvey } from './survey.ts';
import { type Burst, watchLibrary } from './watch-library.ts';

/** How the list of a library is kept. */
export type ListOptions = {
  /** Where its catalog is; null where none is kept. */
  readonly place: CatalogPlace | null;
  readonly isWritable: boolean;
  /** True for a library that stays open: its list is answered at once, then checked, and watched. False: it is checked before every answer. */
  readonly isLasting: boolean;
  /** Threads for looking at many documents; null where none are to be had. */
  readonly threads: LookThreads | null;
  /** What else is done in the folder before it is first looked at; null where nothing is. */
  readonly tidy: (() => Promise<void>) | null;
};

type Ports = {
  readonly glance: (id: ArticleId) => Promise<Result<Article | null>>;
  readonly isTakenUp: (id: ArticleId) => boolean;
  readonly tell: (event: LibraryEvent) => void;
  /** Other programs changed files in the folder. */
  readonly onBurst: (burst: Burst) => void;
};

/** The list of a library's articles: a catalog, and what keeps it true to the folder. */
export type ArticleList = {
  summaries(): Promise<readonly ArticleSummary[]>;
  rescan(): Promise<void>;
  /** Looks again, and takes what is not there any more out of the list, however much it is. */
  letVanish(): Promise<void>;
  note(id: ArticleId, sighting: Sighting<Article>): void;
  /** Leaves out an article that was taken away on purpose, and tells of it. */
  leaveOut(id: ArticleId): void;
  foundChange(change: Partial<LibraryChange>): void;
  /** Ends every look at the folder. */
  stop(): Promise<void>;
  /** Keeps the catalog. */
  close(): Promise<void>;
};

export function makeArticleList(workings: Workings, { place, isWritable, isLasting, threads, tidy }: ListOptions, ports: Ports): ArticleList {
  const { disk, folder, damage } = workings;
  const catalog = makeCatalog(disk, place, isWritable);
  const survey = makeSurvey({ workings, catalog, threads, take, glance: ports.glance, tell: ports.tell, catalogPath: place?.path ?? null });
  const rescan = shareRuns(() => (isStopped ? Promise.resolve() : survey.all()));
  let isStopped = false;
  let isMade = false;
  let opening: Promise<void> | null = null;
  let lookedAround: Promise<void> = Promise.resolve();
  let lastLook: Promise<unknown> = Promise.resolve();
  let unwatch: () => void = () => undefined;

  function take(id: ArticleId, entry: Entry): boolean {
    if (ports.isTakenUp(id)) return false;
    damage.clear(articleRef(id).file);
    const changed = catalog.take(id, entry);
    if (changed) survey.foundChange({ articles: [changed] });
    return true;
  }

  function takeIn(burst: Burst): void {
    const { articles } = burst;
    const ids = articles === null ? null : [...articles].flatMap((name) => idOf(name) ?? []);
    if (ids === null) lastLook = rescan();
    else if (ids.length > 0) lastLook = survey.some(ids);
    ports.onBurst(burst);
  }

  function startWatching(): void {
    if (isLasting && !isStopped) unwatch = watchLibrary(disk.files, folder, takeIn);
  }

  /** Nobody who waits for the list waits for this. */
  async function lookAround(): Promise<void> {
    await setImmediate();
    if (isStopped) return;
    // From before the first look on, so that no change falls between the two.
    if (!isMade) startWatching();
    await tidy?.();
    if (!isMade) await rescan();
  }

  async function open(): Promise<void> {
    isMade = !(await catalog.load());
    if (isMade) {
      startWatching();
      await survey.first();
    }
    if (isLasting) lookedAround = lookAround();
  }

  return {
    async summaries() {
      const isFirst = opening === null;
      await (opening ??= open());
      if (!isLasting && !(isFirst && isMade)) await rescan();
      return catalog.summaries();
    },
    async rescan() {
      await (opening ??= open());
      await rescan();
    },
    async letVanish() {
      await (opening ??= open());
      await survey.letVanish();
    },
    note(id, sighting) {
      const changed = catalog.note(id, sighting);
      if (changed) survey.foundChange({ articles: [changed] });
    },
    leaveOut(id) {
      if (catalog.remove(id)) survey.foundChange({ gone: [id] });
    },
    foundChange: survey.foundChange,
    async stop() {
      isStopped = true;
      unwatch();
      survey.stop();
      await opening;
      await Promise.all([lookedAround, lastLook, rescan()]);
    },
    close: catalog.close,
  };
}
