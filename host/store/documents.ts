import type { DocumentRef } from './document-format.ts';
import { makeStoredDocument, type StoredDocument, type Workings } from './stored-document.ts';

/** Documents of one kind, one `StoredDocument` for each file. */
export type Documents<T> = {
  at(key: string): StoredDocument<T>;
  settle(): Promise<void>;
};

/** Keeps at most `heldBytesLimit` of documents, as counted on the disk, parsed in memory; those used longest ago go first. */
export function makeDocuments<T>(refOf: (key: string) => DocumentRef<T>, workings: Workings, heldBytesLimit: number): Documents<T> {
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
    const document = makeStoredDocument(refOf(key), workings);
    const touching = async <V>(operation: Promise<V>): Promise<V> => {
      const result = await operation;
      touch(key, document.heldBytes());
      return result;
    };
    return { ...document, read: () => touching(document.read()), update: (change) => touching(document.update(change)) };
  }

  return {
    at(key) {
      const document = documents.get(key) ?? make(key);
      documents.set(key, document);
      return document;
    },
    async settle() {
      await Promise.all([...documents.values()].map((document) => document.settle()));
    },
  };
}
