import { describe, expect, it } from 'vitest';
import { findByName, nameSchema, withRecord } from './named-record.ts';

describe('nameSchema', () => {
  it.each(['', '  ', '\u200b\n', 'a'.repeat(201)])('refuses %j', (name) => expect(nameSchema.safeParse(name).success).toBe(false));
  it('takes a name on one line, without the spaces around it', () => expect(nameSchema.parse('  soft\n power ')).toBe('soft power'));
});

const records = [{ id: '1', name: 'Alliance' }, { id: '3', name: 'Élan' }];

describe('findByName', () => {
  it.each([['alliance', '1'], [' ELAN ', '3'], ['elan vital', undefined]])('finds %j whatever its case, its diacritics and the spaces around it', (name, id) => expect(findByName(records, name)?.id).toBe(id));
});

describe('withRecord', () => {
  it('keeps records in the order of their ids, and one of each id', () => {
    expect(withRecord(records, { id: '2', name: 'navy' }).map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(withRecord(records, { id: '3', name: 'pact' })).toEqual([{ id: '1', name: 'Alliance' }, { id: '3', name: 'pact' }]);
  });
});
