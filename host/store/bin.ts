import type { Article } from '../../core/article/article.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { BIN_DAYS } from '../../core/library/bin.ts';
import type { Clock, LibraryStore } from '../../core/library/ports.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

type Binned = Pick<Article, 'binnedAt'>;

type Ports = {
  readonly clock: Clock;
  readonly summaries: () => Promise<Awaited<ReturnType<LibraryStore['listSummaries']>>['summaries']>;
  /** Takes an article away, into the history, if its present value may go; answers whether it went. */
  readonly retire: (id: ArticleId, mayGo: (article: Article) => boolean) => Promise<Result<boolean>>;
  readonly onGone: (id: ArticleId) => void;
};

export type Bin = {
  /** Takes articles of the bin away for good, and answers those that went. One that the history can't take stays. */
  letGo(ids: readonly ArticleId[]): Promise<Result<readonly ArticleId[]>>;
  /** The same, once, for all that lie there too long; answers how many. */
  purge(): Promise<number>;
  /** Resolves when no purge is under way. */
  settle(): Promise<void>;
};

export function makeBin({ clock, summaries, retire, onGone }: Ports): Bin {
  let purging: Promise<number> | null = null;

  async function letGo(ids: readonly ArticleId[], mayGo: (article: Binned) => boolean): Promise<Result<readonly ArticleId[]>> {
    const gone: ArticleId[] = [];
    let fault: Fault | null = null;
    for (const id of ids) {
      const went = await retire(id, mayGo);
      if (!went.ok) fault = went.fault;
      else if (went.value) {
        gone.push(id);
        onGone(id);
      }
    }
    return fault && gone.length === 0 ? fail(fault) : succeed(gone);
  }

  async function purge(): Promise<number> {
    const before = clock.nowMs() - BIN_DAYS * DAY_MS;
    const isOver = ({ binnedAt }: Binned) => binnedAt !== null && Date.parse(binnedAt) < before;
    const gone = await letGo((await summaries()).filter(isOver).map(({ id }) => id), isOver);
    return gone.ok ? gone.value.length : 0;
  }

  return {
    letGo: (ids) => letGo(ids, ({ binnedAt }) => binnedAt !== null),
    purge: () => (purging ??= purge()),
    settle: async () => void (await purging),
  };
}
