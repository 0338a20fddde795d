import { type Result, succeed } from '../../core/base/result.ts';
import type { RecordDocument } from '../../core/library/ports.ts';
import type { DocumentRef } from './document-format.ts';
import { makeStoredDocument, type Sighting, type StoredDocument, type Workings } from './stored-document.ts';

/** Answers the value of a document that another program changed since it was last seen, else null. */
function makeForeignChange<T>(): (sighting: Sighting<T>) => T | null {
  // The hash of what was last seen; empty for no file, null before the first look.
  let known: string | null = null;
  return ({ value, seen, isOwn }) => {
    const isForeign = !isOwn && known !== null && seen !== null && seen.hash !== known;
    known = seen?.hash ?? known ?? '';
    return isForeign ? value : null;
  };
}

/** A document that tells of what another program makes of it. */
export function makeToldDocument<D>(ref: DocumentRef<D>, workings: Workings, onForeign: (document: D) => void): StoredDocument<D> {
  const foreign = makeForeignChange<D>();
  return makeStoredDocument(ref, workings, (sighting) => {
    const changed = foreign(sighting);
    if (changed) onForeign(changed);
  });
}

type Options<D> = {
  readonly empty: D;
  /** Runs a write where writing is allowed. */
  write<T>(operation: () => Promise<Result<T>>): Promise<Result<T>>;
  readonly onForeign: (document: D) => void;
};

/**
 * A document of named records that a library can do without: where there is none, or none that can be read, it is empty to
 * whoever reads it. What can't be read is told with what is damaged, and is never written over.
 */
export function makeRecordDocument<D>(ref: DocumentRef<D>, workings: Workings, { empty, write, onForeign }: Options<D>): { readonly document: RecordDocument<D>; readonly stored: StoredDocument<D> } {
  const { damage } = workings;
  const stored = makeToldDocument(ref, workings, onForeign);

  async function read(): Promise<Result<D>> {
    const found = await stored.read();
    if (found.ok) damage.clear(ref.file);
    else if (found.fault.code === 'document-unreadable') damage.note(ref.file, found.fault);
    return succeed(found.ok && found.value ? found.value : empty);
  }

  return {
    stored,
    document: {
      read,
      update: (change) => write(async () => {
        // What is damaged is moved away by reading it, and a new document begins.
        await read();
        return stored.update((present) => change(present ?? empty));
      }),
    },
  };
}
