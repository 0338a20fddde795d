import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUT_DEPTH_LIMIT, INPUT_SIZE_LIMIT, takePlainInput } from './plain-input.ts';

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);
const issueOf = (raw: unknown) => {
  const taken = takePlainInput('library.edit', raw);
  return taken.ok ? null : taken.fault;
};
const refused = (issue: string) => ({ code: 'input-invalid', path: 'library.edit', issue });

describe('takePlainInput', () => {
  it('gives back every JSON value as it was', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      expect(takePlainInput('a', json)).toEqual({ ok: true, value: json });
    }));
  });

  it('takes what is nested up to the limit and refuses one level more', () => {
    expect(issueOf(nested(INPUT_DEPTH_LIMIT - 1))).toBeNull();
    expect(issueOf(nested(INPUT_DEPTH_LIMIT))).toEqual(refused('it is nested too deeply'));
  });

  it('refuses a million levels without running out of stack', () => {
    expect(issueOf(JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)))).toEqual(refused('it is nested too deeply'));
  });

  it('refuses a cycle', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle, cycle);
    expect(issueOf(cycle)).toEqual(refused('it is nested too deeply'));
  });

  it('refuses more text than the limit', () => expect(issueOf('a'.repeat(INPUT_SIZE_LIMIT))).toEqual(refused('it is too large')));

  it.each([
    ['a map', new Map()], ['a set', new Set()], ['a date', new Date(0)], ['bytes', new Uint8Array(4)],
    ['a large integer', 1n], ['a function', () => 1], ['a symbol', Symbol('a')], ['an instance', new Error('a')],
  ])('refuses %s', (_, value) => expect(issueOf({ value })).toEqual(refused('it holds something other than plain data')));

  it('sets no prototype, whatever a key is called', () => {
    const taken = takePlainInput('a', JSON.parse('{"__proto__":{"isAdmin":true}}'));
    expect(taken.ok && Object.getPrototypeOf(taken.value)).toBe(Object.prototype);
    expect(taken.ok && Object.keys(Object(taken.value))).toEqual(['__proto__']);
  });

  it('leaves inherited properties behind', () => expect(takePlainInput('a', Object.create(null, { own: { value: 1, enumerable: true } }))).toEqual({ ok: true, value: { own: 1 } }));

  it('makes text well-formed', () => expect(takePlainInput('a', 'a\ud800b')).toEqual({ ok: true, value: 'a\ufffdb' }));
});
