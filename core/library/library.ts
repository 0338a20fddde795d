import type { Article } from '../article/article.ts';
import { imageTypes, type StoredImage } from '../article/asset.ts';
import type { Content } from '../article/blocks.ts';
import type { Beginning } from '../article/excerpt.ts';
import { projectContent } from '../article/projection.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import { type ArticleId, createArticleId, createCollectionId, createHighlightId, createTagId } from '../base/ids.ts';
import type { MergeReport } from '../base/merge-report.ts';
import type { RecordKind } from '../base/named-record.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Collection } from '../collection/collection.ts';
import type { ExportedFile } from '../export/to-markdown.ts';
import { describeAnchor } from '../highlight/anchor.ts';
import type { Colour } from '../highlight/colour.ts';
import { findQuote } from '../highlight/find-quote.ts';
import { createHighlight, type Highlight } from '../highlight/highlight.ts';
import { readImageHeader } from '../import/image-header.ts';
import type { SavedSearch } from '../search/saved-search.ts';
import type { Tag } from '../tag/tag.ts';
import { type Applied, applyEdits } from './apply-edits.ts';
import { type Edit, isArticleEdit } from './edit.ts';
import { type LibraryEvent, noChange } from './events.ts';
import { type ExportWish, exportNotes } from './export-notes.ts';
import { type CountAnswer, countArticles, findArticles, type SearchAnswer, type SearchRequest } from './find-articles.ts';
import type { Access, BackupPort, BackupState, Chance, Clock, Damage, Fetcher, HandoverPort, HandoverState, Importer, LibraryStore, SearchPort, VersionStore, WatchPort, WatchState } from './ports.ts';
import { type Imports, makeImports } from './imports.ts';
import { recordKindOf } from './record-edit.ts';
import { type Reading, readResumed, resumedIn, withReading } from './resume-reading.ts';
import { tagsNamed } from './tags-named.ts';
import type { AnySettingsChange, Settings, SettingsChange } from './settings.ts';
import { makeVersions, type Versions } from './versions.ts';

export type LibraryPorts = { readonly store: LibraryStore; readonly importer: Importer; readonly fetcher?: Fetcher; readonly clock: Clock; readonly chance: Chance; readonly search?: SearchPort; readonly versions?: VersionStore; readonly backups?: BackupPort; readonly watch?: WatchPort; readonly handover?: HandoverPort; readonly log?: (error: unknown) => void };

/** All that the library screen needs at once. `folder` is the library's folder as a person would write it. */
export type Overview = {
  readonly name: string;
  readonly folder: string;
  readonly articles: readonly ArticleSummary[];
  readonly tags: readonly Tag[];
  readonly collections: readonly Collection[];
  readonly searches: readonly SavedSearch[];
  readonly settings: Settings;
  readonly damaged: readonly Damage[];
  readonly merged: readonly MergeReport[];
  /** Null behind a door that makes no backups. */
  readonly backup: BackupState | null;
  /** Null behind a door that watches no folder. */
  readonly watch: WatchState | null;
  /** Null behind a door that browsers can't hand over to. */
  readonly handover: HandoverState | null;
  readonly access: Access;
};

export type OpenedArticle = { readonly article: Article; readonly content: Content };

/** An article with its text, or where that is long with an excerpt for the first screen; the rest comes with `open`. */
export type BegunArticle = { readonly article: Article } & Beginning;

export type QuoteToHighlight = {
  readonly articleId: ArticleId;
  readonly quote: string;
  readonly occurrence?: number | undefined;
  readonly tags: readonly string[];
  readonly note: string;
  readonly colour: Colour;
};

/** Every use of a library that a door can ask for. Each change is durable before its call is answered. */
export type Library = Imports & {
  overview(): Promise<Result<Overview>>;
  open(id: ArticleId): Promise<Result<OpenedArticle>>;
  /** Opens no more of a long article than its first screen shows. */
  begin(id: ArticleId): Promise<Result<BegunArticle>>;
  read(id: ArticleId): Promise<Result<Article>>;
  /**
   * Applies the edits in order and answers their inverses, in the order that undoes them. A refused edit ends the row; what was done
   * before it is undone. Where the disk or a bug ends it, what was done stays, is told and can be undone; the answer names the rest.
   */
  edit(edits: readonly Edit[]): Promise<Result<Applied>>;
  /** An image that an article shows from the library's own files. What is no image, or too large to be drawn, is not there. */
  readImage(hash: string): Promise<Result<StoredImage>>;
  recordReading(id: ArticleId, reading: Reading): Promise<Result<void>>;
  changeSettings(change: SettingsChange): Promise<Result<Settings>>;
  highlightQuote(request: QuoteToHighlight): Promise<Result<Highlight>>;
  /** The notes of those articles as Markdown, a file for each; without ids, of every article that is not in the bin. */
  exportMarkdown(wish: ExportWish): Promise<Result<readonly ExportedFile[]>>;
  find(request: SearchRequest): Promise<Result<SearchAnswer>>;
  /** How many articles each query finds. */
  count(queries: readonly string[]): Promise<Result<CountAnswer>>;
  readonly versions: Versions;
  /** Makes a backup of the whole library at once. */
  backUp(): Promise<Result<BackupState>>;
  /** Sends this machine's backups of the library to another folder; null is the usual one, beside it. */
  chooseBackupFolder(folder: string | null): Promise<Result<BackupState>>;
  /** Brings in by itself what is put into that folder; null ends it. */
  chooseWatchFolder(folder: string | null): Promise<Result<WatchState>>;
  /** Makes a code that pairs a browser. */
  pairBrowser(): Promise<Result<HandoverState>>;
  forgetBrowser(id: string): Promise<Result<HandoverState>>;
  /** Takes articles that lie in the bin away for good; only the history keeps their last version. Answers those that went. */
  deleteForGood(ids: readonly ArticleId[]): Promise<Result<readonly ArticleId[]>>;
  /** Takes in what other programs changed while nobody watched; what it finds is told. */
  rescan(): Promise<Result<void>>;
  /** Takes documents out of the list that are gone from the folder, however many they are. */
  letVanish(): Promise<Result<void>>;
  access(): Access;
  /** Tries to open for writing a library that could only be read, and answers what came of it. */
  reopen(): Promise<Result<Access>>;
  listen(listener: (event: LibraryEvent) => void): () => void;
};

/** The records of those kinds as they are now; null of a kind that is not asked for or can't be read. */
async function readRecords(store: LibraryStore, kinds: readonly RecordKind[]) {
  const [codebook, collections, searches] = await Promise.all([
    kinds.includes('tag') ? store.readCodebook() : null,
    kinds.includes('collection') ? store.collections.read() : null,
    kinds.includes('search') ? store.searches.read() : null,
  ]);
  return {
    tags: codebook?.ok ? codebook.value.tags : null,
    collections: collections?.ok ? collections.value.collections : null,
    searches: searches?.ok ? searches.value.searches : null,
  };
}

export function makeLibrary({ store, importer, fetcher, clock, chance, search, versions, backups, watch, log, handover }: LibraryPorts): Library {
  const listeners = new Set<(event: LibraryEvent) => void>();
  const now = () => new Date(clock.nowMs()).toISOString();
  const id = <T>(create: (timeMs: number, bytes: Uint8Array) => T) => create(clock.nowMs(), chance.bytes(10));

  /** Tells of changed articles, and of the kinds of records that changed. */
  async function tell(articleIds: readonly ArticleId[], kinds: readonly RecordKind[] = []): Promise<void> {
    if (listeners.size === 0) return;
    const read = await Promise.all(articleIds.map((articleId) => store.readArticle(articleId)));
    const articles = read.flatMap((article) => (article.ok ? [summariseArticle(article.value)] : []));
    const change = { ...noChange, articles, ...(await readRecords(store, kinds)) };
    listeners.forEach((listener) => listener({ kind: 'library-changed', change }));
  }

  const make = { now, articleId: () => id(createArticleId), highlightId: () => id(createHighlightId), tagId: () => id(createTagId), collectionId: () => id(createCollectionId) };
  const imports = makeImports({ store, importer, fetcher, make, tell });

  async function overview(): Promise<Result<Overview>> {
    const [codebook, settings, { collections, searches }] = await Promise.all([store.readCodebook(), store.readSettings(), readRecords(store, ['collection', 'search'])]);
    if (!codebook.ok) return codebook;
    if (!settings.ok) return settings;
    // Last, so that no change falls between the list and its answer.
    const { summaries, damaged } = await store.listSummaries();
    return succeed({
      name: store.name, folder: store.folder, articles: summaries, tags: codebook.value.tags, collections: collections ?? [], searches: searches ?? [], settings: settings.value,
      damaged, merged: store.merges?.() ?? [], backup: backups?.state() ?? null, watch: watch?.state() ?? null, handover: handover?.state() ?? null, access: access(),
    });
  }

  const access = (): Access => store.access?.() ?? { kind: 'write' };

  async function open(articleId: ArticleId): Promise<Result<OpenedArticle>> {
    const article = await store.readArticle(articleId);
    if (!article.ok) return article;
    const content = await store.readContent(article.value.content);
    return content.ok ? succeed({ article: resumedIn(article.value, content.value), content: content.value }) : content;
  }

  async function begin(articleId: ArticleId): Promise<Result<BegunArticle>> {
    const read = await store.readArticle(articleId);
    if (!read.ok) return read;
    const article = await readResumed(store, read.value);
    const beginning = await store.readBeginning(article.content, article.position);
    return beginning.ok ? succeed({ article, ...beginning.value }) : beginning;
  }

  async function readImage(hash: string): Promise<Result<StoredImage>> {
    const bytes = await store.readAsset(hash);
    if (!bytes.ok) return bytes;
    // The file may come from elsewhere, by a sync program.
    const header = readImageHeader(bytes.value);
    return header ? succeed({ bytes: bytes.value, mediaType: imageTypes[header.extension] }) : fail({ code: 'content-missing', content: hash });
  }

  async function edit(edits: readonly Edit[]): Promise<Result<Applied>> {
    // An article must not come to name a text that is not there.
    for (const each of edits) {
      const content = each.kind === 'set-content' ? await store.readContent(each.content) : null;
      if (content && !content.ok) return content;
    }
    const applied = await applyEdits({ store, now, ...(log && { log }) }, edits);
    const articleIds = new Set(edits.filter(isArticleEdit).map((each) => each.articleId));
    if (applied.ok) await tell([...articleIds], edits.flatMap((each) => (isArticleEdit(each) ? [] : [recordKindOf(each)])));
    return applied;
  }

  /** For those who can do nothing with half of it: that is undone. */
  async function editWhole(edits: readonly Edit[]): Promise<Result<readonly Edit[]>> {
    const applied = await edit(edits);
    if (!applied.ok) return applied;
    const { undo, unfinished } = applied.value;
    if (unfinished === null) return succeed(undo);
    await edit(undo);
    return fail(unfinished.fault);
  }

  async function bringBack(article: Article): Promise<Result<void>> {
    const made = versions ? await versions.bringBack(article) : succeed(undefined);
    if (made.ok) await tell([article.id]);
    return made;
  }

  async function deleteForGood(ids: readonly ArticleId[]): Promise<Result<readonly ArticleId[]>> {
    const gone = versions ? await versions.letGo(ids) : succeed([]);
    if (gone.ok) listeners.forEach((listener) => listener({ kind: 'library-changed', change: { ...noChange, gone: gone.value } }));
    return gone;
  }

  async function recordReading(articleId: ArticleId, reading: Reading): Promise<Result<void>> {
    const recorded = await store.updateArticle(articleId, (article) => succeed({ next: withReading(article, reading), answer: undefined }));
    if (recorded.ok) await tell([articleId]);
    return recorded;
  }

  const namedTags = (names: readonly string[]) => tagsNamed(store, names, { now, nextId: make.tagId });

  async function changeSettings(change: AnySettingsChange): Promise<Result<Settings>> {
    const changed = await store.updateSettings(change);
    if (change.dailyBackup !== undefined) backups?.settingsChanged();
    return changed;
  }

  async function highlightQuote({ articleId, quote, occurrence, tags: names, note, colour }: QuoteToHighlight): Promise<Result<Highlight>> {
    const opened = await open(articleId);
    if (!opened.ok) return opened;
    const { text } = projectContent(opened.value.content);
    const places = findQuote(text, quote);
    if (places.length === 0) return fail({ code: 'quote-missing', quote });
    if (places.length > 1 && occurrence === undefined) return fail({ code: 'quote-ambiguous', quote, count: places.length });
    const place = places[(occurrence ?? 1) - 1];
    if (!place) return fail({ code: 'occurrence-missing', quote, count: places.length, occurrence: occurrence ?? 1 });
    const tags = await namedTags(names);
    if (!tags.ok) return tags;
    const draft = { anchor: describeAnchor(text, place), colour, note, tags: tags.value.map((tag) => tag.id) };
    const highlight = createHighlight(draft, { id: id(createHighlightId), now: now() });
    const added = await editWhole([{ kind: 'add-highlight', articleId, highlight: { ...highlight, tags: [...highlight.tags] } }]);
    if (added.ok && names.length > 0) await tell([], ['tag']);
    return added.ok ? succeed(highlight) : added;
  }

  return {
    overview, open, begin, read: (articleId) => store.readArticle(articleId), ...imports, edit, readImage, recordReading, highlightQuote,
    exportMarkdown: (wish) => exportNotes(store, wish),
    changeSettings, deleteForGood,
    chooseBackupFolder: async (folder) => (backups ? backups.chooseFolder(folder) : fail({ code: 'call-unknown', path: 'library.useUsualBackupFolder' })),
    backUp: async () => (backups ? backups.backUpNow() : fail({ code: 'call-unknown', path: 'library.backUp' })),
    chooseWatchFolder: async (folder) => (watch ? watch.chooseFolder(folder) : fail({ code: 'call-unknown', path: 'library.stopWatching' })),
    pairBrowser: async () => (handover ? handover.begin() : fail({ code: 'call-unknown', path: 'library.pairBrowser' })),
    forgetBrowser: async (browser) => (handover ? handover.forget(browser) : fail({ code: 'call-unknown', path: 'library.forgetBrowser' })),
    find: (request) => findArticles({ store, clock, search }, request),
    versions: makeVersions({ store, versions: versions && { ...versions, bringBack }, now, edit: editWhole }),
    count: (queries) => countArticles({ store, search }, queries),
    async rescan() {
      await store.rescan();
      return succeed(undefined);
    },
    async letVanish() {
      await store.letVanish?.();
      return succeed(undefined);
    },
    access, reopen: async () => succeed(await (store.reopen?.() ?? access())),
    listen(listener) {
      const unlisten = store.listen(listener);
      const unlistenBackups = backups?.listen((backup) => listener({ kind: 'backup-changed', backup }));
      const unlistenOthers = [watch, handover].map((port) => port?.listen(listener));
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        unlisten();
        unlistenOthers.forEach((stop) => stop?.());
        unlistenBackups?.();
      };
    },
  };
}
