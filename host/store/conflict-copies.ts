import { join } from 'node:path';
import { asArticleId } from '../../core/base/ids.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { MergeReport } from '../../core/base/merge-report.ts';
import { sha256 } from './canonical-json.ts';
import { stampText } from './catalog-file.ts';
import { FaultError, faultOfRead } from './disk-faults.ts';
import { errorCode } from './file-system.ts';
import type { StoredDocument, Workings } from './stored-document.ts';
import type { Burst } from './watch-library.ts';

/** A file that a sync program has put beside a document because both sides had changed it. Files are relative to the library's folder. */
export type ConflictCopy = { readonly file: string; readonly copy: string };

/** What a sync program puts between a document's name and its ending. Only what follows the name of a document counts, so these may be broad. */
const MARKS: readonly RegExp[] = [
  /^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]{7})?$/, // Syncthing
  /^ \([^()]*conflicted copy[^()]*(\(\d+\)[^()]*)?\)( \(\d+\))?$/i, // Dropbox, Nextcloud, ownCloud
  /^_conflict-\d{8}-\d{6}$/, // older ownCloud
  /^ \d{1,3}$/, // iCloud
  /^ ?\(\d{1,3}\)$/, // Google Drive
  /^-[^/]{1,63}$/, // OneDrive: the name of the machine
];
const ENDING = '.json';
const SECOND_LOOK_MS = 100;
const LOOKS_AT_MOST = 20;
const OWN_DOCUMENTS = ['codebook', 'collections', 'searches', 'settings'] as const;
const ID_LENGTH = 26;

/** The document that a file is a copy of, by its name alone; null where it is none. */
export function documentOfCopy(copy: string): string | null {
  const slash = copy.lastIndexOf('/') + 1;
  const [folder, name] = [copy.slice(0, slash), copy.slice(slash)];
  if (!name.endsWith(ENDING)) return null;
  const isArticle = folder === 'articles/' && asArticleId(name.slice(0, ID_LENGTH)) !== null;
  const stem = isArticle ? name.slice(0, ID_LENGTH) : folder === '' ? OWN_DOCUMENTS.find((each) => name.startsWith(each)) : undefined;
  if (stem === undefined) return null;
  const mark = name.slice(stem.length, -ENDING.length);
  return MARKS.some((pattern) => pattern.test(mark)) ? `${folder}${stem}${ENDING}` : null;
}

/** True where files that changed may be copies. */
export function mayHoldCopies({ articles, beside }: Burst): boolean {
  const isCopy = (path: string) => documentOfCopy(path) !== null;
  return articles === null || beside === null || [...articles].some((name) => isCopy(`articles/${name}`)) || [...beside].some(isCopy);
}

/** The names in a library's own folder and in articles/, for one who has just listed them. */
export type Listing = { readonly own: readonly string[]; readonly articles: readonly string[] };

/** The names in a folder; none where it can't be read, which listing the articles tells. */
async function namesIn({ disk, folder }: Pick<Workings, 'disk' | 'folder'>, inside: string): Promise<readonly string[]> {
  try {
    return await disk.files.readFolder(join(folder, inside));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return [];
  }
}

/** Every copy in a library's folder, in an order that is everywhere the same. */
export async function findConflictCopies(place: Pick<Workings, 'disk' | 'folder'>, listing?: Listing): Promise<readonly ConflictCopy[]> {
  const copies: ConflictCopy[] = [];
  const { own, articles } = listing ?? { own: await namesIn(place, ''), articles: await namesIn(place, 'articles/') };
  for (const [inside, names] of [['', own], ['articles/', articles]] as const) {
    for (const name of names) {
      // A name that leaves no room for a mark is a document's own, as almost all are.
      if (inside !== '' && name.length <= ID_LENGTH + ENDING.length) continue;
      const file = documentOfCopy(`${inside}${name}`);
      if (file !== null) copies.push({ file, copy: `${inside}${name}` });
    }
  }
  return copies.sort((a, b) => (a.copy < b.copy ? -1 : 1));
}

/** How a copy's file stands; null where it can't be looked at, which reading it will tell. */
async function stampOf({ disk, folder }: Pick<Workings, 'disk' | 'folder'>, { copy }: ConflictCopy): Promise<string | null> {
  try {
    return stampText(await disk.files.stat(join(folder, copy)));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** Every copy that nobody is still writing: those that change between two looks are looked at again, a few times. */
async function findWholeCopies(workings: Workings, listing?: Listing): Promise<readonly ConflictCopy[]> {
  const whole: ConflictCopy[] = [];
  let unsure = await findConflictCopies(workings, listing);
  for (let look = 1; unsure.length > 0; look += 1) {
    const stamps = await Promise.all(unsure.map((copy) => stampOf(workings, copy)));
    await workings.disk.wait(SECOND_LOOK_MS);
    const later = await Promise.all(unsure.map((copy) => stampOf(workings, copy)));
    whole.push(...unsure.filter((_, index) => stamps[index] === later[index]));
    // One that is still growing changes the folder again, and whoever watches it comes back.
    unsure = look < LOOKS_AT_MOST ? unsure.filter((_, index) => stamps[index] !== later[index]) : [];
  }
  return whole;
}

/** Moves a merged copy to merged/, under its own name where another file has not got it. */
async function keepMerged({ disk, folder }: Workings, copy: string, bytes: Uint8Array): Promise<void> {
  const merged = join(folder, 'merged');
  await disk.files.makeFolder(merged);
  const taken = new Set(await disk.files.readFolder(merged));
  const name = copy.slice(copy.lastIndexOf('/') + 1);
  const numbered = (turn: number) => (turn === 1 ? name : `${name.slice(0, -ENDING.length)}.${turn}${ENDING}`);
  let turn = 1;
  // Another machine may have merged and moved the same copy, and a sync program brought it here.
  while (taken.has(numbered(turn)) && sha256(await disk.files.readFile(join(merged, numbered(turn)))) !== sha256(bytes)) turn += 1;
  await disk.files.rename(join(folder, copy), join(merged, numbered(turn)));
  await disk.files.syncFolder(merged);
}

/** Why a copy could not be merged. One that merging stumbles over is damaged in a way that reading it does not show. */
function faultOfCopy({ log }: Workings, copy: string, error: unknown): Fault {
  if (errorCode(error) !== null || error instanceof FaultError) return faultOfRead(error, copy);
  log(error);
  return { code: 'document-damaged', file: copy, reason: 'wrong-shape' };
}

async function mergeCopy(workings: Workings, { file, copy }: ConflictCopy, document: Pick<StoredDocument<unknown>, 'mergeIn'>): Promise<MergeReport | null> {
  const { disk, folder, damage } = workings;
  try {
    const bytes = await disk.files.readFile(join(folder, copy));
    const merged = await document.mergeIn(copy, bytes);
    if (!merged.ok) {
      if (merged.fault.code === 'document-damaged' || merged.fault.code === 'document-newer') damage.note(copy, merged.fault);
      return null;
    }
    await keepMerged(workings, copy, bytes);
    damage.clear(copy);
    return { file, copy, conflicts: merged.value };
  } catch (error) {
    // A copy that is gone was another's to merge. One that the disk does not give or move stays, and merging it again changes nothing.
    if (errorCode(error) !== 'ENOENT') damage.note(copy, faultOfCopy(workings, copy, error));
    return null;
  }
}

/**
 * Merges every conflict copy into its document, durably, and moves it to merged/. One that can't be read stays where it is
 * and is told with what is damaged. Whoever watches the library calls it again when `documentOfCopy` knows a new file.
 */
export async function mergeConflictCopies(workings: Workings, documentAt: (file: string) => Pick<StoredDocument<unknown>, 'mergeIn'>, listing?: Listing): Promise<readonly MergeReport[]> {
  const reports: MergeReport[] = [];
  for (const copy of await findWholeCopies(workings, listing)) {
    const report = await mergeCopy(workings, copy, documentAt(copy.file));
    if (report) reports.push(report);
  }
  workings.merges.note(reports);
  return reports;
}
