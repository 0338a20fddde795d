import { z } from 'zod';
import { TEXT_SEPARATOR } from '../base/concurrent-texts.ts';
import { hasUnseenHead, headValues, readRegister, type Register, type Revision, revisionOf, type Revisions, revisionsSchema } from '../base/register.ts';

/** A document as plain JSON: what merging looks at, whatever the document is of. */
export type Plain = Readonly<Record<string, unknown>>;
export type KeyedRecord = Plain & { readonly id: string };

/** How the fields of a kind of document are merged. Of a field that is not named here, one value is shown. */
export type Shape = {
  /** The key of the list of records, each with an id of its own. */
  readonly records: string;
  /** Texts: of several, all are shown, as long as they are no longer than `textLimit` together. */
  readonly texts: readonly string[];
  readonly textLimit: number;
  /** Lists whose members are there or not, each by itself; of the document, and of its records. */
  readonly ownSets: readonly string[];
  readonly recordSets: readonly string[];
  /** Fields of which the greatest value counts, whoever wrote it. */
  readonly greatest: readonly string[];
  /** Fields that take the whole document away while they are not null. Null wins, and so does an edit that had not seen them. */
  readonly cleared: readonly string[];
  /** True for a record that was made up in place of one which could not be read. Beside that one it counts for nothing. */
  isStandIn(record: KeyedRecord): boolean;
  /** What the records show, where one depends on the others. */
  settle(records: readonly KeyedRecord[]): readonly KeyedRecord[];
};

/** All that a document tells of its edits: a register for each place, and by record ('' is the document) the values of which the greatest counts. */
export type State = { readonly registers: ReadonlyMap<string, Register>; readonly greatest: ReadonlyMap<string, Plain> };

const membersSchema = z.array(z.string());

const escape = (key: string): string => (/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key);
const unescape = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** A place in a document, as a JSON Pointer without its first slash. */
export const placeOf = (...keys: readonly string[]): string => keys.map(escape).join('/');
export const keysOf = (place: string): readonly string[] => place.split('/').map(unescape);

/** Where it is kept what a record's removal had seen; of '', what had been seen when the document itself was taken away. */
export const removalPlace = (id: string): string => placeOf('removed', id);

const isKeyedRecord = (value: unknown): value is KeyedRecord => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** The records of a document, themselves and not copies: so that one which nothing was done to is known by being the same. */
export function recordsIn(document: Plain, key: string): readonly KeyedRecord[] {
  const records = document[key] ?? [];
  if (!Array.isArray(records) || !records.every(isKeyedRecord)) throw new TypeError(`${key} are not records`);
  return records;
}

export const revisionsIn = (document: Plain): Revisions => revisionsSchema.parse(document['revisions'] ?? {});

/** A field's name within its record. */
function fieldOf(shape: Shape, place: string): string {
  const keys = keysOf(place);
  return placeOf(...(keys[0] === shape.records ? keys.slice(2) : keys));
}

/** The fields of a record, or with no `recordId` of the document itself, by place. Each member of a set is a field. */
export function fieldsOf(shape: Shape, record: Plain, recordId?: string): ReadonlyMap<string, unknown> {
  const [above, passed, sets] = recordId === undefined ? [[], [shape.records, 'removed', 'revisions'], shape.ownSets] : [[shape.records, recordId], ['id'], shape.recordSets];
  const fields = Object.entries(record).filter(([key, value]) => value !== undefined && !passed.includes(key) && !shape.greatest.includes(key));
  return new Map(fields.flatMap(([key, value]): (readonly [string, unknown])[] =>
    sets.includes(key) ? membersSchema.parse(value).map((member) => [placeOf(...above, key, member), true]) : [[placeOf(...above, key), value]],
  ));
}

/** The register of a field that shows `value`. */
function registerAt(shape: Shape, place: string, { value, revisions }: { value: unknown; revisions: Revisions }): Register {
  return readRegister(fieldOf(shape, place), value, revisions[place]);
}

const sorted = <V>(map: ReadonlyMap<string, V>): Readonly<Record<string, V>> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

/** How a document keeps the register of a field that shows `value`, undefined where none does. */
export function revisionAt(shape: Shape, place: string, { register, value }: { register: Register; value: unknown }): Revision | undefined {
  if (value !== undefined) return revisionOf(fieldOf(shape, place), register, value);
  return { seen: sorted(register.seen), ...(register.heads.size > 0 ? { heads: sorted(register.heads) } : {}) };
}

/** The register of a place that has a revision and no value: a member that its set has not, a record that came back, a removal. */
function hiddenRegister(shape: Shape, place: string, { seen, heads, by }: Revision): Register | null {
  const field = keysOf(fieldOf(shape, place));
  const isMember = field.length === 2 && [...shape.ownSets, ...shape.recordSets].includes(field[0] ?? '');
  if (heads || by === undefined) return { seen: new Map(Object.entries(seen)), heads: new Map(Object.entries(heads ?? {})) };
  // Somebody who keeps no revisions took it out. Absence is no removal, and a member needs no more than its name to come back.
  return isMember ? { seen: new Map(Object.entries(seen)), heads: new Map([[by, true]]) } : null;
}

/** The register of a place, with or without a value; null where nothing is known of it. */
export function findRegister(shape: Shape, place: string, found: { value: unknown; revisions: Revisions }): Register | null {
  if (found.value !== undefined) return registerAt(shape, place, found);
  const revision = found.revisions[place];
  return revision ? hiddenRegister(shape, place, revision) : null;
}

/** Reads what a document tells of its edits. Where it has no revisions, every value counts as a first one. */
export function stateOf(shape: Shape, document: Plain): State {
  const revisions = revisionsIn(document);
  const records = [...recordsIn(document, shape.records), ...recordsIn(document, 'removed')];
  const ids = new Set(records.map((record) => record.id));
  const registers = new Map<string, Register>();
  for (const [place, value] of [...fieldsOf(shape, document), ...records.flatMap((record) => [...fieldsOf(shape, record, record.id)])]) {
    registers.set(place, registerAt(shape, place, { value, revisions }));
  }
  for (const [place, revision] of Object.entries(revisions)) {
    const [first = '', id = ''] = keysOf(place);
    if (registers.has(place) || (first === shape.records && !ids.has(id))) continue;
    const hidden = hiddenRegister(shape, place, revision);
    if (hidden) registers.set(place, hidden);
  }
  const greatestIn = (record: Plain): Plain => Object.fromEntries(Object.entries(record).filter(([key]) => shape.greatest.includes(key)));
  return { registers, greatest: new Map([['', greatestIn(document)], ...records.map((record): [string, Plain] => [record.id, greatestIn(record)])]) };
}

/** What a field shows of its heads. */
function shownValue(shape: Shape, key: string, register: Register): unknown {
  const values = headValues(register);
  if (shape.texts.includes(key)) {
    const texts = values.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value] : []));
    const joined = texts.join(TEXT_SEPARATOR);
    return joined.length <= shape.textLimit ? joined : texts[0];
  }
  const something = values.filter((value) => value !== null);
  return something.length === 0 || (shape.cleared.includes(key) && something.length < values.length) ? null : something.at(-1);
}

type Group = ReadonlyMap<string, Register>;

/** A record, or the document's own fields, from the registers of its places, whose names begin after `depth` keys. */
function assemble(shape: Shape, group: Group, depth: number): Plain {
  const sets = new Map((depth === 0 ? shape.ownSets : shape.recordSets).map((key): [string, string[]] => [key, []]));
  const fields = new Map<string, unknown>(sets);
  for (const [place, register] of group) {
    const [key, member] = keysOf(place).slice(depth);
    if (key === undefined || register.heads.size === 0) continue;
    if (member === undefined) fields.set(key, shownValue(shape, key, register));
    else if (headValues(register).includes(true)) sets.get(key)?.push(member);
  }
  for (const members of sets.values()) members.sort();
  return Object.fromEntries(fields);
}

/** The registers of the document's own fields (''), and of each record by its id. */
function groupsOf(shape: Shape, registers: State['registers']): ReadonlyMap<string, Group> {
  const groups = new Map<string, Map<string, Register>>();
  for (const [place, register] of registers) {
    const [first, id = ''] = keysOf(place);
    if (first === 'removed') continue;
    const name = first === shape.records ? id : '';
    const group = groups.get(name) ?? new Map<string, Register>();
    groups.set(name, group.set(place, register));
  }
  return groups;
}

/** Every register that the values of a document do not tell by themselves. */
function revisionsOf(shape: Shape, document: Plain, registers: State['registers']): Revisions {
  const records = [...recordsIn(document, shape.records), ...recordsIn(document, 'removed')];
  const values = new Map([...fieldsOf(shape, document), ...records.flatMap((record) => [...fieldsOf(shape, record, record.id)])]);
  return sorted(new Map([...registers].flatMap(([place, register]): [string, Revision][] => {
    const revision = revisionAt(shape, place, { register, value: values.get(place) });
    return revision ? [[place, revision]] : [];
  })));
}

/** The document's own fields. Nothing takes it away that had not seen all of what stands in it. */
function ownFields(shape: Shape, registers: State['registers'], group: Group): Plain {
  const fields = assemble(shape, group, 0);
  const away = registers.get(removalPlace(''));
  const isUnseen = ([place, register]: readonly [string, Register]) => away !== undefined && !shape.cleared.includes(place) && hasUnseenHead(register, away.seen);
  return [...registers].some(isUnseen) ? { ...fields, ...Object.fromEntries(shape.cleared.map((key) => [key, null])) } : fields;
}

/** The document that shows a state. A removed record is there all the same when something of it was written that its removal had not seen. */
export function documentOf(shape: Shape, { registers, greatest }: State): Plain {
  const present: KeyedRecord[] = [];
  const removed: KeyedRecord[] = [];
  const groups = groupsOf(shape, registers);
  for (const [id, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (id === '') continue;
    const removal = registers.get(removalPlace(id));
    const isThere = !removal || [...group.values()].some((register) => hasUnseenHead(register, removal.seen));
    (isThere ? present : removed).push({ ...assemble(shape, group, 2), ...greatest.get(id), id });
  }
  const own = { ...ownFields(shape, registers, groups.get('') ?? new Map()), ...greatest.get('') };
  const document = { ...own, [shape.records]: shape.settle(present), ...(removed.length > 0 ? { removed } : {}) };
  const revisions = revisionsOf(shape, document, registers);
  return Object.keys(revisions).length > 0 ? { ...document, revisions } : document;
}
