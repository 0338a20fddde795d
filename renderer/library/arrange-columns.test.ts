import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, columnNames, columnsSchema, defaultColumns } from '../../core/library/columns.ts';
import { withColumnMoved, withColumnToggled, withWidth } from './arrange-columns.ts';

const names = (columns: readonly Column[]) => columns.map(({ name }) => name).join(' ');
const few: readonly Column[] = [{ name: 'title', width: 300 }, { name: 'published', width: 100 }, { name: 'tags', width: 100 }];
const name = fc.constantFrom(...columnNames);

describe('withColumnToggled', () => {
  it.each([
    ['takes out one that is there', 'published', 'title tags'],
    ['puts in one that is not, where it usually stands', 'source', 'title source published tags'],
    ['puts in the last behind all before it', 'notes', 'title published notes tags'],
    ['leaves the title', 'title', 'title published tags'],
  ] as const)('%s', (_, toggled, expected) => expect(names(withColumnToggled(few, toggled))).toBe(expected));
});

describe('withWidth', () => {
  it.each([[200.4, 200], [3, 48], [9_000, 1_200]])('takes %d as %d', (width, expected) => expect(withWidth(few, 'tags', width)[2]?.width).toBe(expected));
});

describe('withColumnMoved', () => {
  it.each([
    ['to the right', 'title', 1, 'published title tags'],
    ['to the left', 'tags', -1, 'title tags published'],
    ['nowhere at the end', 'tags', 1, 'title published tags'],
    ['nowhere at the beginning', 'title', -1, 'title published tags'],
  ] as const)('goes %s', (_, moved, step, expected) => expect(names(withColumnMoved(few, moved, step))).toBe(expected));
});

it('columns are fit to be kept whatever is done with them', () => {
  const step = fc.oneof(
    name.map((each) => (columns: readonly Column[]) => withColumnToggled(columns, each)),
    fc.tuple(name, fc.double({ noNaN: true })).map(([each, width]) => (columns: readonly Column[]) => withWidth(columns, each, width)),
    fc.tuple(name, fc.constantFrom(1 as const, -1 as const)).map(([each, way]) => (columns: readonly Column[]) => withColumnMoved(columns, each, way)),
  );
  fc.assert(fc.property(fc.array(step), (steps) => {
    expect(columnsSchema.safeParse(steps.reduce((columns, next) => next(columns), defaultColumns)).success).toBe(true);
  }));
});
