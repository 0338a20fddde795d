import { type Article, articleSchema } from '../article/article.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { joinClocks, nothingSeen, type Register, type Revision, type Revisions, type Stamp, writeRegister } from '../base/register.ts';
import { type Collections, collectionsSchema } from '../collection/collection.ts';
import { type SavedSearches, savedSearchesSchema } from '../search/saved-search.ts';
import { type Codebook, codebookSchema } from '../tag/tag.ts';
import { fieldsOf, findRegister, type KeyedRecord, keysOf, placeOf, type Plain, recordsIn, removalPlace, revisionAt, revisionsIn, type Shape, stateOf } from './document-state.ts';
import { articleShape, codebookShape, collectionsShape, searchesShape } from './shapes.ts';

/** What revising collects: the registers of the places that an edit has written, with the values that stand there now. */
type Written = Map<string, { readonly register: Register; readonly value: unknown }>;
type Revising = { readonly shape: Shape; readonly revisions: Revisions; readonly stamp: Stamp; readonly written: Written };

/** Signs every field that differs. A field of which nothing was known is a first value, which needs no signature; a member that joins a set does. */
function signFields({ shape, revisions, stamp, written }: Revising, old: ReadonlyMap<string, unknown>, next: ReadonlyMap<string, unknown>): void {
  const isMember = (place: string) => [...shape.ownSets, ...shape.recordSets].includes(keysOf(place).at(-2) ?? '');
  for (const place of new Set([...old.keys(), ...next.keys()])) {
    const [was, is] = [old.get(place), next.get(place)];
    if (was === is || (was !== undefined && is !== undefined && canonicalJson(was) === canonicalJson(is))) continue;
    if (is === undefined && !isMember(place)) continue;
    const register = writeRegister(findRegister(shape, place, { value: was, revisions }) ?? nothingSeen, is === undefined ? false : is, stamp);
    written.set(place, { register, value: is });
  }
}

/** What a removal has seen: every edit of the record. */
function signRemoval({ shape, revisions, written }: Revising, record: KeyedRecord): void {
  const place = placeOf(shape.records, record.id);
  const fields = fieldsOf(shape, record, record.id);
  const hidden = Object.keys(revisions).filter((each) => each === place || each.startsWith(`${place}/`) || each === removalPlace(record.id));
  const registers = [...new Set([...fields.keys(), ...hidden])].map((each) => findRegister(shape, each, { value: fields.get(each), revisions }));
  const seen = registers.reduce((clock, register) => joinClocks(clock, (register ?? nothingSeen).seen), nothingSeen.seen);
  written.set(removalPlace(record.id), { register: { seen, heads: new Map() }, value: undefined });
}

/** A document that is taken away, or changed where it lies, with the clock of all that is in it: an edit elsewhere that is not brings it back. */
function signAbsence(shape: Shape, document: Plain): Plain {
  if (shape.cleared.every((key) => (document[key] ?? null) === null)) return document;
  const seen = [...stateOf(shape, document).registers.values()].reduce((clock, register) => joinClocks(clock, register.seen), nothingSeen.seen);
  const revision = revisionAt(shape, removalPlace(''), { register: { seen, heads: new Map() }, value: undefined });
  return { ...document, revisions: { ...revisionsIn(document), ...(revision ? { [removalPlace('')]: revision } : {}) } };
}

function signReturn({ shape, revisions, stamp, written }: Revising, id: string): void {
  const place = placeOf(shape.records, id);
  written.set(place, { register: writeRegister(findRegister(shape, place, { value: undefined, revisions }) ?? nothingSeen, true, stamp), value: undefined });
}

const byId = (records: readonly KeyedRecord[]): ReadonlyMap<string, KeyedRecord> => new Map(records.map((record) => [record.id, record]));

/** Signs what was done to records, and answers those that are removed now. */
function signRecords(revising: Revising, old: Plain, next: Plain): readonly KeyedRecord[] {
  const { shape } = revising;
  const present = byId(recordsIn(next, shape.records));
  const past = byId(recordsIn(old, shape.records));
  const removed = byId(recordsIn(old, 'removed'));
  for (const [id, record] of present) {
    const before = past.get(id) ?? removed.get(id);
    if (before && before !== record) signFields(revising, fieldsOf(shape, before, id), fieldsOf(shape, record, id));
    if (!past.has(id) && Object.hasOwn(revising.revisions, removalPlace(id))) signReturn(revising, id);
  }
  const gone = [...past.values()].filter((record) => !present.has(record.id));
  for (const record of gone) signRemoval(revising, record);
  return [...[...removed.values()].filter((record) => !present.has(record.id)), ...gone].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The next document with the revisions of all that differs from the one before it. */
function reviseDocument(shape: Shape, change: { old: Plain; next: Plain }, stamp: Stamp): Plain {
  const { old, next } = change;
  const written: Written = new Map();
  const revising = { shape, revisions: revisionsIn(old), stamp, written };
  signFields(revising, fieldsOf(shape, old), fieldsOf(shape, next));
  const removed = signRecords(revising, old, next);
  const { removed: _removed, revisions: _revisions, ...rest } = next;
  const signed = [...written].flatMap(([place, shown]): [string, Revision][] => {
    const revision = revisionAt(shape, place, shown);
    return revision ? [[place, revision]] : [];
  });
  const revisions = { ...revising.revisions, ...Object.fromEntries(signed) };
  return signAbsence(shape, { ...rest, ...(removed.length > 0 ? { removed } : {}), ...(Object.keys(revisions).length > 0 ? { revisions } : {}) });
}

const reviserOf = <T extends Plain>(shape: Shape, schema: { parse(raw: unknown): T }) => (old: T, next: T, stamp: Stamp): T => schema.parse(reviseDocument(shape, { old, next }, stamp));

/** A document after an edit, with a record of what the edit has changed, so that its copies can be merged. */
export const reviseArticle = reviserOf<Article>(articleShape, articleSchema);
export const reviseCodebook = reviserOf<Codebook>(codebookShape, codebookSchema);
export const reviseCollections = reviserOf<Collections>(collectionsShape, collectionsSchema);
export const reviseSearches = reviserOf<SavedSearches>(searchesShape, savedSearchesSchema);
