import type { RecordKind } from './named-record.ts';

/** Who holds a library's lock. `startedAt` is UTC in ISO 8601. */
export type LockHolder = {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string;
  /** Which door holds it: the desktop app, `lectern serve` or a command. */
  readonly door: 'desktop' | 'serve' | 'command';
};

/** Why the daily archive could not be made in a folder. “broken-off”: what makes it ended before it was done. */
export type BackupFault = { readonly code: 'backup-failed'; readonly folder: string; readonly reason: 'disk-full' | 'folder-missing' | 'no-permission' | 'inside-library' | 'not-a-path' | 'broken-off' | 'other' };

/** What could not be saved: a part of the library, or something that lies elsewhere. */
export type Unsaved =
  | 'library' | 'codebook' | 'collections' | 'searches' | 'settings' | 'article' | 'text' | 'image' | 'original' | 'change'
  | 'archive' | 'restored-library' | 'repair' | 'comparison' | 'output'
  | { readonly exportTo: string }
  | { readonly file: string };

/**
 * Expected trouble, as facts. The sentence a person reads is made from these facts
 * in core/messages/fault-messages.ts, and nowhere else.
 */
export type Fault =
  | { readonly code: 'format-unsupported'; readonly name: string }
  | { readonly code: 'file-empty'; readonly name: string }
  | { readonly code: 'file-too-large'; readonly name: string; readonly bytes: number; readonly limitBytes: number }
  | { readonly code: 'file-binary'; readonly name: string }
  | { readonly code: 'file-unreadable'; readonly name: string; readonly reason: 'missing' | 'not-a-file' | 'no-permission' | 'other' }
  | { readonly code: 'html-too-deep'; readonly name: string; readonly limit: number }
  | { readonly code: 'import-timeout'; readonly name: string; readonly seconds: number }
  | { readonly code: 'import-failed'; readonly name: string }
  | { readonly code: 'article-without-text'; readonly name: string }
  | { readonly code: 'file-damaged'; readonly name: string }
  | { readonly code: 'file-encrypted'; readonly name: string }
  /** An archive that would unpack to more than an honest file of its kind holds. */
  | { readonly code: 'file-unpacks-too-large'; readonly name: string; readonly limitBytes: number }
  | { readonly code: 'pages-over-limit'; readonly name: string; readonly pages: number; readonly limit: number }
  /** Pages that are pictures: scanned, and without a layer of text. */
  | { readonly code: 'pages-without-text'; readonly name: string; readonly pages: number }
  | { readonly code: 'upload-missing' }
  | { readonly code: 'article-missing'; readonly articleId: string }
  | { readonly code: 'article-ambiguous'; readonly articleId: string; readonly count: number }
  | { readonly code: 'content-missing'; readonly content: string }
  | { readonly code: 'highlight-missing'; readonly highlightId: string }
  | { readonly code: 'record-missing'; readonly record: RecordKind }
  | { readonly code: 'tag-in-use'; readonly name: string; readonly count: number }
  | { readonly code: 'name-taken'; readonly record: RecordKind; readonly name: string }
  | { readonly code: 'name-unknown'; readonly record: RecordKind; readonly name: string }
  | { readonly code: 'quote-missing'; readonly quote: string }
  | { readonly code: 'quote-ambiguous'; readonly quote: string; readonly count: number }
  | { readonly code: 'occurrence-missing'; readonly quote: string; readonly count: number; readonly occurrence: number }
  | { readonly code: 'library-locked'; readonly folder: string; readonly holder: LockHolder }
  /** The process that answered for the library ended, or broke off, before it answered. */
  | { readonly code: 'holder-gone'; readonly holder: LockHolder }
  | { readonly code: 'holder-version'; readonly holder: LockHolder; readonly theirs: string; readonly ours: string }
  | { readonly code: 'library-read-only'; readonly folder: string; readonly reason: 'no-permission' | 'read-only-disk' | 'opened-to-read' }
  /** The folder of a library is not there; `catalog` is the file that tells that one was, null where none does. */
  | { readonly code: 'library-gone'; readonly folder: string; readonly catalog: string | null }
  | { readonly code: 'library-newer'; readonly folder: string; readonly format: number }
  /** The library is of an earlier format, and could not be backed up before it is changed. */
  | { readonly code: 'upgrade-unsafe'; readonly folder: string; readonly archive: string; readonly reason: 'full' | 'no-permission' | 'other' }
  | { readonly code: 'library-missing'; readonly folder: string }
  | { readonly code: 'library-unsound'; readonly folder: string; readonly count: number }
  | { readonly code: 'version-missing'; readonly rev: number }
  | { readonly code: 'export-differs'; readonly folder: string; readonly count: number }
  | { readonly code: 'archive-damaged'; readonly file: string; readonly reason: string }
  /** The folder holds the library, or lies in it. */
  | { readonly code: 'watch-misplaced'; readonly folder: string }
  | { readonly code: 'archive-misplaced'; readonly file: string; readonly reason: 'present' | 'inside-library' }
  | { readonly code: 'folder-in-use'; readonly folder: string }
  | BackupFault
  | { readonly code: 'disk-full'; readonly folder: string }
  /** `reason` is the disk's own code, or “library-closed”. */
  | { readonly code: 'save-failed'; readonly what: Unsaved; readonly reason: string }
  | { readonly code: 'document-damaged'; readonly file: string; readonly reason: DamageReason }
  /** “being-written”: it is not whole, but was changed only seconds ago, as a file is that another program is still copying. */
  | { readonly code: 'document-unreadable'; readonly file: string; readonly reason: 'no-permission' | 'dead-link' | 'being-written' | 'other' }
  | { readonly code: 'document-newer'; readonly file: string; readonly format: number }
  | { readonly code: 'document-changed-outside'; readonly file: string }
  | { readonly code: 'search-unavailable' }
  /** So many of the documents that there were are gone at once; `catalog` is the file that still lists them, null where none is kept. */
  | { readonly code: 'documents-vanished'; readonly folder: string; readonly count: number; readonly total: number; readonly catalog: string | null }
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'link-refused'; readonly url: string }
  /** An address that Lectern does not fetch: not of the web, of this machine's own network, or leading round in circles. */
  | { readonly code: 'address-refused'; readonly url: string; readonly reason: 'not-web' | 'private' | 'redirects' }
  /** A page that could not be had; `status` is what its server answered. */
  | { readonly code: 'page-unreachable'; readonly url: string; readonly reason: 'timeout' | 'no-connection' | 'status' | 'broken'; readonly status: number | null }
  | { readonly code: 'input-invalid'; readonly path: string; readonly issue: string }
  | { readonly code: 'call-unknown'; readonly path: string }
  | { readonly code: 'connection-lost' }
  | { readonly code: 'unauthorised' }
  | { readonly code: 'internal' };

/** What was wrong with a document that could not be read. */
export type DamageReason = 'empty' | 'nul-filled' | 'not-json' | 'too-deep' | 'wrong-shape' | 'wrong-hash' | 'wrong-id';

export type FaultCode = Fault['code'];
