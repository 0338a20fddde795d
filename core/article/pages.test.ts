import { describe, expect, it } from 'vitest';
import { createContent } from './blocks.ts';
import { pagesOf } from './pages.ts';

const content = createContent([], [{ label: 'iv', start: 0 }, { label: '1', start: 100 }, { label: '2', start: 200 }]);

describe('pagesOf', () => {
  it.each([
    ['on one page', { start: 20, end: 30 }, 'iv'],
    ['up to the end of its page', { start: 90, end: 100 }, 'iv'],
    ['over the end of a page', { start: 90, end: 101 }, 'iv–1'],
    ['over a whole page', { start: 90, end: 250 }, 'iv–2'],
    ['on the last page', { start: 300, end: 310 }, '2'],
  ])('tells the pages of a range %s', (_, range, pages) => expect(pagesOf(content, range)).toBe(pages));

  it('knows none before the first, or where there are none', () => {
    expect(pagesOf(createContent([], [{ label: '1', start: 50 }]), { start: 10, end: 20 })).toBeNull();
    expect(pagesOf(createContent([]), { start: 10, end: 20 })).toBeNull();
  });
});
