import { z } from 'zod';
import { foldText, normaliseLine } from './text.ts';

/** The kinds of things of a library's own that have names: of each kind there is one document. */
export type RecordKind = 'tag' | 'collection' | 'search';

export type NamedRecord = { readonly id: string; readonly name: string };

export const NAME_LENGTH_LIMIT = 200;

/** A name as it comes from a user: on one line, without spaces around it, not empty. */
export const nameSchema = z.string().transform(normaliseLine).pipe(z.string().min(1).max(NAME_LENGTH_LIMIT));

/** A name as it stands in a document. */
export const keptNameSchema = z.string().min(1).max(NAME_LENGTH_LIMIT);

/** What of a name counts when two are compared. */
export const foldName = (name: string): string => foldText(normaliseLine(name));

/** The record of that name, case and diacritics folded; null where there is none. */
export function findByName<R extends NamedRecord>(records: readonly R[], name: string): R | null {
  const wanted = foldName(name);
  return records.find((record) => foldName(record.name) === wanted) ?? null;
}

export function findById<R extends NamedRecord>(records: readonly R[], id: R['id']): R | null {
  return records.find((record) => record.id === id) ?? null;
}

/** The records with one more, or with another in place of the one with its id. */
export function withRecord<R extends NamedRecord>(records: readonly R[], record: R): readonly R[] {
  const others = records.filter((other) => other.id !== record.id);
  // Ids sort by time, so a record that comes back after its removal finds its old place.
  return [...others, record].sort((a, b) => (a.id < b.id ? -1 : 1));
}
