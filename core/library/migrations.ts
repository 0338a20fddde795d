/** A document's body: all of it but its envelope. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * What brings documents of one format to the next, by their kind. A kind that is not named stays as it is.
 * A step is pure, keeps every key that it has no reason to touch, and is never changed once it was released.
 */
export type Migration = { readonly [kind: string]: (body: Body) => Body };

/** Every step, in order: the first brings format 1 to 2. */
export type Chain = readonly Migration[];

/** The steps to what this Lectern writes. None yet: there was never a format before 1. */
export const migrations: Chain = [];

/** The same for texts, which have a format of their own: they never change, so theirs are migrated whenever they are read. */
export const contentMigrations: Chain = [];

/** The format that the end of a chain writes, and the latest that it reads. */
export const formatAfter = (chain: Chain): number => chain.length + 1;

/** A body of an earlier format as one of the latest. */
export function migrate(chain: Chain, { kind, format }: { readonly kind: string; readonly format: number }, body: Body): Body {
  return chain.slice(format - 1).reduce((before, step) => step[kind]?.(before) ?? before, body);
}
