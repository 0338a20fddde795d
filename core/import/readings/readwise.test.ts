import { describe, expect, it } from 'vitest';
import { fromReaderTable, fromReadwiseJson, fromReadwiseTable, isReaderTable, isReadwiseTable } from './readwise.ts';

describe('Readwise', () => {
  it('reads its table: highlights by book, with tags, colours and times', () => {
    const row = { highlight: 'The fleet left\nthe strait.', 'book title': 'Two Navies', 'book author': 'Ann Example', note: 'Who says so?', color: 'pink', tags: 'alliance, .favorite,law of the sea', 'highlighted at': '2026-07-17 14:00:25+00:00', 'document tags': 'navy' };
    expect(isReadwiseTable(Object.keys(row))).toBe(true);
    expect(fromReadwiseTable([row, { ...row, highlight: 'At noon.', note: '', tags: '', color: '' }, { ...row, 'book title': 'Other' }])).toMatchObject([
      { found: { title: 'Two Navies', byline: 'Ann Example' }, shelves: ['navy'], highlights: [{ quote: 'The fleet left\nthe strait.', note: 'Who says so?', colour: 'magenta', tags: ['alliance', 'law of the sea'], createdAt: '2026-07-17T14:00:25.000Z' }, { quote: 'At noon.', colour: null, tags: [] }] },
      { found: { title: 'Other' } },
    ]);
  });

  it('reads the simpler table that it takes', () => {
    expect(fromReadwiseTable([{ highlight: 'At noon.', title: 'Two Navies', author: 'Ann', url: 'https://example.org/a', note: '', location: '7' }])).toMatchObject([{ found: { title: 'Two Navies', byline: 'Ann', url: 'https://example.org/a' }, highlights: [{ quote: 'At noon.' }] }]);
  });

  it('reads what its API exports', () => {
    const book = { user_book_id: 1, title: 'Two Navies', author: 'Ann Example', source_url: 'https://example.org/a', book_tags: [{ name: 'navy' }], document_note: 'Read again.', highlights: [{ id: 2, text: 'At noon.', note: '', color: 'blue', highlighted_at: '2024-05-01T10:00:00Z', tags: [{ name: 'alliance' }, { name: '.h1' }] }] };
    expect(fromReadwiseJson({ count: 1, results: [book] })).toMatchObject([{ found: { title: 'Two Navies', url: 'https://example.org/a' }, note: 'Read again.', shelves: ['navy'], highlights: [{ quote: 'At noon.', colour: 'blue', tags: ['alliance'], createdAt: '2024-05-01T10:00:00.000Z' }] }]);
    expect(fromReadwiseJson([book])).toHaveLength(1);
    expect([fromReadwiseJson({ results: 'no' }), fromReadwiseJson([]), fromReadwiseJson(null)]).toEqual([null, null, null]);
  });

  it('reads the list of Reader, whose tags are written as Python writes lists', () => {
    const row = { title: 'Two Navies', url: 'https://example.org/a', id: '1', 'document tags': "['navy', \"sea's law\"]", 'saved date': '2024-05-01 10:00:00+00:00', 'reading progress': '0.5', location: 'archive', seen: 'True' };
    expect(isReaderTable(Object.keys(row))).toBe(true);
    expect(fromReaderTable([row])).toMatchObject([{ found: { title: 'Two Navies', url: 'https://example.org/a' }, shelves: ['navy', "sea's law"], status: 'archive', savedAt: '2024-05-01T10:00:00.000Z' }]);
  });
});
