import { z } from 'zod';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import type { DamageReason, Unsaved } from '../../core/base/fault.ts';
import type { Stamp } from '../../core/base/register.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Merged } from '../../core/library/merge.ts';
import { formatAfter, migrate, migrations } from '../../core/library/migrations.ts';
import { isDeeperThan, sha256 } from './canonical-json.ts';

const DEPTH_LIMIT = 64;

/** What a document of the library is: where it lies, what a person calls it, and how its body is read. */
export type DocumentRef<T> = {
  /** Relative to the library's folder, with "/". */
  readonly file: string;
  readonly kind: string;
  readonly what: Unsaved;
  /** The id that the body must have; null where the body has none. */
  readonly id: string | null;
  /** Throws a ZodError for what is not such a body. */
  parse(body: unknown): T;
  /** The next value with a record of what was changed, where the document keeps one. */
  revise?(old: T, next: T, stamp: Stamp): T;
  /** Two copies of the document as one. */
  merge(value: T, copy: T): Merged<T>;
};

/** A document's body, and how often it was written. `format` is the one that it was read in, where that is an earlier one. */
export type Stored<T> = { readonly rev: number; readonly value: T; readonly format?: number };

/** Why bytes are not a document that can be used: damaged, or of a later format. */
export type Unusable = { readonly kind: 'damaged'; readonly reason: DamageReason } | { readonly kind: 'newer'; readonly format: number };

const damaged = (reason: DamageReason) => fail<Unusable>({ kind: 'damaged', reason });

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `sha256` is null in a document that was edited by hand. */
const envelopeSchema = z.object({ kind: z.string(), format: z.int().min(1), rev: z.int().min(0), sha256: z.string().nullable() });

/** The JSON value in bytes, nested no deeper than `depthLimit`, or what is wrong with them. */
export function parseJson(bytes: Uint8Array, depthLimit = DEPTH_LIMIT): Result<unknown, Unusable> {
  if (bytes.length === 0) return damaged('empty');
  if (bytes.every((byte) => byte === 0)) return damaged('nul-filled');
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return damaged('not-json');
    throw error;
  }
  return isDeeperThan(value, depthLimit) ? damaged('too-deep') : succeed(value);
}

/** Reads a document from its bytes, of whatever format up to the present one. */
export function decodeDocument<T>(ref: DocumentRef<T>, bytes: Uint8Array, chain = migrations): Result<Stored<T>, Unusable> {
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success || envelope.data.kind !== ref.kind) return damaged('wrong-shape');
  const { format, rev } = envelope.data;
  if (format > formatAfter(chain)) return fail({ kind: 'newer', format });
  const { sha256: stated, ...hashed } = parseRecord(json.value);
  if (stated !== null && stated !== hashOf(hashed)) return damaged('wrong-hash');
  const { kind: _kind, format: _format, rev: _rev, ...body } = hashed;
  try {
    const present = migrate(chain, { kind: ref.kind, format }, body);
    const value = ref.parse(present);
    if (ref.id !== null && ref.id !== present['id']) return damaged('wrong-id');
    return succeed({ rev, value, ...(format < formatAfter(chain) ? { format } : {}) });
  } catch (error) {
    // A step meets bodies that nobody has looked at: what it can't take is not shaped as its format says.
    if (error instanceof z.ZodError || error instanceof TypeError) return damaged('wrong-shape');
    throw error;
  }
}

/** The format that a document states, whatever else it holds; null where it states none. */
export function readFormat(bytes: Uint8Array): number | null {
  const json = parseJson(bytes);
  const envelope = json.ok ? envelopeSchema.safeParse(json.value) : null;
  return envelope?.success ? envelope.data.format : null;
}

/** True for a document, already decoded, that was edited by hand and not written since: it states no hash. */
export function isUnsigned(bytes: Uint8Array): boolean {
  return envelopeSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).sha256 === null;
}

/** A value that a schema has found to be an object. */
const parseRecord = (value: unknown) => value as Readonly<Record<string, unknown>>;

const hashOf = (document: Readonly<Record<string, unknown>>): string => sha256(canonicalJson(document));

/** The body in the schema's order of keys. A body that is not one is a bug of ours, not a user's input. */
function orderBody<T>(ref: DocumentRef<T>, value: T): Readonly<Record<string, unknown>> {
  try {
    return parseRecord(JSON.parse(JSON.stringify(ref.parse(value))));
  } catch (cause) {
    throw new Error(`${ref.file} is not such a document`, { cause });
  }
}

/** The bytes of a document: JSON in the schema's order of keys, then keys that this Lectern does not know, two spaces, a newline at the end. */
export function spellDocument<T>(ref: DocumentRef<T>, { rev, value }: Stored<T>, chain = migrations): Uint8Array {
  const format = formatAfter(chain);
  const body = orderBody(ref, value);
  const hash = hashOf({ kind: ref.kind, format, rev, ...body });
  return new TextEncoder().encode(`${JSON.stringify({ kind: ref.kind, format, rev, sha256: hash, ...body }, null, 2)}\n`);
}

/** Throws for bytes that are not such a document: what can't be read back must not take a document's place. */
export function requireReadable<T>(ref: DocumentRef<T>, bytes: Uint8Array, chain = migrations): void {
  const readBack = decodeDocument(ref, bytes, chain);
  if (!readBack.ok) throw new Error(`${ref.file} would not be readable: ${JSON.stringify(readBack.fault)}`);
}

/** The bytes of a document, which can be read back. */
export function encodeDocument<T>(ref: DocumentRef<T>, stored: Stored<T>, chain = migrations): Uint8Array {
  const bytes = spellDocument(ref, stored, chain);
  requireReadable(ref, bytes, chain);
  return bytes;
}
