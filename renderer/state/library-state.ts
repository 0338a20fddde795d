import { createStore } from 'zustand/vanilla';
import type { Client } from '../../core/api/contract.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault, FaultCode } from '../../core/base/fault.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { LibraryChange } from '../../core/library/events.ts';
import type { Overview } from '../../core/library/library.ts';
import type { BackupState, HandoverState, WatchState } from '../../core/library/ports.ts';
import type { SettingsChange } from '../../core/library/settings.ts';

/** The library as this window last heard of it. */
export type LibraryState = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly fault: Fault } | { readonly kind: 'ready'; readonly overview: Overview };

type LibraryStoreState = {
  readonly library: LibraryState;
  /** Settings changed on the screen that are to be saved next, together. */
  readonly unsent: SettingsChange;
  readonly isSendingSettings: boolean;
  /** Why settings could not be saved when that was tried last; it is tried again. */
  readonly settingsFault: Fault | null;
  readonly nextTry: ReturnType<typeof setTimeout> | undefined;
  /** How far the host has come with reading documents; null while it reads none. */
  readonly reading: Reading | null;
  /** How many had come in from the watched folder when it was told last, and how many of those are still to be said. */
  readonly watchedBefore: number;
  readonly untoldWatched: number;
  /** Counts the changes after which a search may find something else. */
  readonly searchedRev: number;
  /** Changes told while the library is being loaded, which what is loaded may lack; null while it is not. */
  readonly early: readonly LibraryChange[] | null;
};
export type Reading = { readonly done: number; readonly total: number };

export function makeLibraryStore() {
  return createStore<LibraryStoreState>(() => ({ library: { kind: 'loading' }, unsent: {}, isSendingSettings: false, settingsFault: null, nextTry: undefined, reading: null, watchedBefore: 0, untoldWatched: 0, searchedRev: 0, early: [] }));
}
export type LibraryStateStore = ReturnType<typeof makeLibraryStore>;

export function overviewOf(store: LibraryStateStore): Overview | null {
  const { library } = store.getState();
  return library.kind === 'ready' ? library.overview : null;
}

/** Those articles as the list has them, in that order; what the library does not have is left out. */
export function summariesOf(store: LibraryStateStore, ids: Iterable<ArticleId>): readonly ArticleSummary[] {
  const byId = new Map(overviewOf(store)?.articles.map((article) => [article.id, article]));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** An overview with the settings as the screen has them, where they are not saved yet. */
function withUnsent(overview: Overview, { unsent }: Pick<LibraryStoreState, 'unsent'>): Overview {
  return Object.keys(unsent).length === 0 ? overview : { ...overview, settings: { ...overview.settings, ...setOnes(unsent) } };
}

/** Takes the library anew from the host. What is shown already stays where that fails. */
export async function loadLibrary(store: LibraryStateStore, client: Client): Promise<void> {
  store.setState(({ early }) => ({ early: early ?? [] }));
  const overview = await client.library.overview({});
  const { early, library, searchedRev } = store.getState();
  if (overview.ok) store.setState({ library: { kind: 'ready', overview: withUnsent((early ?? []).reduce(withChange, overview.value), store.getState()) }, searchedRev: library.kind === 'ready' ? searchedRev + 1 : searchedRev });
  else if (library.kind !== 'ready') store.setState({ library: { kind: 'failed', fault: overview.fault } });
  store.setState({ early: null });
}

function replaceArticles(old: readonly ArticleSummary[], changed: readonly ArticleSummary[]): readonly ArticleSummary[] {
  const byId = new Map(changed.map((article) => [article.id, article]));
  const known = new Set(old.map((article) => article.id));
  return [...old.map((article) => byId.get(article.id) ?? article), ...changed.filter((article) => !known.has(article.id))];
}

/** How far an article is read is nothing that is searched for, and changes with every page. */
function isSearchedAlike(a: ArticleSummary | undefined, b: ArticleSummary): boolean {
  return a !== undefined && JSON.stringify({ ...a, progress: 0 }) === JSON.stringify({ ...b, progress: 0 });
}

/** True for a change after which a search may find something else. */
function isSearched({ articles }: Overview, change: LibraryChange): boolean {
  if (change.gone.length > 0 || change.tags || change.collections) return true;
  const known = new Map(change.articles.length > 0 ? articles.map((article) => [article.id, article]) : []);
  return change.articles.some((article) => change.isOutside || !isSearchedAlike(known.get(article.id), article));
}

function withChange(overview: Overview, { articles, gone, tags, collections, searches, settings, damaged, merged }: LibraryChange): Overview {
  const replaced = articles.length > 0 ? replaceArticles(overview.articles, articles) : overview.articles;
  const left = gone.length > 0 ? replaced.filter(({ id }) => !gone.includes(id)) : replaced;
  return { ...overview, articles: left, tags: tags ?? overview.tags, collections: collections ?? overview.collections, searches: searches ?? overview.searches, settings: settings ?? overview.settings, damaged: damaged ?? overview.damaged, merged: merged.length > 0 ? [...overview.merged, ...merged] : overview.merged };
}

/** Takes in what the host told of a change. */
export function applyChange(store: LibraryStateStore, change: LibraryChange): void {
  const { library, early } = store.getState();
  if (library.kind === 'ready') {
    const searchedRev = store.getState().searchedRev + (isSearched(library.overview, change) ? 1 : 0);
    store.setState({ library: { kind: 'ready', overview: withUnsent(withChange(library.overview, change), store.getState()) }, searchedRev });
  }
  if (early) store.setState({ early: [...early, change] });
}

/** Shows how far the host has come with reading, for as long as it reads. */
export function showReading(store: LibraryStateStore, { done, total }: Reading): void {
  store.setState({ reading: done < total ? { done, total } : null });
}

/** Shows how the backups stand. Answers what went wrong with them, if that is news. */
export function showBackup(store: LibraryStateStore, backup: BackupState): Fault | null {
  const overview = overviewOf(store);
  if (!overview) return null;
  store.setState({ library: { kind: 'ready', overview: { ...overview, backup } } });
  return JSON.stringify(backup.fault) === JSON.stringify(overview.backup?.fault ?? null) ? null : backup.fault;
}

/** Shows how it stands with the watched folder. Answers how many came in that nobody was told of, once no more do. */
export function showWatch(store: LibraryStateStore, watch: WatchState): number {
  const overview = overviewOf(store);
  if (!overview) return 0;
  const { untoldWatched, watchedBefore } = store.getState();
  const fresh = untoldWatched + Math.max(0, watch.cameIn - watchedBefore);
  store.setState({ library: { kind: 'ready', overview: { ...overview, watch } }, watchedBefore: watch.cameIn, untoldWatched: watch.isUnderWay ? fresh : 0 });
  return watch.isUnderWay ? 0 : fresh;
}

/** Shows which browsers may hand over pages. */
export function showHandover(store: LibraryStateStore, handover: HandoverState): void {
  const overview = overviewOf(store);
  if (overview) store.setState({ library: { kind: 'ready', overview: { ...overview, handover } } });
}

const setOnes = (change: SettingsChange) => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** What a library refuses for what it says; trying again would not help. */
const REFUSALS: readonly FaultCode[] = ['input-invalid', 'call-unknown'];
const RETRY_AFTER_MS = 5_000;

/** Saves what is not saved, if it can. What fails is kept and tried again; a library that can only be read keeps it for when it can be written. */
async function sendSettings(store: LibraryStateStore, client: Client): Promise<void> {
  for (let next = store.getState().unsent; Object.keys(next).length > 0 && overviewOf(store)?.access.kind === 'write'; next = store.getState().unsent) {
    store.setState({ unsent: {} });
    const saved = await client.library.changeSettings(next);
    const isKept = !saved.ok && !REFUSALS.includes(saved.fault.code);
    store.setState(({ unsent }) => ({ unsent: isKept ? { ...next, ...unsent } : unsent, settingsFault: saved.ok ? null : saved.fault }));
    if (!isKept) continue;
    clearTimeout(store.getState().nextTry);
    store.setState({ nextTry: setTimeout(() => void changeSettings(store, client, {}), RETRY_AFTER_MS) });
    return;
  }
}

/** Changes settings at once on the screen, then in the library; a pane that is dragged sends its last width, not every one. What could not be saved goes along with the next change. */
export async function changeSettings(store: LibraryStateStore, client: Client, change: SettingsChange): Promise<void> {
  const overview = overviewOf(store);
  if (!overview) return;
  const set = setOnes(change);
  const { unsent, isSendingSettings } = store.getState();
  store.setState({ library: { kind: 'ready', overview: { ...overview, settings: { ...overview.settings, ...set } } }, unsent: { ...unsent, ...set } });
  if (isSendingSettings) return;
  store.setState({ isSendingSettings: true });
  await sendSettings(store, client).finally(() => store.setState({ isSendingSettings: false }));
}
