import type { BackupFault, DamageReason, Fault, LockHolder, Unsaved } from '../base/fault.ts';
import { inForce } from '../base/language.ts';
import type { RecordKind } from '../base/named-record.ts';
import { assertNever } from '../base/never.ts';
import { shorten } from '../base/text.ts';
import * as german from './de/fault-messages.ts';

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
const quoted = (text: string) => `“${shorten(text, 80)}”`;
const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const recordNames: Record<RecordKind, string> = { tag: 'tag', collection: 'collection', search: 'saved search' };

const holders: Record<LockHolder['door'], string> = { desktop: 'The Lectern app', serve: '“lectern serve”', command: 'Another lectern command' };

const damages: Record<DamageReason, string> = {
  empty: 'it is empty',
  'nul-filled': 'it is filled with zero bytes, as after a power cut',
  'not-json': 'it is not valid JSON',
  'too-deep': 'it is nested too deeply',
  'wrong-shape': 'it is not shaped as such a document must be',
  'wrong-hash': 'its text does not match its checksum',
  'wrong-id': 'it holds another document’s id',
};

const unreadable = { missing: 'there is no such file', 'not-a-file': 'it is not an ordinary file', 'no-permission': 'this account may not read it', 'dead-link': 'it is a link to a file that is not there', other: 'the disk did not give it' } as const;

const holderName = ({ door, pid, host, startedAt }: LockHolder) => `${holders[door]} (process ${pid} on ${host}, since ${startedAt})`;

const readOnlys: Record<Extract<Fault, { code: 'library-read-only' }>['reason'], string> = {
  'no-permission': 'this account may not write to its folder. Nothing was lost. Allow writing to the folder, then try again.',
  'read-only-disk': 'its disk takes no changes. Nothing was lost. Make the disk writable, or copy the library to another one, then try again.',
  'opened-to-read': 'it was opened only to read. Nothing was lost.',
};

const refusedAddresses = {
  'not-web': 'it is, or leads to, no address of the web (http or https)', private: 'it leads to this machine or its own network', redirects: 'it leads on and on from one address to the next',
} as const;

function unreachableSentence({ url, reason, status }: Extract<Fault, { code: 'page-unreachable' }>): string {
  const kept = 'Nothing was added. Open the page in a browser, save it, and drop the file here.';
  switch (reason) {
    case 'timeout': return `${quoted(url)} did not answer in time. ${kept}`;
    case 'no-connection': return `${quoted(url)} could not be reached. Nothing was added. Check the address and the connection, and try again.`;
    case 'broken': return `What ${quoted(url)} sent was broken. ${kept}`;
    case 'status': return status === 404 || status === 410 ? `There is no page at ${quoted(url)} (any more). Nothing was added. Check the address.` : `${quoted(url)} was refused by its server (status ${status ?? 0}), as where one has to be signed in. ${kept}`;
    default: return assertNever(reason);
  }
}

const unsafes = { full: 'the disk is full', 'no-permission': 'this account may not write there', other: 'the disk did not take it' } as const;

/** What was wrong with a damaged document, to follow "because": in English, since it is written into the library and told on the command line. */
export const damageClause = (reason: DamageReason): string => damages[reason];

function importSentence(fault: Extract<Fault, { name: string }>): string {
  switch (fault.code) {
    case 'format-unsupported': return `${quoted(fault.name)} is of a kind that Lectern can’t read yet, so nothing was added. Save it as a web page (.html), plain text (.txt), Markdown (.md), EPUB, PDF or Word (.docx), or paste its text.`;
    case 'file-empty': return `${quoted(fault.name)} is empty, so nothing was added. Check that it was saved or downloaded completely.`;
    case 'file-too-large': return `${quoted(fault.name)} is ${megabytes(fault.bytes)}; the limit is ${megabytes(fault.limitBytes)}. Nothing was added. Split it, or paste the part that you need.`;
    case 'file-binary': return `${quoted(fault.name)} is not text, whatever its name says, so nothing was added. Open it in the program that made it and save it as text.`;
    case 'file-unreadable': return `${quoted(fault.name)} could not be read: ${unreadable[fault.reason]}. Nothing was added; check the name and try again.`;
    case 'html-too-deep': return `${quoted(fault.name)} nests more than ${fault.limit} elements in each other, as no real page does, so it was not opened. Copy its text in the browser and paste that.`;
    case 'import-timeout': return `${quoted(fault.name)} could not be read within ${fault.seconds} seconds and was given up. Nothing was added. Copy its text and paste that.`;
    case 'import-failed': return `${quoted(fault.name)} could not be read: the reader gave up on it. Nothing was added, and the file is as it was. Copy its text and paste that.`;
    case 'article-without-text': return `${quoted(fault.name)} has no text that Lectern could find, so nothing was added. Copy its text in the program that shows it and paste that.`;
    case 'file-damaged': return `${quoted(fault.name)} is damaged or was cut short, so nothing was added, and the file is as it was. Download or copy it again, or open it in the program that made it and save it anew.`;
    case 'file-encrypted': return `${quoted(fault.name)} is protected by a password or by copy protection, so its text can’t be read and nothing was added. Save it without protection in the program that may open it.`;
    case 'file-unpacks-too-large': return `${quoted(fault.name)} would unpack to more than ${megabytes(fault.limitBytes)}, as no honest file of its kind does, so it was not opened and nothing was added. Check where it came from.`;
    case 'pages-over-limit': return `${quoted(fault.name)} has ${fault.pages} pages; the limit is ${fault.limit}. Nothing was added. Split it, and add the parts that you need.`;
    case 'pages-without-text': return `${quoted(fault.name)} has ${fault.pages === 1 ? 'a page' : `${fault.pages} pages`} of pictures and no text, as scanned papers have, so nothing was added. Run text recognition (OCR) on it in another program, then add it again.`;
    case 'tag-in-use': return `The tag ${quoted(fault.name)} is on ${fault.count} highlight${fault.count === 1 ? '' : 's'}, so it was kept. Take it off them first.`;
    case 'name-taken': return `There is a ${recordNames[fault.record]} ${quoted(fault.name)} already, so nothing was changed. Choose another name.`;
    case 'name-unknown': return `There is no ${recordNames[fault.record]} ${quoted(fault.name)} in this library, so nothing was done.`;
    default: return assertNever(fault);
  }
}

function quoteSentence(fault: Extract<Fault, { quote: string }>): string {
  switch (fault.code) {
    case 'quote-missing': return `The article does not say ${quoted(fault.quote)}, so nothing was highlighted. Copy the words exactly as the article has them; case counts.`;
    case 'quote-ambiguous': return `The article says ${quoted(fault.quote)} ${times(fault.count)}, so nothing was highlighted. Choose one with --occurrence 1 to ${fault.count}, or quote more words.`;
    case 'occurrence-missing': return `The article says ${quoted(fault.quote)} ${times(fault.count)}; there is no occurrence ${fault.occurrence}. Nothing was highlighted. Choose from 1 to ${fault.count}.`;
    default: return assertNever(fault);
  }
}

const backupReasons: Readonly<Record<BackupFault['reason'], (folder: string) => string>> = {
  'disk-full': (folder) => `the disk of ${folder} is full. Free some space, or choose another folder for backups.`,
  'folder-missing': (folder) => `the folder ${folder} is not there. Connect its disk, or choose another folder for backups.`,
  'no-permission': (folder) => `this account may not write to ${folder}. Allow it, or choose another folder for backups.`,
  'inside-library': (folder) => `${folder} lies in the library itself, where a backup is lost with it. Choose a folder outside.`,
  'not-a-path': (folder) => `${folder} is not the whole path of a folder. Choose another folder for backups.`,
  'broken-off': (folder) => `the work on the one in ${folder} broke off, perhaps for want of memory. It is tried again within the hour.`,
  other: (folder) => `${folder} could not be written, or the backup did not read back as it should. Check its disk, then try again.`,
};

const unsaved: Readonly<Record<Extract<Unsaved, string>, string>> = {
  library: 'The library', codebook: 'The list of tags', collections: 'The list of collections', searches: 'The list of saved searches', settings: 'The settings', article: 'The article', text: 'The text of the article',
  image: 'An image of the article', original: 'The file as it came', change: 'The change', archive: 'The archive', 'restored-library': 'The restored library', repair: 'The repair', comparison: 'The comparison', output: 'The output',
};

function unsavedName(what: Unsaved): string {
  if (typeof what === 'string') return unsaved[what];
  return 'file' in what ? what.file : `The export to “${what.exportTo}”`;
}

const saveReasons: Readonly<Record<string, string>> = {
  'library-closed': 'the library is closed', EACCES: 'this account may not write there', EPERM: 'this account may not write there', EROFS: 'the disk is read-only', ENOSPC: 'the disk is full', ENOENT: 'no folder can be made there', ENOTDIR: 'a file is in the folder’s place', EEXIST: 'a file is in the folder’s place',
};

/** The sentence for a fault of a command, where articles are named by their ids. */
export function commandFaultSentence(fault: Fault): string {
  if (fault.code === 'article-missing') return `There is no article ${quoted(fault.articleId)} in this library. “lectern list” shows the ids of those that are.`;
  return faultSentence(fault);
}

/** The sentence for a fault: what happened, what was kept, what to do. */
export const faultSentence = (fault: Fault): string => inForce({ en: englishSentence, de: german.faultSentence })(fault);

function englishSentence(fault: Fault): string {
  if ('quote' in fault) return quoteSentence(fault);
  if ('name' in fault) return importSentence(fault);
  switch (fault.code) {
    case 'upload-missing': return 'The file was not there any more when it was to be read, so nothing was added. Choose it again.';
    case 'article-missing': return 'This article is not in the library’s folder any more. If the folder was moved or its disk is not connected, put it back and try again; if the article was deleted, look for it in the bin or in a backup.';
    case 'article-ambiguous': return `The ids of ${fault.count} articles begin or end with ${quoted(fault.articleId)}, so nothing was done. Give more of it; “lectern list” shows the ids.`;
    case 'content-missing': return 'The text of this article is missing from the library’s content folder. Its notes are safe. Import the article again to read it.';
    case 'highlight-missing': return 'That highlight is not there any more: it was deleted in another window. Nothing else was changed.';
    case 'record-missing': return `That ${recordNames[fault.record]} is not there any more: it was removed in another window. Nothing else was changed.`;
    case 'library-locked': return `${holderName(fault.holder)} has the library ${quoted(fault.folder)} open. Nothing was changed. Quit it and try again, or choose another library with --library.`;
    case 'holder-gone': return `${holderName(fault.holder)} has the library open, but ended before it answered. What it had saved is kept. Look whether the change is there, then try again.`;
    case 'holder-version': return `${holderName(fault.holder)} has the library open and is version ${fault.theirs}; this command is version ${fault.ours}. Nothing was changed. Quit Lectern and start it again, then repeat the command.`;
    case 'library-read-only': return `The library ${quoted(fault.folder)} can be read, searched and exported, but not changed: ${readOnlys[fault.reason]}`;
    case 'library-gone': return `The folder ${quoted(fault.folder)} is not there now: its drive or network may not be connected, or it was moved. Nothing was changed, and nothing new was made in its place. Connect it, then try again.${fault.catalog === null ? '' : ` If it is meant to be gone, choose another folder, or delete ${fault.catalog} to begin anew in this one.`}`;
    case 'upgrade-unsafe': return `The library ${quoted(fault.folder)} is of an earlier Lectern. Before anything in it is changed, all of it is copied to ${quoted(fault.archive)}, and that failed: ${unsafes[fault.reason]}. Nothing was changed; it can be read, searched and exported. Set that right, then try again.`;
    case 'library-newer': return `The library ${quoted(fault.folder)} was made by a later Lectern (format ${fault.format}). It can be read, searched and exported, but not changed; what this Lectern does not understand is left out. Nothing was changed. Update Lectern to change it.`;
    case 'library-missing': return `There is no library at ${quoted(fault.folder)}. Nothing was made. Check the folder, or import an article to begin one.`;
    case 'library-unsound': return `The library ${quoted(fault.folder)} has ${fault.count === 1 ? 'a fault' : `${fault.count} faults`}. Nothing was lost by looking. “lectern check --repair” sets right what can be; restore the rest from a backup.`;
    case 'version-missing': return `No version ${fault.rev} of this article is kept. Nothing was changed. “lectern history ID” lists those that are.`;
    case 'export-differs': return `What came out of the library ${quoted(fault.folder)} differs from it in ${fault.count === 1 ? 'one place' : `${fault.count} places`}. The library itself was only read. Run “lectern check”, then try again.`;
    case 'archive-damaged': return `${fault.file} can’t be used as an archive, because ${fault.reason}. Nothing was restored. Use another archive.`;
    case 'archive-misplaced': return fault.reason === 'present'
      ? `There is a file ${quoted(fault.file)} already, so no archive was written. Choose another name.`
      : `${quoted(fault.file)} lies in the library itself, where an archive is lost with it. Nothing was written. Choose a place outside.`;
    case 'folder-in-use': return `The folder ${quoted(fault.folder)} is not empty, so nothing was restored into it. Choose a new one.`;
    case 'watch-misplaced': return `The folder ${quoted(fault.folder)} can’t be watched, because the library lies in it or it in the library, and Lectern would bring in its own files. Nothing was changed. Choose another folder.`;
    case 'backup-failed': return `No backup was made: ${backupReasons[fault.reason](quoted(fault.folder))} Your library and earlier backups are untouched.`;
    case 'disk-full': return `The disk of ${quoted(fault.folder)} is full, so the change is not saved; what was saved before is untouched. Free some space and try again.`;
    case 'save-failed': return `${unsavedName(fault.what)} could not be saved (${saveReasons[fault.reason] ?? fault.reason}). What was saved before is untouched. Try again.`;
    case 'document-damaged': return `${fault.file} could not be read, because ${damages[fault.reason]}. Its bytes are kept as they are. Restore it from a backup, or go on without it.`;
    case 'document-unreadable': return fault.reason === 'being-written' ? `${fault.file} can’t be read yet: it is not whole, and another program may still be writing it. It was left as it is, and is read again when it changes.` : `${fault.file} could not be read: ${unreadable[fault.reason]}. It was left as it is. Check the folder’s permissions and its disk, then try again.`;
    case 'document-newer': return `${fault.file} was written by a later Lectern (format ${fault.format}). It was left as it is. Update Lectern to open it.`;
    case 'documents-vanished': return `${fault.count} of the ${fault.total} articles of ${fault.folder} are suddenly not in its folder any more. Nothing was taken out of the list. Bring the files back: from the bin of the program that syncs the folder, from version control or from a backup.${fault.catalog === null ? '' : ` If they are meant to be gone, close Lectern and delete ${fault.catalog}: the list is then made from what is there.`}`;
    case 'document-changed-outside': return `${fault.file} was changed by another program, so it was not written over. Open the article again to see that change, then repeat yours.`;
    case 'search-unavailable': return 'The search index could not be read or made, so nothing was searched. Your articles are untouched. Try again; if it happens again, please report it.';
    case 'port-taken': return `Port ${fault.port} is in use by another program. Choose another with --port, or leave it out to take any free one.`;
    case 'address-refused': return `${quoted(fault.url)} was not fetched: ${refusedAddresses[fault.reason]}. Nothing was added. Open it in a browser, save the page, and drop the file here.`;
    case 'page-unreachable': return unreachableSentence(fault);
    case 'link-refused': return `The link ${quoted(fault.url)} was not opened: only web and mail addresses are. Copy it if you trust it.`;
    case 'input-invalid': return `That request was not understood (${fault.path}: ${fault.issue}). Nothing was changed.`;
    case 'call-unknown': return `There is no call ${quoted(fault.path)}. Nothing was changed.`;
    case 'connection-lost': return 'Lectern’s library does not answer; “lectern serve” may have been stopped. What you see is kept in this window. Start it again, then retry.';
    case 'unauthorised': return 'This page has not got the key to the library. Open the whole address that “lectern serve” printed, with the part after the #.';
    case 'internal': return 'Something went wrong inside Lectern. What was saved before is untouched. Try again; if it happens again, please report it.';
    default: return assertNever(fault);
  }
}
