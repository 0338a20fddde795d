import { join } from 'node:path';
import type { Finding } from '../../core/base/finding.ts';
import { type TagId, tagIdSchema } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { type Codebook, createStandIn, findTag, withTag } from '../../core/tag/tag.ts';
import { type Checked, checkLibrary } from './check-library.ts';
import { type DamageRecord, makeDamageRecord } from './damage.ts';
import { faultOfWrite } from './disk-faults.ts';
import { decodeDocument, type DocumentRef, encodeDocument } from './document-format.ts';
import { articleRef, codebookRef, collectionsRef, identityRef, searchesRef, settingsRef } from './document-refs.ts';
import { type Disk, writeDurably } from './durable-file.ts';
import { unlessAbsent } from './file-system.ts';
import { keyOf } from './library-layout.ts';
import { COMMAND_PATIENCE_MS, takeLock } from './lock.ts';
import { openStore, type StoreOptions } from './open-store.ts';

/** What a check came upon, what of it was repaired, and what the library is like now. */
export type Repaired = { readonly before: Checked; readonly repaired: readonly Finding[]; readonly after: Checked };

/** Writes a document that was edited by hand once more, as it stands, with its checksum. */
async function sign<T>(disk: Disk, folder: string, ref: DocumentRef<T>): Promise<void> {
  const path = join(folder, ref.file);
  const read = decodeDocument(ref, await disk.files.readFile(path));
  // One of an earlier format is signed when it is next saved, with a backup before it.
  if (read.ok && read.value.format === undefined) await writeDurably(disk, path, encodeDocument(ref, { rev: read.value.rev + 1, value: read.value.value }));
}

async function signFile(disk: Disk, folder: string, file: string): Promise<void> {
  const id = keyOf('articles', file.slice('articles/'.length));
  if (id !== null) await sign(disk, folder, articleRef(id));
  else if (file === codebookRef.file) await sign(disk, folder, codebookRef);
  else if (file === collectionsRef.file) await sign(disk, folder, collectionsRef);
  else if (file === searchesRef.file) await sign(disk, folder, searchesRef);
  else if (file === settingsRef.file) await sign(disk, folder, settingsRef);
  else if (file === identityRef.file) await sign(disk, folder, identityRef);
}

/** A text with the very bytes that its name promises is whole, if not understood; it stays. */
const isWhole = (finding: Finding) => finding.kind === 'damaged' && finding.file.startsWith('content/') && finding.reason !== 'wrong-hash' && finding.reason !== 'empty';

/** Repairs what is one file's own affair. Nothing is removed; what can't be used is moved to damaged/. */
async function repairFiles(disk: Disk, folder: string, findings: readonly Finding[]): Promise<void> {
  const damage: DamageRecord = makeDamageRecord(disk, folder, true);
  for (const finding of findings) {
    if (finding.kind === 'hash-missing') await signFile(disk, folder, finding.file);
    const stamp = finding.kind === 'damaged' && !isWhole(finding) ? await unlessAbsent(disk.files.stat(join(folder, finding.file))) : null;
    if (finding.kind === 'damaged' && stamp) await damage.setAside(finding.file, { reason: finding.reason, stamp });
  }
}

/** The codebook with a stand-in for each tag that it lacks. */
function withRecoveredTags(codebook: Codebook, ids: readonly TagId[], now: string): Codebook {
  return ids.reduce<Codebook>((known, id) => (findTag(known, id) ? known : withTag(known, createStandIn(known, { id, now }))), codebook);
}

/** Opens the library as any Lectern does, which makes what is missing and sweeps what dead processes left, and gives every tag an entry. */
async function repairWhole(options: StoreOptions, findings: readonly Finding[]): Promise<Result<void>> {
  const opened = await openStore({ ...options, mode: 'write' });
  if (!opened.ok) return opened;
  const ids = findings.flatMap((finding) => (finding.kind === 'tag-missing' ? [tagIdSchema.parse(finding.tagId)] : []));
  const now = new Date(options.clock.nowMs()).toISOString();
  const tagged = ids.length === 0 ? succeed(undefined) : await opened.value.store.updateCodebook((codebook) => succeed({ next: withRecoveredTags(codebook, ids, now), answer: undefined }));
  await opened.value.close(2_000);
  return tagged;
}

const keyOfFinding = (finding: Finding) => JSON.stringify(finding);

/** Repairs a library without losing a byte, and checks it before and after. It takes the library's lock. */
export async function repairLibrary(disk: Disk, options: StoreOptions): Promise<Result<Repaired>> {
  const { folder, shownAs, door } = options;
  try {
    const taken = await takeLock(disk, folder, { door, patienceMs: COMMAND_PATIENCE_MS });
    if (taken.kind === 'held') return fail({ code: 'library-locked', folder: shownAs, holder: taken.holder });
    let before: Checked;
    try {
      before = await checkLibrary(disk, folder);
      await repairFiles(disk, folder, before.findings);
    } finally {
      await taken.lock.release();
    }
    const whole = await repairWhole(options, before.findings);
    if (!whole.ok) return whole;
    const after = await checkLibrary(disk, folder);
    const left = new Set(after.findings.map(keyOfFinding));
    return succeed({ before, repaired: before.findings.filter((finding) => !left.has(keyOfFinding(finding))), after });
  } catch (error) {
    return fail(faultOfWrite(error, shownAs, 'repair'));
  }
}
