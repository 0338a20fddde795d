import type { Result } from '../../core/base/result.ts';
import type { DocumentRef } from './document-format.ts';
import { makeStoredDocument, type Sighting, type StoredDocument, type Workings } from './stored-document.ts';

/** Documents of one kind, one `StoredDocument` for each file. */
export type Documents<T> = {
  at(key: string): StoredDocument<T>;
  /** The value of a document, without holding one that nobody holds. */
  glance(key: string): Promise<Result<T | null>>;
  /** True for one that was taken up here: whoever reads it another way might miss what is being written. */
  isTakenUp(key: string): boolean;
  settle(): Promise<void>;
};

type Options<T> = {
  /** Of documents, as counted on the disk, at most so much is kept parsed in memory; those used longest ago go first. */
  readonly heldBytesLimit: number;
  /** Told of every look at a document and every write. */
  readonly onSeen: (key: string, sighting: Sighting<T>) => void;
};

export function makeDocuments<T>(refOf: (key: string) => DocumentRef<T>, workings: Workings, { heldBytesLimit, onSeen }: Options<T>): Documents<T> {
  const documents = new Map<string, StoredDocument<T>>();
  const held = new Map<string, number>();
  let heldBytes = 0;

  function touch(key: string, bytes: number): void {
    heldBytes += bytes - (held.get(key) ?? 0);
    held.delete(key);
    if (bytes > 0) held.set(key, bytes);
    for (const [oldest, itsBytes] of held) {
      if (heldBytes <= heldBytesLimit || oldest === key) break;
      documents.get(oldest)?.forget();
      held.delete(oldest);
      heldBytes -= itsBytes;
    }
  }

  function make(key: string): StoredDocument<T> {
    const document = makeStoredDocument(refOf(key), workings, (sighting) => onSeen(key, sighting));
    const touching = async <V>(operation: Promise<V>): Promise<V> => {
      const result = await operation;
      touch(key, document.heldBytes());
      return result;
    };
    return { ...document, read: () => touching(document.read()), update: (change) => touching(document.update(change)), mergeIn: (copy, bytes) => touching(document.mergeIn(copy, bytes)) };
  }

  function at(key: string): StoredDocument<T> {
    const document = documents.get(key) ?? make(key);
    documents.set(key, document);
    return document;
  }

  return {
    at,
    isTakenUp: (key) => documents.has(key),
    async glance(key) {
      if (!documents.has(key)) {
        const sightings: Sighting<T>[] = [];
        const read = await makeStoredDocument(refOf(key), workings, (sighting) => sightings.push(sighting)).read();
        // Who took it up meanwhile may have written it, and knows better what was seen.
        if (!documents.has(key)) {
          for (const sighting of sightings) onSeen(key, sighting);
          return read;
        }
      }
      return at(key).read();
    },
    async settle() {
      await Promise.all([...documents.values()].map((document) => document.settle()));
    },
  };
}
