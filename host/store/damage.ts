import { join } from 'node:path';
import { damageClause } from '../../core/messages/fault-messages.ts';
import type { DamageReason, Fault } from '../../core/base/fault.ts';
import type { Damage } from '../../core/library/ports.ts';
import { type Disk, removeQuietly, writeDurably } from './durable-file.ts';
import { errorCode, isSameStamp, type Stamp, unlessAbsent } from './file-system.ts';

/** A file that looks damaged may be halfway through another program's hands; this long it gets to be whole. */
export const SECOND_LOOK_MS = 100;
/** Copying may take longer than that, or pause. One that was changed more lately than this is left alone. */
const AT_REST_AFTER_MS = 10_000;

/** What is wrong with a file, and how it stood before it was read. */
export type Found = { readonly reason: DamageReason; readonly stamp: Stamp };

/** What of a library could not be read since it was opened. Damaged files go to damaged/, where nothing is written over or removed. */
export type DamageRecord = {
  /**
   * Notes a file that is damaged; where writing is allowed, moves it away from where its successor will be written. One that
   * another program may still be writing, since it was changed seconds ago or since it was read, stays: it can't be read yet.
   */
  setAside(file: string, found: Found): Promise<Fault>;
  /** Notes a file that stays where it is. */
  note(file: string, fault: Fault): void;
  /** The file was read after all. What was set aside stays told: its bytes are in damaged/. */
  clear(file: string): void;
  /** The file is not there any more; if it was only waited for, nothing is to be told of it. */
  forgetAwaited(file: string): void;
  find(file: string): Damage | null;
  list(): readonly Damage[];
  /** Moves no file away any more, and resolves when none is on its way. */
  close(): Promise<void>;
};

/** "articles/x.json" as "x.20261122T221004Z.json", and as "….2.json" where that is taken. */
function keptName(file: string, timeMs: number, turn: number): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const time = new Date(timeMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${name.slice(0, dot)}.${time}${turn === 1 ? '' : `.${turn}`}${name.slice(dot)}`;
}

/** True for a file that was changed only seconds ago. A time ahead of ours says nothing of when that was. */
function isInHands({ clock }: Disk, { changedNs }: Stamp): boolean {
  return Math.abs(clock.nowMs() - Number(changedNs / 1_000_000n)) < AT_REST_AFTER_MS;
}

/** A name in damaged/ that no file has. */
async function freeName(disk: Disk, folder: string, file: string): Promise<string> {
  const damaged = join(folder, 'damaged');
  await disk.files.makeFolder(damaged);
  const taken = new Set(await disk.files.readFolder(damaged));
  const nowMs = disk.clock.nowMs();
  let turn = 1;
  while (taken.has(keptName(file, nowMs, turn))) turn += 1;
  return `damaged/${keptName(file, nowMs, turn)}`;
}

/** Where the file is kept now, or why it stays: the disk takes no writes, which loses nothing, or the file is not the one that was read. */
async function moveAside(disk: Disk, folder: string, { file, reason, stamp }: Found & { readonly file: string }): Promise<string | 'stuck' | 'changed'> {
  const path = join(folder, file);
  const isAsRead = async () => isSameStamp(await unlessAbsent(disk.files.stat(path)), stamp);
  try {
    if (!(await isAsRead())) return 'changed';
    const kept = await freeName(disk, folder, file);
    const why = join(folder, `${kept}.reason.txt`);
    await writeDurably(disk, why, new TextEncoder().encode(`${file} was moved here on ${new Date(disk.clock.nowMs()).toISOString()}, because ${damageClause(reason)}.\n`));
    if (!(await isAsRead())) {
      await removeQuietly(disk, why);
      return 'changed';
    }
    await disk.files.rename(path, join(folder, kept));
    await disk.files.syncFolder(join(folder, 'damaged'));
    return kept;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return 'stuck';
  }
}

export function makeDamageRecord(disk: Disk, folder: string, isWritable: boolean): DamageRecord {
  const damages = new Map<string, Damage>();
  const moving = new Set<Promise<unknown>>();
  let mayMove = isWritable;
  const isAwaited = (fault: Fault | undefined) => fault?.code === 'document-unreadable' && fault.reason === 'being-written';

  function note(file: string, fault: Fault, keptAs: string | null = null): Fault {
    damages.set(file, { file, fault, keptAs });
    return fault;
  }

  async function move(file: string, found: Found): ReturnType<typeof moveAside> {
    if (isInHands(disk, found.stamp)) return 'changed';
    if (!mayMove) return 'stuck';
    const moved = moveAside(disk, folder, { file, ...found });
    moving.add(moved);
    return moved.finally(() => moving.delete(moved));
  }

  return {
    async setAside(file, found) {
      const moved = await move(file, found);
      if (moved === 'changed') return note(file, { code: 'document-unreadable', file, reason: 'being-written' });
      return note(file, { code: 'document-damaged', file, reason: found.reason }, moved === 'stuck' ? null : moved);
    },
    note: (file, fault) => void note(file, fault),
    clear(file) {
      if (damages.get(file)?.keptAs === null) damages.delete(file);
    },
    forgetAwaited(file) {
      if (isAwaited(damages.get(file)?.fault)) damages.delete(file);
    },
    find: (file) => damages.get(file) ?? null,
    list: () => [...damages.values()],
    async close() {
      mayMove = false;
      await Promise.allSettled(moving);
    },
  };
}
