import { join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { type ArticleId, asArticleId } from '../../core/base/ids.ts';
import type { Result } from '../../core/base/result.ts';
import { type LibraryChange, type LibraryEvent, noChange } from '../../core/library/events.ts';
import type { Catalog } from './catalog.ts';
import type { Entry } from './catalog-file.ts';
import { faultOfRead } from './disk-faults.ts';
import { articleRef } from './document-refs.ts';
import { errorCode } from './file-system.ts';
import { type LookThreads, makeLooking } from './look.ts';
import type { Look } from './look-calls.ts';
import type { Workings } from './stored-document.ts';

/** So many documents to read are worth telling how far it has come. */
const TOLD_FROM = 100;
/** Absence is not a deletion: when more than one document and more than this share goes at once, something has happened that is not ours to take in. */
const VANISHED_AT_MOST = 1;
const VANISHED_SHARE_AT_MOST = 0.2;

type Ports = {
  readonly workings: Workings;
  readonly catalog: Catalog;
  /** Reads a document, and the catalog learns of it. */
  readonly glance: (id: ArticleId) => Promise<Result<Article | null>>;
  /** Takes in what was found in a document; false where somebody here holds it, so that it is to be read by them. */
  readonly take: (id: ArticleId, entry: Entry) => boolean;
  readonly threads: LookThreads | null;
  readonly tell: (event: LibraryEvent) => void;
  /** The file that the catalog is kept in. */
  readonly catalogPath: string | null;
};

export type Survey = {
  /** Makes the whole catalog. Nothing but its progress is told: nobody has seen anything yet. */
  first(): Promise<void>;
  /** Compares the whole folder with the catalog and takes in what differs. */
  all(): Promise<void>;
  /** The same for those documents alone. */
  some(ids: readonly ArticleId[]): Promise<void>;
  /** The same for the whole folder; what is not there any more is meant to be gone, however much it is. */
  letVanish(): Promise<void>;
  /** Another program's change that was come upon; told with the survey under way, or at once. */
  foundChange(change: Partial<LibraryChange>): void;
  /** Ends the survey under way where it stands. */
  stop(): void;
};

type Folder = { readonly kind: 'read'; readonly ids: readonly ArticleId[] } | { readonly kind: 'missing' | 'unreadable' };

/** The articles that the folder has documents of. Files of other names (a sync client's copies) are let lie. */
async function readFolder({ disk, folder, damage }: Workings): Promise<Folder> {
  try {
    const names = await disk.files.readFolder(join(folder, 'articles'));
    damage.clear('articles');
    return { kind: 'read', ids: names.flatMap((name) => idOf(name) ?? []) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing' };
    damage.note('articles', faultOfRead(error, 'articles'));
    return { kind: 'unreadable' };
  }
}

/** The article that a file in the folder is the document of. */
export function idOf(name: string): ArticleId | null {
  return name.endsWith('.json') ? asArticleId(name.slice(0, -'.json'.length)) : null;
}

const goneOf = (looks: ReadonlyMap<ArticleId, Look>): readonly ArticleId[] => [...looks].flatMap(([id, { isGone }]) => (isGone ? [id] : []));

export function makeSurvey({ workings, catalog, glance, take, threads, tell, catalogPath }: Ports): Survey {
  const { damage, shownAs } = workings;
  const looking = makeLooking(workings, threads);
  // Documents that can't be used, as they stood when they were last tried.
  const unusable = new Map<ArticleId, string>();
  const changed = new Map<ArticleId, ArticleSummary>();
  const gone = new Set<ArticleId>();
  let isStopped = false;
  /** True while somebody has said that what is gone is meant to be. */
  let isMeant = false;
  let depth = 0;
  let damageTold = '[]';
  let pending: Partial<LibraryChange> = {};

  function tellChange(): void {
    const damaged = damage.list();
    const isDamageNew = JSON.stringify(damaged) !== damageTold;
    damageTold = JSON.stringify(damaged);
    const change: LibraryChange = { ...noChange, ...pending, articles: [...changed.values()], gone: [...gone], damaged: isDamageNew ? damaged : null, isOutside: true };
    const isNews = changed.size > 0 || gone.size > 0 || isDamageNew || Object.keys(pending).length > 0;
    changed.clear();
    gone.clear();
    pending = {};
    if (isNews) tell({ kind: 'library-changed', change });
  }

  function leaveOut(id: ArticleId): void {
    changed.delete(id);
    if (catalog.remove(id)) gone.add(id);
  }

  async function read(id: ArticleId): Promise<void> {
    const found = await glance(id);
    if (found.ok) unusable.delete(id);
    // A disk that does not give a document today may give it tomorrow: it stays in the list.
    else if (found.fault.code === 'document-unreadable') damage.note(articleRef(id).file, found.fault);
    else {
      const { stamp } = await looking.stampOf(id);
      if (stamp !== null) unusable.set(id, stamp);
      leaveOut(id);
    }
  }

  /** Reads those whose files are not as the catalog has them, and answers those that have none. */
  async function compare(ids: readonly ArticleId[]): Promise<readonly ArticleId[]> {
    // One that nobody knows yet has to be read however it stands.
    const isKnown = (id: ArticleId) => catalog.find(id) !== null || unusable.has(id);
    const { known = [], unknown = [] } = Object.groupBy(ids, (id) => (isKnown(id) ? 'known' : 'unknown'));
    const looks = await looking.stampsOf(known);
    const isDifferent = (id: ArticleId, stamp: string) => stamp !== catalog.find(id)?.stamp && stamp !== unusable.get(id);
    const differing = [...[...looks].flatMap(([id, { stamp }]) => (stamp !== null && isDifferent(id, stamp) ? [id] : [])), ...unknown];
    let done = 0;
    const tellProgress = () => {
      if (differing.length >= TOLD_FROM && done % TOLD_FROM === 0) tell({ kind: 'library-reading', done, total: differing.length });
    };
    tellProgress();
    await looking.readEach(differing, async (id, entry) => {
      if (entry && take(id, entry)) unusable.delete(id);
      else await read(id);
      done += 1;
      tellProgress();
    });
    if (differing.length >= TOLD_FROM) tell({ kind: 'library-reading', done: differing.length, total: differing.length });
    return goneOf(looks);
  }

  /** A name that leads to no file, and goes on being there, is a link whose file is gone: not an absence, but something to tell. */
  async function noteDeadLinks(present: ReadonlySet<ArticleId>): Promise<void> {
    const fileOf = (id: ArticleId) => articleRef(id).file;
    for (const { file, fault } of damage.list()) if (fault.code === 'document-unreadable' && fault.reason === 'dead-link' && ![...present].some((id) => fileOf(id) === file)) damage.clear(file);
    const silent = [...present].filter((id) => catalog.find(id) === null && damage.find(fileOf(id)) === null);
    // One that is being written has a file and is not in the catalog yet.
    const dead = goneOf(await looking.stampsOf(silent));
    const again = dead.length > 0 && !isStopped ? await readFolder(workings) : null;
    for (const id of dead) if (again?.kind === 'read' && again.ids.includes(id)) damage.note(fileOf(id), { code: 'document-unreadable', file: fileOf(id), reason: 'dead-link' });
  }

  function takeVanished(vanished: readonly ArticleId[], isFolderMissing: boolean): void {
    const total = catalog.ids().length;
    if (isMeant) damage.clear('articles');
    const isTooMuch = vanished.length > VANISHED_AT_MOST && vanished.length > total * VANISHED_SHARE_AT_MOST;
    if (!isMeant && (isTooMuch || (isFolderMissing && vanished.length > 0))) damage.note('articles', { code: 'documents-vanished', folder: shownAs, count: vanished.length, total, catalog: catalogPath });
    else vanished.forEach(leaveOut);
  }

  async function surveyAll(): Promise<void> {
    const found = await readFolder(workings);
    if (found.kind === 'unreadable') return;
    const present = new Set(found.kind === 'read' ? found.ids : []);
    await compare([...present]);
    await noteDeadLinks(present);
    const missing = catalog.ids().filter((id) => !present.has(id));
    const gone = goneOf(await looking.stampsOf(missing));
    if (!isStopped) takeVanished(gone, found.kind === 'missing');
  }

  async function surveying(work: () => Promise<void>): Promise<void> {
    depth += 1;
    try {
      await work();
    } finally {
      depth -= 1;
      if (depth === 0 && !isStopped) tellChange();
    }
  }

  return {
    first: () => surveying(async () => {
      await surveyAll();
      changed.clear();
      gone.clear();
      damageTold = JSON.stringify(damage.list());
    }),
    all: () => surveying(surveyAll),
    letVanish: () => surveying(async () => {
      isMeant = true;
      await surveyAll().finally(() => (isMeant = false));
    }),
    some: (ids) => surveying(async () => {
      const vanished = await compare(ids);
      // One that is gone may be the first of many, and only a look at all of them shows how many.
      if (vanished.some((id) => catalog.find(id) !== null)) await surveyAll();
    }),
    foundChange({ articles = [], gone: left = [], merged = [], ...other }) {
      for (const summary of articles) {
        gone.delete(summary.id);
        changed.set(summary.id, summary);
      }
      for (const id of left) gone.add(id);
      pending = { ...pending, ...other, ...(merged.length > 0 ? { merged: [...(pending.merged ?? []), ...merged] } : {}) };
      if (depth === 0 && !isStopped) tellChange();
    },
    stop() {
      isStopped = true;
      looking.stop();
    },
  };
}
