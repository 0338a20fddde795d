import { describe, expect, it } from 'vitest';
import { fromInstapaper, fromOmnivore, fromPocket, isInstapaperTable, isPocketTable } from './saved-lists.ts';

describe('Pocket', () => {
  it('reads what was saved and what was highlighted there', () => {
    const row = { title: 'Two Navies', url: 'https://example.org/a', time_added: '1714557600', tags: 'navy|law of the sea', status: 'archive' };
    expect(isPocketTable(Object.keys(row))).toBe(true);
    expect(fromPocket([row], [[{ url: 'https://example.org/a', title: 'Two Navies', highlights: [{ quote: 'At noon.', created_at: 1714557700 }] }, { url: 'https://example.org/b', title: 'Else', highlights: [{ quote: 'x' }] }]])).toMatchObject([
      { found: { title: 'Two Navies', url: 'https://example.org/a' }, shelves: ['navy', 'law of the sea'], status: 'archive', savedAt: '2024-05-01T10:00:00.000Z', highlights: [{ quote: 'At noon.', createdAt: '2024-05-01T10:01:40.000Z' }] },
      { found: { title: 'Else' }, highlights: [{ quote: 'x' }] },
    ]);
  });
});

describe('Instapaper', () => {
  it('reads folders as shelves, but for its own, and selections as highlights', () => {
    const row = { url: 'https://example.org/a', title: 'Two Navies', selection: 'At noon.', folder: 'Navy', timestamp: '1714557600', tags: '["coding"]' };
    expect(isInstapaperTable(Object.keys(row))).toBe(true);
    expect(fromInstapaper([row, { ...row, selection: 'Then.' }, { ...row, url: 'https://example.org/b', folder: 'Archive', selection: '', tags: '' }])).toMatchObject([
      { shelves: ['Navy', 'coding'], status: 'inbox', highlights: [{ quote: 'At noon.' }, { quote: 'Then.' }] },
      { shelves: [], status: 'archive', highlights: [] },
    ]);
  });
});

describe('Omnivore', () => {
  it('reads articles with their texts, and highlights with labels of several words', () => {
    const item = { id: '1', slug: 'two-navies', title: 'Two Navies', author: 'Ann', url: 'https://example.org/a', state: 'Archived', labels: ['navy', 'law of the sea'], savedAt: '2024-05-01T10:00:00.000Z', publishedAt: '2024-04-30T00:00:00.000Z' };
    const text = [{ kind: 'paragraph', leaf: { id: 'l1', text: 'The fleet left.', marks: [] } }] as const;
    const highlights = 'Read again.\n\n> The fleet\n> left\n\n#navy #law of the sea\n\nWho says so?\n\n> At noon\n\nAnd **then**?\n\nMore.';
    expect(fromOmnivore([[item]], { texts: new Map([['two-navies', text]]), highlights: new Map([['two-navies', highlights]]) })).toMatchObject([{
      found: { title: 'Two Navies', byline: 'Ann', url: 'https://example.org/a', published: '2024-04-30T00:00:00.000Z' }, text, note: 'Read again.', status: 'archive', shelves: ['navy', 'law of the sea'],
      highlights: [{ quote: 'The fleet\nleft', tags: ['navy', 'law of the sea'], note: 'Who says so?' }, { quote: 'At noon', tags: [], note: 'And **then**?\n\nMore.' }],
    }]);
  });
});
