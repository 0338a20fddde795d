import { expect, it } from 'vitest';
import { selectImportable } from './select-importable.ts';

it('selects what can be read of a folder, in the order of names, without what is hidden or belongs to a saved page', () => {
  const names = ['b/10.txt', 'b/9.txt', 'A page.html', 'A page_files/frame.html', 'A page_files/photo.jpg', 'my_files/kept.md', '.git/config.txt', 'b/.hidden.md', 'photo.jpg', 'no-extension', 'Report.PDF'];
  expect(selectImportable(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual(['A page.html', 'b/9.txt', 'b/10.txt', 'my_files/kept.md', 'Report.PDF']);
});
