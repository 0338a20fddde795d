import { describe, expect, it } from 'vitest';
import { fromRefiCodebook, fromTaguetteCodebook, isCodebookTable } from './codebooks.ts';

const code = (name: string, children: readonly unknown[] = [], color = '#ff0000') => ({ name: 'Code', attributes: { name, color, guid: '1' }, children }) as Parameters<typeof fromRefiCodebook>[0];

describe('codebooks', () => {
  it('reads Taguette’s table', () => {
    expect(isCodebookTable(['tag', 'description', 'number of highlights'])).toBe(true);
    expect(isCodebookTable(['title', 'url'])).toBe(false);
    expect(fromTaguetteCodebook([{ tag: 'alliance', description: 'Pacts.' }, { tag: '' }, { name: 'sea', tag: '' }])).toEqual([{ name: 'alliance', definition: 'Pacts.', colour: null, parent: null }, { name: 'sea', definition: '', colour: null, parent: null }]);
  });

  it('reads a REFI-QDA codebook with its tree', () => {
    const description = { name: 'Description', attributes: {}, children: ['All of it.'] };
    const root = { name: 'CodeBook', attributes: {}, children: [{ name: 'Codes', attributes: {}, children: [code('navy', [description, code('fleet', [], '#00ff00')])] }] };
    expect(fromRefiCodebook(root)).toEqual([{ name: 'navy', definition: 'All of it.', colour: 'red', parent: null }, { name: 'fleet', definition: '', colour: 'green', parent: 'navy' }]);
    expect(fromRefiCodebook({ name: 'html', attributes: {}, children: [] })).toBeNull();
  });
});
