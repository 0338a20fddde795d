import { join } from 'node:path';
import { damageClause } from '../../core/messages/fault-messages.ts';
import type { DamageReason, Fault } from '../../core/base/fault.ts';
import type { Damage } from '../../core/library/ports.ts';
import { type Disk, writeDurably } from './durable-file.ts';
import { errorCode } from './file-system.ts';

/** What of a library could not be read since it was opened. Damaged files go to damaged/, where nothing is written over or removed. */
export type DamageRecord = {
  /** Notes a file that is damaged; where writing is allowed, moves it away from where its successor will be written. */
  setAside(file: string, reason: DamageReason): Promise<Fault>;
  /** Notes a file that stays where it is. */
  note(file: string, fault: Fault): void;
  /** The file was read after all. What was set aside stays told: its bytes are in damaged/. */
  clear(file: string): void;
  find(file: string): Damage | null;
  list(): readonly Damage[];
};

/** "articles/x.json" as "x.20261122T221004Z.json", and as "….2.json" where that is taken. */
function keptName(file: string, timeMs: number, turn: number): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const time = new Date(timeMs).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${name.slice(0, dot)}.${time}${turn === 1 ? '' : `.${turn}`}${name.slice(dot)}`;
}

async function moveAside(disk: Disk, folder: string, moved: { file: string; reason: DamageReason }): Promise<string | null> {
  try {
    await disk.files.makeFolder(join(folder, 'damaged'));
    const taken = new Set(await disk.files.readFolder(join(folder, 'damaged')));
    const nowMs = disk.clock.nowMs();
    let turn = 1;
    while (taken.has(keptName(moved.file, nowMs, turn))) turn += 1;
    const kept = `damaged/${keptName(moved.file, nowMs, turn)}`;
    const reason = `${moved.file} was moved here on ${new Date(nowMs).toISOString()}, because ${damageClause(moved.reason)}.\n`;
    await writeDurably(disk, join(folder, `${kept}.reason.txt`), new TextEncoder().encode(reason));
    await disk.files.rename(join(folder, moved.file), join(folder, kept));
    await disk.files.syncFolder(join(folder, 'damaged'));
    return kept;
  } catch (error) {
    // A disk that takes no writes keeps the damaged file where it is, which loses nothing.
    if (errorCode(error) === null) throw error;
    return null;
  }
}

export function makeDamageRecord(disk: Disk, folder: string, isWritable: boolean): DamageRecord {
  const damages = new Map<string, Damage>();
  return {
    async setAside(file, reason) {
      const fault: Fault = { code: 'document-damaged', file, reason };
      damages.set(file, { file, fault, keptAs: isWritable ? await moveAside(disk, folder, { file, reason }) : null });
      return fault;
    },
    note: (file, fault) => void damages.set(file, { file, fault, keptAs: null }),
    clear(file) {
      if (damages.get(file)?.keptAs === null) damages.delete(file);
    },
    find: (file) => damages.get(file) ?? null,
    list: () => [...damages.values()],
  };
}
