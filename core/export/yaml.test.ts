import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlEntry, yamlText } from './yaml.ts';

describe('yamlText', () => {
  it.each([
    ['a plain title', 'a plain title'],
    ['Élan vital', 'Élan vital'],
    ['', '""'],
    ['Straits: who', '"Straits: who"'],
    ['a #tag', '"a #tag"'],
    ['[[Link]]', '"[[Link]]"'],
    ['- item', '"- item"'],
    ['1984', '"1984"'],
    ['2026-03-12', '"2026-03-12"'],
    ['true', '"true"'],
    ['No', '"No"'],
    ['~', '"~"'],
    ['two\nlines', '"two\\nlines"'],
    ['next\u0085line\u2028', '"next\\u0085line\\u2028"'],
    ['say "x" \\', '"say \\"x\\" \\\\"'],
    ['trailing ', '"trailing "'],
    ['\ud800', '"\ufffd"'],
  ])('writes %j as %s', (text, written) => expect(yamlText(text)).toBe(written));

  it('is read back as the same text, on one line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = yamlText(text);
      expect(written).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
      expect(written.startsWith('"') ? JSON.parse(written) : written).toBe(text.toWellFormed());
    }), { numRuns: 2_000 });
  });
});

describe('yamlEntry', () => {
  it('writes a list with an item on each line', () => {
    expect(yamlEntry('author', ['Ann', 'B: C'])).toBe('author:\n  - Ann\n  - "B: C"');
  });
});
