import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { fingerprint } from './fingerprint.ts';

/** Which edits were seen: of each session, the number of its last one. */
export type Clock = ReadonlyMap<string, number>;

/** An edit: who made it, and its number there. A session is one opening of a library; its edits are counted from 1. */
export type Stamp = { readonly session: string; readonly count: number };

/**
 * A value that may be changed in several copies at once. `heads` are the values that no seen edit has replaced, by the
 * session that wrote each; there is more than one only where edits did not know of each other. Of every head's session,
 * `seen` has the number of the edit that wrote it.
 */
export type Register = { readonly seen: Clock; readonly heads: ReadonlyMap<string, unknown> };

export const nothingSeen: Register = { seen: new Map(), heads: new Map() };

const sessionSchema = z.string().regex(/^=?[0-9a-z]{8,20}$/);
const clockSchema = z.record(sessionSchema, z.int().min(1));

/**
 * A register as a document keeps it: what was seen, and the session of the head, whose value stands in its field; where that
 * value is made of several heads, each of them. `of` tells whether the field is still what it was when this was written.
 */
export const revisionSchema = z.looseObject({ seen: clockSchema, of: z.string().optional(), by: sessionSchema.optional(), heads: z.record(sessionSchema, z.unknown()).optional() });
export type Revision = z.infer<typeof revisionSchema>;

/** Revisions by the place of their field, as a JSON Pointer (RFC 6901) without its first slash. */
export const revisionsSchema = z.record(z.string(), revisionSchema);
export type Revisions = z.infer<typeof revisionsSchema>;

/** A value of a field, told from its others. */
const markOf = (field: string, value: unknown): string => fingerprint(`${field}\n${canonicalJson(value)}`);

/** A value that no session signed counts as written by a session named after it, so equal ones are the same edit wherever they stand. */
const unsigned = (field: string, value: unknown): string => `=${markOf(field, value)}`;

/** True for the session of a value that nobody signed. */
export const isUnsigned = (session: string): boolean => session.startsWith('=');

/** A field's register, from its value and its revision; undefined is no value. */
export function readRegister(field: string, value: unknown, revision: Revision | undefined): Register {
  if (value === undefined) return nothingSeen;
  const seen = new Map(Object.entries(revision?.seen ?? {}));
  if (revision && revision.of === markOf(field, value)) {
    if (revision.heads) return { seen, heads: new Map(Object.entries(revision.heads)) };
    if (revision.by !== undefined) return { seen, heads: new Map([[revision.by, value]]) };
  }
  // Without a revision, or with one that is of another value: somebody wrote it who keeps no revisions, upon all that was there.
  const session = unsigned(field, value);
  return writeRegister({ seen, heads: new Map() }, value, { session, count: (seen.get(session) ?? 0) + 1 });
}

/** The register after an edit, which replaces all that it had seen. */
export function writeRegister(register: Register, value: unknown, { session, count }: Stamp): Register {
  return { seen: new Map([...register.seen, [session, count]]), heads: new Map([[session, value]]) };
}

/** How a document keeps a register whose field shows `value`; undefined where the value alone says it all. */
export function revisionOf(field: string, { seen, heads }: Register, value: unknown): Revision | undefined {
  const [[by, only] = [undefined, undefined]] = heads;
  const clock = Object.fromEntries([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));
  const of = markOf(field, value);
  if (by === undefined || heads.size > 1 || markOf(field, only) !== of) return { seen: clock, of, heads: Object.fromEntries([...heads].sort(([a], [b]) => (a < b ? -1 : 1))) };
  return seen.size === 1 && by === `=${of}` && seen.get(by) === 1 ? undefined : { seen: clock, of, by };
}

/** What either had seen. */
export function joinClocks(a: Clock, b: Clock): Clock {
  const joined = new Map(a);
  for (const [session, count] of b) joined.set(session, Math.max(count, joined.get(session) ?? 0));
  return joined;
}

/** The heads of one register that the other has too, or has not seen. */
function* standingHeads(one: Register, other: Register): Generator<[string, unknown]> {
  for (const [session, value] of one.heads) {
    const isUnseen = (one.seen.get(session) ?? 0) > (other.seen.get(session) ?? 0);
    if (isUnseen || (other.heads.has(session) && one.seen.get(session) === other.seen.get(session))) yield [session, value];
  }
}

/** Two copies of a register as one: commutative, associative, idempotent. */
export function joinRegisters(a: Register, b: Register): Register {
  const heads = new Map(standingHeads(a, b));
  for (const [session, value] of standingHeads(b, a)) {
    // Twins of one edit differ only where somebody forged it; then, too, all must choose the same.
    const twin = heads.get(session);
    if (!heads.has(session) || canonicalJson(twin) < canonicalJson(value)) heads.set(session, value);
  }
  return { seen: joinClocks(a.seen, b.seen), heads };
}

/** True where a head of the register is an edit that the clock has not seen. */
export function hasUnseenHead({ seen, heads }: Register, clock: Clock): boolean {
  return [...heads.keys()].some((session) => (seen.get(session) ?? 0) > (clock.get(session) ?? 0));
}

/** The distinct values of a register's heads, in an order that is everywhere the same. */
export function headValues({ heads }: Register): readonly unknown[] {
  const values = new Map([...heads.values()].map((value) => [canonicalJson(value), value]));
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
