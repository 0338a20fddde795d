import { basename, join } from 'node:path';
import { createId } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { formatAfter } from '../../core/library/migrations.ts';
import { readFormat } from './document-format.ts';
import { codebookRef, type Identity } from './document-refs.ts';
import { errorCode } from './file-system.ts';
import type { StoredDocument, Workings } from './stored-document.ts';

type Place = Pick<Workings, 'disk' | 'folder' | 'shownAs' | 'upgrade'>;

function makeIdentity({ disk, folder }: Place): Identity {
  const nowMs = disk.clock.nowMs();
  return { id: createId(nowMs, disk.chance.bytes(10)), name: basename(folder) || 'Lectern', createdAt: new Date(nowMs).toISOString(), seeded: false };
}

/** The format of a document that is later than ours; null where it is not, or can't be told. */
async function laterFormat({ disk, folder, upgrade }: Place, file: string): Promise<number | null> {
  try {
    const format = readFormat(await disk.files.readFile(join(folder, file)));
    return format !== null && format > formatAfter(upgrade.chain) ? format : null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

/** What the library is called, made where there is nothing that can be read. Refused where a later Lectern has made the library or its list of tags. */
export async function openIdentity(document: StoredDocument<Identity>, place: Place & { knowId(id: string): void }): Promise<Result<Identity>> {
  const read = await document.read();
  const later = read.ok || read.fault.code !== 'document-newer' ? await laterFormat(place, codebookRef.file) : read.fault.format;
  if (later !== null) return fail({ code: 'library-newer', folder: place.shownAs, format: later });
  if (!read.ok && read.fault.code !== 'document-damaged') return read;
  if (read.ok && read.value) {
    const identity = read.value;
    place.knowId(identity.id);
    // Its format tells any Lectern what it needs to write here, so it is brought up to date before anything else is.
    const upgraded = await document.upgrade();
    return upgraded.ok ? succeed(identity) : upgraded;
  }
  const made = makeIdentity(place);
  place.knowId(made.id);
  return document.update((identity) => succeed({ next: identity ?? made, answer: identity ?? made }));
}

/** The same where nothing is written: what can be told, and the later format where there is one. `isKnown` is false where the id is made up. */
export async function readIdentity(document: StoredDocument<Identity>, place: Place): Promise<{ readonly identity: Identity; readonly isKnown: boolean; readonly later: number | null }> {
  const read = await document.read();
  const later = read.ok || read.fault.code !== 'document-newer' ? await laterFormat(place, codebookRef.file) : read.fault.format;
  return read.ok && read.value ? { identity: read.value, isKnown: true, later } : { identity: makeIdentity(place), isKnown: false, later };
}
