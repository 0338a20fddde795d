import { join } from 'node:path';
import type { ArticleId } from '../../core/base/ids.ts';
import type { AskWorkerOptions } from '../ask-worker.ts';
import { type Entry, stampText } from './catalog-file.ts';
import { articleRef } from './document-refs.ts';
import { errorCode } from './file-system.ts';
import { makeLimit } from './limit.ts';
import type { Look } from './look-calls.ts';
import { type Lookers, makeLookers } from './lookers.ts';
import type { Workings } from './stored-document.ts';

/** Half of what the store does at once: a save never waits for a look through the folder. */
const TASKS_AT_ONCE = 4;
/** Fewer documents are looked at sooner than a thread has started. */
const WORTH_THREADS = 500;

export type LookThreads = Omit<AskWorkerOptions, 'data'>;

/** Looks at documents of articles: in threads where they are many and there are threads, else here. */
export type Looking = {
  stampOf(id: ArticleId): Promise<Look>;
  stampsOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Look>>;
  /** Tells of each document what the catalog needs, or null where it is for the caller to read. */
  readEach(ids: readonly ArticleId[], tell: (id: ArticleId, entry: Entry | null) => Promise<void>): Promise<void>;
  /** Ends what is under way; what was not looked at by then is not. */
  stop(): void;
};

export function makeLooking({ disk, folder }: Pick<Workings, 'disk' | 'folder'>, threads: LookThreads | null): Looking {
  const limit = makeLimit(TASKS_AT_ONCE);
  const open = new Set<Lookers>();
  let isStopped = false;

  async function stampOf(id: ArticleId): Promise<Look> {
    try {
      return { stamp: stampText(await disk.files.stat(join(folder, articleRef(id).file))), isGone: false };
    } catch (error) {
      if (errorCode(error) === null) throw error;
      return { stamp: null, isGone: errorCode(error) === 'ENOENT' };
    }
  }

  async function withThreads<T>(work: (lookers: Lookers) => Promise<T>, options: LookThreads): Promise<T> {
    const lookers = makeLookers({ ...options, data: folder });
    open.add(lookers);
    try {
      return await work(lookers);
    } finally {
      open.delete(lookers);
      await lookers.close();
    }
  }

  const unlessStopped = (task: () => Promise<void>) => limit(async () => (isStopped ? undefined : task()));

  async function stampsOf(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Look>> {
    const looks = new Map<ArticleId, Look>();
    const lookHere = async (some: readonly ArticleId[]) => {
      await Promise.all(some.map((id) => unlessStopped(async () => void looks.set(id, await stampOf(id)))));
    };
    if (threads === null || ids.length < WORTH_THREADS) await lookHere(ids);
    else await withThreads((lookers) => lookers.ask('stamps', ids, (some, found) => {
      found?.forEach((look, index) => some[index] && looks.set(some[index], look));
      return found ? undefined : lookHere(some);
    }), threads);
    return looks;
  }

  async function readEach(ids: readonly ArticleId[], tell: (id: ArticleId, entry: Entry | null) => Promise<void>): Promise<void> {
    const tellEach = async (some: readonly ArticleId[], entries: readonly (Entry | null)[] | null) => {
      await Promise.all(some.map((id, index) => unlessStopped(() => tell(id, entries?.[index] ?? null))));
    };
    if (threads === null || ids.length < WORTH_THREADS) await tellEach(ids, null);
    else await withThreads((lookers) => lookers.ask('entries', ids, tellEach), threads);
  }

  return {
    stampOf, stampsOf, readEach,
    stop() {
      isStopped = true;
      for (const lookers of open) void lookers.close();
    },
  };
}
