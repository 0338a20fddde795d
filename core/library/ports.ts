import type { Article } from '../article/article.ts';
import type { Asset, ImageExtension } from '../article/asset.ts';
import type { Content } from '../article/blocks.ts';
import type { Beginning } from '../article/excerpt.ts';
import type { ArticleSummary } from '../article/summary.ts';
import type { ArticleVersion } from '../article/version.ts';
import type { ArticleId } from '../base/ids.ts';
import type { Fault } from '../base/fault.ts';
import type { MergeReport } from '../base/merge-report.ts';
import type { Result } from '../base/result.ts';
import type { ParsedSource, Source } from '../import/source.ts';
import type { Collection, Collections } from '../collection/collection.ts';
import type { Query } from '../search/query.ts';
import type { SavedSearches } from '../search/saved-search.ts';
import type { Snippet } from '../search/snippets.ts';
import type { Codebook, Tag } from '../tag/tag.ts';
import type { LibraryEvent } from './events.ts';
import type { AnySettingsChange, Settings } from './settings.ts';

/** A document or file of the library that could not be read, and where its bytes are kept. */
export type Damage = { readonly file: string; readonly fault: Fault; readonly keptAs: string | null };

/** A document of named records; one without any where there is no document. */
export type RecordDocument<D> = {
  read(): Promise<Result<D>>;
  update<T>(change: (document: D) => Result<{ next: D; answer: T }>): Promise<Result<T>>;
};

/** How far a library can be used: to write, or only to read, with the reason; null where it was opened so on purpose. */
export type Access = { readonly kind: 'write' } | { readonly kind: 'read'; readonly fault: Fault | null };

/**
 * The library on disk. A write resolves when it is durable, and not before; when it fails, the value read
 * afterwards is the last durable one. Changes to one document take effect in the order of the calls.
 */
export type LibraryStore = {
  /** The folder, as a person would write it ("~/Documents/Lectern"). */
  readonly folder: string;
  readonly name: string;
  /** What the list shows of every readable article, and what could not be read. No more is read for it than is new. */
  listSummaries(): Promise<{ readonly summaries: readonly ArticleSummary[]; readonly damaged: readonly Damage[] }>;
  /** Takes in what other programs changed, and resolves when that is done. */
  rescan(): Promise<void>;
  /** The same; documents that are gone are meant to be, however many they are. */
  letVanish?(): Promise<void>;
  /** Told of what other programs changed, and of how far the making of the list has come; never of changes made through this port. */
  listen(listener: (event: LibraryEvent) => void): () => void;
  /** What was merged since the library was opened: copies that sync programs made, and what other programs wrote in the meantime. */
  merges?(): readonly MergeReport[];
  /** Without it, the library can be written. */
  access?(): Access;
  /** Tries to open to write what could only be opened to read, and answers what came of it. */
  reopen?(): Promise<Access>;
  readArticle(id: ArticleId): Promise<Result<Article>>;
  /** Creates the document; an article of that id must not exist. */
  createArticle(article: Article): Promise<Result<void>>;
  /** Changes the document by a pure function of its present value; a fault from the function writes nothing. */
  updateArticle<T>(id: ArticleId, change: (article: Article) => Result<{ next: Article; answer: T }>): Promise<Result<T>>;
  readCodebook(): Promise<Result<Codebook>>;
  updateCodebook<T>(change: (codebook: Codebook) => Result<{ next: Codebook; answer: T }>): Promise<Result<T>>;
  readonly collections: RecordDocument<Collections>;
  readonly searches: RecordDocument<SavedSearches>;
  readSettings(): Promise<Result<Settings>>;
  updateSettings(change: AnySettingsChange): Promise<Result<Settings>>;
  readContent(hash: string): Promise<Result<Content>>;
  /** No more of a content than its first screen shows, around an offset of its projection. */
  readBeginning(hash: string, offset: number): Promise<Result<Beginning>>;
  /** Writes a content under its hash and answers the hash; one that is there is not written again. */
  writeContent(content: Content): Promise<Result<string>>;
  /** Writes the bytes as they came in under their hash and answers the hash. */
  /** The SHA-256 that an original of those bytes is named by. */
  hashOf(bytes: Uint8Array): Promise<string>;
  writeOriginal(bytes: Uint8Array, extension: string): Promise<Result<string>>;
  /** Writes an image under its hash and answers the hash. */
  writeAsset(bytes: Uint8Array, extension: ImageExtension): Promise<Result<string>>;
  /** The bytes of an image, whatever its extension. */
  readAsset(hash: string): Promise<Result<Uint8Array>>;
};

/** The versions of articles that are kept, also of those that are gone. */
export type VersionStore = {
  /** Those that can be read, the latest first; none of an article that never was. */
  list(id: ArticleId): Promise<Result<readonly ArticleVersion[]>>;
  find(id: ArticleId, rev: number | 'present'): Promise<Result<ArticleVersion | null>>;
  /** Makes the document of an article anew that has none; its versions count on. */
  bringBack(article: Article): Promise<Result<void>>;
  /** Takes articles that lie in the bin away for good, their last version safe in the history. Answers those that went. */
  letGo(ids: readonly ArticleId[]): Promise<Result<readonly ArticleId[]>>;
};

/** Reads a source. Never throws; ends by itself within its limits. */
export type Importer = { parse(source: Source): Promise<Result<ParsedSource>> };

/** Fetches from the web, when a person asks for a page and never else. `url` is where the page was found in the end. */
export type Fetcher = {
  fetchPage(address: string): Promise<Result<{ readonly source: Source; readonly url: string }>>;
  /** Null for what is no image that is kept, or can't be had. */
  fetchImage(address: string): Promise<Asset | null>;
};

/** An article that was found, and where in it. */
export type SearchHit = { readonly articleId: ArticleId; readonly title: string; readonly snippets: readonly Snippet[] };

/** What a query names: tags and collections. */
export type Named = { readonly tags: readonly Tag[]; readonly collections: readonly Collection[] };

/** Finds articles; `pending` counts those that it does not know yet. Whoever asks for several pages of hits gets each of them once, as long as nothing changes. */
export type SearchPort = {
  find(request: Named & { readonly query: Query; readonly limit: number; readonly offset: number; readonly isComplete: boolean }): Promise<Result<{ hits: readonly SearchHit[]; total: number; pending: number }>>;
  /** How many articles each query finds. It gives way to whoever finds something meanwhile. */
  count(request: Named & { readonly queries: readonly Query[] }): Promise<Result<{ totals: readonly number[]; pending: number }>>;
};

/** How the daily backups of a library stand. Paths are as a person would write them, `madeAt` is UTC in ISO 8601. */
export type BackupState = {
  readonly folder: string;
  /** False for the usual folder, beside the library. */
  readonly isFolderChosen: boolean;
  readonly latest: { readonly file: string; readonly madeAt: string } | null;
  readonly isUnderWay: boolean;
  /** Why the last attempt made none; null where it did, or none was due. */
  readonly fault: Fault | null;
};

/** Makes backups of the library, by itself and when asked. */
export type BackupPort = {
  state(): BackupState;
  backUpNow(): Promise<Result<BackupState>>;
  /** Sends backups to another folder, a whole path; null is the one beside the library. It counts on this machine alone. */
  chooseFolder(folder: string | null): Promise<Result<BackupState>>;
  /** The settings may say something else of backups now. */
  settingsChanged(): void;
  listen(listener: (state: BackupState) => void): () => void;
};

/** How it stands with the folder whose files come in by themselves. Paths are as a person would write them. */
export type WatchState = {
  /** Null where none is watched. */
  readonly folder: string | null;
  readonly isThere: boolean;
  readonly isUnderWay: boolean;
  /** How many articles and new versions came in since the library was opened or the folder chosen. */
  readonly cameIn: number;
  /** Files that could not come in, the latest first. They are tried again when they change. */
  readonly failed: readonly { readonly name: string; readonly fault: Fault }[];
};

/** Brings in what is put into a folder. */
export type WatchPort = {
  state(): WatchState;
  /** Watches that folder, a whole path; null watches none. It counts on this machine alone. */
  chooseFolder(folder: string | null): Promise<Result<WatchState>>;
  listen(listener: (event: LibraryEvent) => void): () => void;
};

/** A browser whose extension may hand over pages. Times are UTC in ISO 8601; `lastAt` is null where it has handed over none. */
export type PairedBrowser = { readonly id: string; readonly name: string; readonly pairedAt: string; readonly lastAt: string | null };

/** Which browsers may hand over pages. `code` pairs one more, once, until it ends; `extension` is the folder that the browser's extension lies in. */
export type HandoverState = { readonly extension: string; readonly code: { readonly text: string; readonly endsAt: string } | null; readonly browsers: readonly PairedBrowser[] };

/** Takes in pages as the reader of a browser sees them. Browsers are paired with this machine's user, not with one library. */
export type HandoverPort = {
  state(): HandoverState;
  /** Makes a new code, and answers it with the state. */
  begin(): Promise<Result<HandoverState>>;
  forget(id: string): Promise<Result<HandoverState>>;
  listen(listener: (event: LibraryEvent) => void): () => void;
};

/** Time and chance. */
export type Clock = { nowMs(): number };
export type Chance = { bytes(count: number): Uint8Array };
