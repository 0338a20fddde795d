import { createHash } from 'node:crypto';
import { createContent } from '../../core/article/blocks.ts';
import { type ArticleSummary, summariseArticle } from '../../core/article/summary.ts';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Library, OpenedArticle } from '../../core/library/library.ts';
import type { SearchHit, SearchPort } from '../../core/library/ports.ts';
import { wantedOf } from '../../core/search/query.ts';
import { searchedTexts } from '../../core/search/searched-article.ts';
import { makeAskWorker } from '../ask-worker.ts';
import { matchingOf } from './match-condition.ts';
import { factsOf } from './match-expression.ts';
import type { IndexedArticle, SearchCalls } from './search-calls.ts';

/** Articles that the index takes in at once. */
const BATCH = 16;
/** How often a find begins anew because the index turned out to be damaged. */
const TRIES = 3;

type Followed = Pick<Library, 'overview' | 'open' | 'read' | 'listen'>;

export type Search = SearchPort & {
  /** Which library it searches. Nothing is indexed before `start`, or the first find. */
  follow(library: Followed): void;
  /** Brings the index up to date, in the background: all of it is compared with the library. */
  start(): void;
  close(): Promise<void>;
};

/** Says which state of an article an index has taken in. How far it is read is nothing to search for. */
function stampOf({ progress: _, ...summary }: ArticleSummary): string {
  return createHash('sha256').update(JSON.stringify(summary)).digest('base64url').slice(0, 22);
}

/** An article with its text; one whose text is missing is found by what was written about it. */
async function openAnyhow(library: Followed, id: ArticleId): Promise<Result<OpenedArticle>> {
  const opened = await library.open(id);
  if (opened.ok) return opened;
  const article = await library.read(id);
  return article.ok ? succeed({ article: article.value, content: createContent([]) }) : article;
}

function indexed({ article, content }: OpenedArticle): IndexedArticle {
  return { id: article.id, stamp: stampOf(summariseArticle(article)), texts: searchedTexts(article, content), facts: factsOf(article) };
}

/** Search over a library by an index in `file`, which it keeps up to date in a worker thread. */
export function makeSearch({ file, workerUrl, log }: { file: string; workerUrl: URL; log: (error: unknown) => void }): Search {
  const worker = makeAskWorker<SearchCalls>({ data: file, workerUrl, log });
  const pending = new Set<ArticleId>();
  /** Articles that are not there any more, though the index may have them still. */
  const gone = new Set<ArticleId>();
  let library: Followed | null = null;
  /** The states that the index has; null until it was compared with the library. */
  let stamps: Map<string, string> | null = null;
  let comparing: Promise<boolean> | null = null;
  let beingPut = 0;
  let working: Promise<void> | null = null;
  let stopListening = () => {};

  /** Finds out which articles the index has not taken in as they are. False when it can't be told. */
  async function compare(followed: Followed): Promise<boolean> {
    const [overview, asked] = await Promise.all([followed.overview(), worker.ask('stamps', null)]);
    if (!overview.ok || asked.kind !== 'answer') return false;
    const { articles } = overview.value;
    const ids = new Set<string>(articles.map(({ id }) => id));
    const gone = [...asked.value.keys()].filter((id) => !ids.has(id));
    if (gone.length > 0) await worker.ask('remove', gone);
    for (const article of articles) if (asked.value.get(article.id) !== stampOf(article)) pending.add(article.id);
    stamps = new Map(asked.value);
    return true;
  }

  /** Takes in what is pending. False when the index was lost over it. */
  async function takeIn(followed: Followed): Promise<boolean> {
    while (pending.size > 0) {
      const ids = [...pending].slice(0, BATCH);
      // Before they are read: what is changed meanwhile is pending again.
      ids.forEach((id) => pending.delete(id));
      beingPut = ids.length;
      const isTaken = await putOrRemove(followed, ids).catch((error: unknown) => {
        ids.forEach((id) => pending.add(id));
        throw error;
      }).finally(() => {
        beingPut = 0;
      });
      if (isTaken) continue;
      ids.forEach((id) => pending.add(id));
      stamps = null;
      return false;
    }
    return true;
  }

  /** Takes in those articles as they are now, and takes out those that are no more. False when the index was lost over it. */
  async function putOrRemove(followed: Followed, ids: readonly ArticleId[]): Promise<boolean> {
    const opened = await Promise.all(ids.map((id) => openAnyhow(followed, id)));
    const articles = opened.flatMap((each) => (each.ok ? [indexed(each.value)] : []));
    const gone = ids.filter((_, index) => opened[index]?.ok === false && opened[index].fault.code === 'article-missing');
    if (gone.length > 0 && (await worker.ask('remove', gone)).kind !== 'answer') return false;
    if ((await worker.ask('put', articles)).kind !== 'answer') return false;
    for (const id of gone) stamps?.delete(id);
    for (const { id, stamp } of articles) stamps?.set(id, stamp);
    return true;
  }

  async function bringUpToDate(followed: Followed): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) if ((stamps || (await (comparing = compare(followed)))) && (await takeIn(followed))) return;
  }

  function work(): Promise<void> {
    const followed = library;
    if (!followed) return Promise.resolve();
    working ??= bringUpToDate(followed).catch(log).finally(() => {
      working = null;
    });
    return working;
  }

  return {
    follow(followed) {
      library = followed;
      stopListening = followed.listen((event) => {
        if (event.kind !== 'library-changed') return;
        for (const article of event.change.articles) {
          gone.delete(article.id);
          if (stamps?.get(article.id) !== stampOf(article)) pending.add(article.id);
        }
        for (const id of event.change.gone) {
          gone.add(id);
          if (stamps?.has(id)) pending.add(id);
        }
        if (stamps && pending.size > 0) void work();
      });
    },
    start() {
      // Whatever the index was compared with before: what could not be read then may be there now.
      stamps = null;
      void (working ?? Promise.resolve()).then(work);
    },
    async count({ queries, ...named }) {
      if (!library) return fail({ code: 'search-unavailable' });
      void work();
      if (!stamps) await comparing;
      const totals: number[] = [];
      // One at a time: a search that is being typed never waits for more than one of them.
      for (const query of queries) {
        const counted = await worker.ask('count', matchingOf(query, named));
        if (counted.kind === 'rebuilt') stamps = null;
        if (counted.kind !== 'answer') return fail({ code: 'search-unavailable' });
        totals.push(counted.value);
      }
      return succeed({ totals, pending: pending.size + beingPut });
    },
    async find({ query, limit, offset, isComplete, ...named }) {
      if (!library) return fail({ code: 'search-unavailable' });
      for (let tries = 0; tries < TRIES; tries += 1) {
        const upToDate = work();
        if (isComplete) await upToDate;
        else if (!stamps) await comparing;
        const found = await worker.ask('find', { ...matchingOf(query, named), wanted: wantedOf(query), limit, offset });
        if (found.kind === 'rebuilt') stamps = null;
        if (found.kind !== 'answer') continue;
        const hits = found.value.hits.map(({ id, ...hit }): SearchHit => ({ articleId: articleIdSchema.parse(id), ...hit }));
        // One that went for good while the worker looked leads nowhere.
        return succeed({ hits: hits.filter(({ articleId }) => !gone.has(articleId)), total: found.value.total, pending: pending.size + beingPut });
      }
      return fail({ code: 'search-unavailable' });
    },
    async close() {
      stopListening();
      await worker.close();
      await working;
    },
  };
}
