import { z } from 'zod';
import type { Fault } from '../base/fault.ts';
import { type ArticleId, articleIdSchema } from '../base/ids.ts';
import { nameSchema } from '../base/named-record.ts';
import type { Result } from '../base/result.ts';
import { type Article, hashSchema } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import type { ArticleSummary } from '../article/summary.ts';
import type { ListedVersion } from '../article/version.ts';
import type { ExportedFile } from '../export/to-markdown.ts';
import { languages } from '../base/language.ts';
import { stepKinds } from '../base/step-kind.ts';
import { colourSchema } from '../highlight/colour.ts';
import { type Highlight, NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import type { Applied } from '../library/apply-edits.ts';
import { editSchema } from '../library/edit.ts';
import type { LibraryEvent } from '../library/events.ts';
import type { CountAnswer, SearchAnswer } from '../library/find-articles.ts';
import type { Imported } from '../library/imports.ts';
import { knownPolicies } from '../library/known-articles.ts';
import type { BegunArticle, OpenedArticle, Overview } from '../library/library.ts';
import type { NewVersion } from '../library/new-version.ts';
import type { Access, BackupState, HandoverState, WatchState } from '../library/ports.ts';
import { type Settings, settingsChangeSchema, settingsSchema } from '../library/settings.ts';
import type { TakenReadings } from '../library/take-readings.ts';
import type { RestoredVersion } from '../library/versions.ts';
import { QUERY_LENGTH_LIMIT } from '../search/query.ts';
import type { CommandId } from './commands.ts';

/** A call: the parser of its input, and the type of its output, which lives in the type only. */
export type Call<In, Out> = { readonly parse: (raw: unknown) => In; readonly out?: Out };

const call = <Out>() => <Schema extends z.ZodType>(schema: Schema): Call<z.infer<Schema>, Out> => ({ parse: (raw) => schema.parse(raw) });

const nothing = z.strictObject({}).optional();
const articleRef = z.strictObject({ id: articleIdSchema });
/** A handle that the door gave for bytes it holds. Never a path. */
export const uploadHandleSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const importRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), handle: uploadHandleSchema }),
  z.strictObject({ kind: z.literal('paste'), text: z.string().max(4_000_000), mediaType: z.enum(['text/plain', 'text/html']) }),
]);
export type ImportRequest = z.infer<typeof importRequest>;
/** No ids: every article that is not in the bin. */
const exportRequest = z.strictObject({ ids: z.array(articleIdSchema).max(100_000), arrangement: z.enum(['in-order', 'by-tag']) });
const context = z.string().max(1_000);
const resume = z.strictObject({ content: hashSchema, anchor: z.strictObject({ start: z.int(), end: z.int(), exact: z.string().min(1).max(1_000), prefix: context, suffix: context }) });
const reading = z.strictObject({ id: articleIdSchema, progress: z.number().min(0).max(1), position: z.int().min(0), resume: resume.optional() });
const versionRef = z.strictObject({ id: articleIdSchema, rev: z.int().min(1).max(999_999_999) });
const quoteToHighlight = z.strictObject({
  articleId: articleIdSchema,
  quote: z.string().min(1).max(100_000),
  occurrence: z.int().min(1).optional(),
  tags: z.array(nameSchema).max(1_000),
  note: z.string().max(NOTE_LENGTH_LIMIT),
  colour: colourSchema,
});
const searchRequest = z.strictObject({
  query: z.string().max(QUERY_LENGTH_LIMIT),
  limit: z.int().min(1).max(200),
  offset: z.int().min(0).max(1_000_000),
  isTyping: z.boolean().optional(),
  isComplete: z.boolean().optional(),
});

/** Every call that every door answers. A call's name exists here and nowhere else. */
export const contract = {
  library: {
    overview: call<Overview>()(nothing),
    edit: call<Applied>()(z.strictObject({ edits: z.array(editSchema).min(1).max(100_000) })),
    changeSettings: call<Settings>()(settingsChangeSchema.strict()),
    /** Looks for what other programs changed while nobody watched; what is found comes as an event. */
    rescan: call<void>()(nothing),
    /** Says that documents which are gone from the folder are meant to be, however many they are. */
    letVanish: call<void>()(nothing),
    /** Makes a backup of the whole library at once. */
    backUp: call<BackupState>()(nothing),
    /** Sends daily backups to the folder beside the library again. Another one is chosen in the system's dialog alone. */
    useUsualBackupFolder: call<BackupState>()(nothing),
    /** Watches no folder any more. */
    stopWatching: call<WatchState>()(nothing),
    /** Makes a code that pairs a browser, so that it may hand over pages. */
    pairBrowser: call<HandoverState>()(nothing),
    forgetBrowser: call<HandoverState>()(z.strictObject({ id: z.string().max(64) })),
    /** Deletes articles of the bin for good and answers those that went. */
    deleteForGood: call<readonly ArticleId[]>()(z.strictObject({ ids: z.array(articleIdSchema).min(1).max(100_000) })),
    /** For a library that can only be read: tries again to open it for writing. */
    reopen: call<Access>()(nothing),
  },
  articles: {
    open: call<OpenedArticle>()(articleRef),
    /** No more of a long article than its first screen shows. */
    begin: call<BegunArticle>()(articleRef),
    /** The document alone, without the text. */
    read: call<Article>()(articleRef),
    /** Makes an article of a source; of what another program exported it answers a plan alone, for `readings.take`. `known` says what becomes of one that the library has already: unless it is told, nothing but an answer that says so. */
    import: call<Imported>()(z.strictObject({ source: importRequest, known: z.enum(knownPolicies).optional() })),
    /** Fetches a page of the web; an article that came from there gets a new version. */
    importAddress: call<Imported>()(z.strictObject({ url: z.string().min(1).max(8_192) })),
    /** Gives an article a new text, and answers the edits that undo it. */
    importVersion: call<NewVersion>()(z.strictObject({ id: articleIdSchema, source: importRequest })),
    recordReading: call<void>()(reading),
    /** The versions that are kept, the latest first, and what each changed; also of an article that is gone. */
    versions: call<readonly ListedVersion[]>()(articleRef),
    readVersion: call<Article>()(versionRef),
    /** One of the texts that an article has or had, to be compared. */
    readText: call<Content>()(z.strictObject({ id: articleIdSchema, content: hashSchema })),
    /** Makes an earlier version the present one by an ordinary change. An article that is gone comes back. */
    restoreVersion: call<RestoredVersion>()(versionRef),
  },
  readings: {
    /** Takes in what a plan told of, but for the readings of those indexes, as one step. */
    take: call<TakenReadings>()(z.strictObject({ plan: z.string().max(64), skipped: z.array(z.int().min(0)).max(1_000_000) })),
  },
  notes: {
    exportMarkdown: call<readonly ExportedFile[]>()(exportRequest.extend({ names: z.record(z.string(), z.string().max(300)).optional() })),
    highlightQuote: call<Highlight>()(quoteToHighlight),
  },
  search: {
    /** Never refused for how the query is written: it gets its nearest meaning, and a hint. */
    find: call<SearchAnswer>()(searchRequest),
    /** How many articles each query finds, for the list of saved searches. */
    count: call<CountAnswer>()(z.strictObject({ queries: z.array(z.string().max(QUERY_LENGTH_LIMIT)).max(1_000) })),
  },
};

/** Calls that only the desktop app answers, since they reach outside the library. They do not exist over HTTP. */
export const desktopContract = {
  desktop: {
    /** Shows the open dialog and answers a handle for each file chosen; none when it is cancelled. */
    chooseFiles: call<readonly { handle: string; name: string }[]>()(nothing),
    /** Shows a folder dialog and answers a handle for each file in it that can be imported, and the folders that could not be looked into; null when it is cancelled. */
    chooseFolder: call<{ files: readonly { handle: string; name: string }[]; faults: readonly Fault[] } | null>()(nothing),
    /** Shows a save dialog (one file) or a folder dialog (several) and writes the export there; `saved` is 0 when it is cancelled. */
    saveExport: call<{ saved: number; folder: string }>()(exportRequest),
    /** Shows a folder dialog and sends daily backups there; false when it is cancelled. */
    chooseBackupFolder: call<boolean>()(nothing),
    /** Shows a folder dialog and brings in by itself what is put there; false when it is cancelled. */
    chooseWatchFolder: call<boolean>()(nothing),
    /** Shows a save dialog and writes a text there that the library could not take; `saved` is 0 when it is cancelled. */
    saveCopy: call<{ saved: number; folder: string }>()(z.strictObject({ text: z.string().max(8_000_000) })),
    /** Shows a save dialog and prints the article that the window shows into a PDF there; `saved` is 0 when it is cancelled. */
    savePdf: call<{ saved: number; folder: string }>()(articleRef),
    openExternal: call<void>()(z.strictObject({ url: z.string().max(8_192) })),
    /** Names in the menu what undo and redo would do; null where there is nothing to do. */
    showSteps: call<void>()(z.strictObject({ undo: z.enum(stepKinds).nullable(), redo: z.enum(stepKinds).nullable() })),
    /** Shows in the menu the shortcuts that the user changed. */
    showShortcuts: call<void>()(z.strictObject({ shortcuts: settingsSchema.shape.shortcuts })),
    /** Lets menus and dialogs speak the window's language. */
    setLanguage: call<void>()(z.strictObject({ language: z.enum(languages) })),
    setTheme: call<void>()(z.strictObject({ theme: settingsSchema.shape.theme })),
    /** Answers a `flush` event: whether all that was typed is saved, so that the window may close. */
    flushed: call<void>()(z.strictObject({ isSaved: z.boolean() })),
  },
};

type InOf<C> = C extends Call<infer In, unknown> ? In : never;
type OutOf<C> = C extends Call<unknown, infer Out> ? Out : never;

/** The two contracts as one type: what a client can call. */
export type Contract = typeof contract;
export type DesktopContract = typeof desktopContract;

export type PathOf<C> = { [Group in keyof C & string]: `${Group}.${keyof C[Group] & string}` }[keyof C & string];
export type Path = PathOf<Contract> | PathOf<DesktopContract>;

/** A function for every call of a contract. Clients and handlers have the same shape, on either side of the wire. */
export type ClientOf<C> = {
  readonly [Group in keyof C]: { readonly [Name in keyof C[Group]]: (input: InOf<C[Group][Name]>) => Promise<Result<OutOf<C[Group][Name]>>> };
};
export type Client = ClientOf<Contract>;
export type Handlers = Client;
export type DesktopClient = ClientOf<DesktopContract>;

/** What the host tells windows without being asked. */
export type Event =
  | LibraryEvent
  | { readonly kind: 'article-imported'; readonly article: ArticleSummary }
  | { readonly kind: 'import-failed'; readonly fault: Fault }
  | { readonly kind: 'command'; readonly command: CommandId }
  /** Told by a pipe that was cut and is there again: what the host told meanwhile is lost, so what is shown is to be read anew. */
  | { readonly kind: 'events-missed' }
  /** The window is about to close: save what was typed, then call `desktop.flushed`. */
  | { readonly kind: 'flush' };
