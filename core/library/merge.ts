import { z } from 'zod';
import { type Article, articleSchema } from '../article/article.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Conflict } from '../base/merge-report.ts';
import { joinRegisters, headValues, isUnsigned, nothingSeen, type Register } from '../base/register.ts';
import { type Collections, collectionsSchema } from '../collection/collection.ts';
import { type SavedSearches, savedSearchesSchema } from '../search/saved-search.ts';
import { type Codebook, codebookSchema } from '../tag/tag.ts';
import { documentOf, keysOf, type Plain, recordsIn, type Shape, type State, stateOf } from './document-state.ts';
import { articleShape, codebookShape, collectionsShape, searchesShape } from './shapes.ts';

export type Merged<T> = { readonly merged: T; readonly conflicts: readonly Conflict[] };

/** Of lists that only grow, the greatest is what is in either, each once. */
function unite(a: readonly unknown[], b: readonly unknown[]): readonly unknown[] {
  const united = new Map([...a, ...b].map((each) => [canonicalJson(each), each]));
  return [...united].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, each]) => each);
}

const anchored = z.object({ anchor: z.object({ start: z.number() }) });

/** Of two places in the text, the one further on. */
function further(a: unknown, b: unknown): number {
  const [first, second] = [anchored.safeParse(a), anchored.safeParse(b)];
  return first.success && second.success ? first.data.anchor.start - second.data.anchor.start : 0;
}

function greater(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return unite(a, b);
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  if (typeof a === 'object' && typeof b === 'object') return (further(a, b) || (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) < 0 ? b : a;
  return String(a) < String(b) ? b : a;
}

function joinGreatest(a: Plain, b: Plain): Plain {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(keys.map((key) => [key, key in a && key in b ? greater(a[key], b[key]) : (a[key] ?? b[key])]));
}

function joinMaps<V>(a: ReadonlyMap<string, V>, b: ReadonlyMap<string, V>, join: (a: V, b: V) => V): ReadonlyMap<string, V> {
  const joined = new Map(a);
  for (const [key, value] of b) {
    const mine = joined.get(key);
    joined.set(key, mine === undefined ? value : join(mine, value));
  }
  return joined;
}

function conflictsIn(shape: Shape, joined: State, parts: readonly State[]): readonly Conflict[] {
  const count = (register: Register | undefined) => headValues(register ?? nothingSeen).length;
  return [...joined.registers].flatMap(([place, register]) => {
    if (count(register) < 2 || parts.some((part) => count(part.registers.get(place)) >= count(register))) return [];
    const keys = keysOf(place);
    const isInRecord = keys[0] === shape.records;
    return [{ field: keys[isInRecord ? 2 : 0] ?? '', recordId: isInRecord ? (keys[1] ?? null) : null }];
  });
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

/** What somebody has written into a text that was made up; null where nobody has. That it was blank when it was made is nobody's word. */
function writtenIn({ seen, heads }: Register): Register | null {
  const isMadeUp = (session: string) => isUnsigned(session) && isBlank(heads.get(session));
  const left: Register = { seen: new Map([...seen].filter(([session]) => !isMadeUp(session))), heads: new Map([...heads].filter(([session]) => !isMadeUp(session))) };
  return left.seen.size > 0 ? left : null;
}

/** What a document tells, without its stand-ins for records that the other has itself. Their removal stays, as it is no part of them, and so does what was written into their texts. */
function stateBeside(shape: Shape, document: Plain, other: Plain): State {
  const state = stateOf(shape, document);
  const all = (of: Plain) => [...recordsIn(of, shape.records), ...recordsIn(of, 'removed')];
  const known = new Set(all(other).filter((record) => !shape.isStandIn(record)).map(({ id }) => id));
  const dropped = new Set(all(document).filter((record) => shape.isStandIn(record) && known.has(record.id)).map(({ id }) => id));
  if (dropped.size === 0) return state;
  const kept = ([place, register]: readonly [string, Register]): readonly [string, Register][] => {
    const [first, id = '', field = ''] = keysOf(place);
    if (first !== shape.records || !dropped.has(id)) return [[place, register]];
    const written = shape.texts.includes(field) ? writtenIn(register) : null;
    return written ? [[place, written]] : [];
  };
  return { registers: new Map([...state.registers].flatMap(kept)), greatest: new Map([...state.greatest].filter(([id]) => !dropped.has(id))) };
}

/** Merges documents of a shape. A document is its state, and states are joined field by field; so whoever merges, in whatever order, gets the same. */
const mergerOf = <T extends Plain>(shape: Shape, schema: { parse(raw: unknown): T }) => (a: T, b: T): Merged<T> => {
  const [first, second] = [stateBeside(shape, a, b), stateBeside(shape, b, a)];
  const joined: State = { registers: joinMaps(first.registers, second.registers, joinRegisters), greatest: joinMaps(first.greatest, second.greatest, joinGreatest) };
  return { merged: schema.parse(documentOf(shape, joined)), conflicts: conflictsIn(shape, joined, [first, second]) };
};

/** Two copies of an article's document as one, with every highlight and every note of both. */
export const mergeArticles = mergerOf<Article>(articleShape, articleSchema);

/** Two copies of the codebook as one, with every tag of both; of the collections, with every member of each; of the saved searches. */
export const mergeCodebooks = mergerOf<Codebook>(codebookShape, codebookSchema);
export const mergeCollections = mergerOf<Collections>(collectionsShape, collectionsSchema);
export const mergeSearches = mergerOf<SavedSearches>(searchesShape, savedSearchesSchema);
