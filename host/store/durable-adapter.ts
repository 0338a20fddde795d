import { dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { sha256 } from './canonical-json.ts';
import { type DamageRecord, SECOND_LOOK_MS } from './damage.ts';
import { FaultError } from './disk-faults.ts';
import { decodeDocument, type DocumentRef, requireReadable, spellDocument, type Stored } from './document-format.ts';
import { both, type Disk, replaceDurably } from './durable-file.ts';
import { isSameStamp, type Stamp, unlessAbsent } from './file-system.ts';
import type { History } from './history.ts';
import type { Upgrade } from './upgrade.ts';

/** What was last seen of a document's file; null is no file. */
export type Seen = { readonly stamp: Stamp; readonly hash: string } | null;

export type DurableAdapter<T> = Adapter<Stored<T> | null> & {
  /** True while the file is as it was last seen, judged without reading it. */
  isAsSeen(): Promise<boolean>;
  /** True when the last look found what neither an earlier look had seen nor a write of ours had made. */
  isForeign(): boolean;
  seen(): Seen;
  /** Takes the document away, of that revision, once it is safe in the history. */
  retire(rev: number): Promise<void>;
};

export type Surroundings = {
  readonly disk: Disk;
  readonly folder: string;
  readonly damage: DamageRecord;
  /** Where articles' earlier versions are kept; null where nothing is written. */
  readonly history: History | null;
  readonly upgrade: Upgrade;
};

/** lowdb's adapter for one document: what it has written survives a power cut, and it never writes over what it has not seen. */
export function makeDurableAdapter<T>(ref: DocumentRef<T>, { disk, folder, damage, history, upgrade }: Surroundings): DurableAdapter<T> {
  const path = join(folder, ...ref.file.split('/'));
  let seen: Seen | undefined;
  // What we tried to write last: found on the disk, it is ours even if that write failed at its end.
  let written: string | undefined;
  let isForeign = false;
  let isEarlier = false;

  async function look(): Promise<Uint8Array | null> {
    // The stamp is taken first: a change in between makes the next look read again.
    const stamp = await unlessAbsent(disk.files.stat(path));
    const bytes = stamp === null ? null : await unlessAbsent(disk.files.readFile(path));
    const now: Seen = stamp === null || bytes === null ? null : { stamp, hash: sha256(bytes) };
    isForeign = seen !== undefined && now?.hash !== seen?.hash && now?.hash !== written;
    seen = now;
    return bytes;
  }

  async function read(isSecondLook = false): Promise<Stored<T> | null> {
    const bytes = await look();
    if (bytes === null || !seen) {
      damage.forgetAwaited(ref.file);
      return null;
    }
    const decoded = decodeDocument(ref, bytes, upgrade.chain);
    if (decoded.ok) {
      damage.clear(ref.file);
      isEarlier = decoded.value.format !== undefined;
      return decoded.value;
    }
    if (decoded.fault.kind === 'newer') {
      const fault = { code: 'document-newer', file: ref.file, format: decoded.fault.format } as const;
      damage.note(ref.file, fault);
      throw new FaultError(fault);
    }
    if (!isSecondLook) {
      await disk.wait(SECOND_LOOK_MS);
      return read(true);
    }
    const fault = await damage.setAside(ref.file, { reason: decoded.fault.reason, stamp: seen.stamp });
    seen = undefined;
    throw new FaultError(fault);
  }

  /** A file that is gone may be written again, since nothing is written over; one that is different may not. */
  async function requireAsSeen(): Promise<void> {
    const stamp = await unlessAbsent(disk.files.stat(path));
    if (stamp === null || isSameStamp(stamp, seen?.stamp ?? null)) return;
    await look();
    if (isForeign) throw new FaultError({ code: 'document-changed-outside', file: ref.file });
  }

  /** In a turn of its own, so that what the disk was asked before goes on meanwhile. */
  async function readBack(bytes: Uint8Array): Promise<void> {
    requireReadable(ref, bytes, upgrade.chain);
  }

  return {
    read: () => read(),
    async write(stored) {
      if (stored === null) return;
      // The disk is asked first, and answers while the document is spelled.
      const looked = requireAsSeen();
      looked.catch(() => undefined);
      const bytes = spellDocument(ref, stored, upgrade.chain);
      if (isEarlier) await upgrade.backUp();
      const hash = sha256(bytes);
      let isKept = false;
      // All of this goes on while the bytes are written, and comes before they are flushed: so an earlier version costs no flush of its own.
      async function getReady({ rev }: Stored<T>): Promise<void> {
        await both(looked, readBack(bytes));
        written = hash;
        if (ref.kind === 'article' && seen && history) isKept = await history.keep(ref.file, rev - 1);
      }
      seen = { stamp: await replaceDurably(disk, path, { bytes, ready: getReady(stored), lastLook: requireAsSeen }), hash };
      isEarlier = false;
      if (isKept) history?.thin(ref.file);
    },
    isAsSeen: async () => seen !== undefined && isSameStamp(await unlessAbsent(disk.files.stat(path)), seen?.stamp ?? null),
    isForeign: () => isForeign,
    seen: () => seen ?? null,
    async retire(rev) {
      await requireAsSeen();
      await history?.keepForGood(ref.file, rev);
      // Keeping took its time, and what came meanwhile is not what was kept.
      await requireAsSeen();
      await disk.files.remove(path);
      await disk.files.syncFolder(dirname(path));
      seen = null;
    },
  };
}
