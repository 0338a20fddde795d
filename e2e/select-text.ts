import { expect, type Page } from '@playwright/test';

/** Drags the pointer over a phrase of the article, as a reader would; the phrase must be in one leaf and on the page. */
export async function selectText(page: Page, phrase: string): Promise<void> {
  const find = (wanted: string) => {
    for (const leaf of document.querySelectorAll('main [data-leaf]')) {
      const at = (leaf.textContent ?? '').indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
      let before = 0;
      let isStarted = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (!isStarted && before + length > at) {
          range.setStart(node, at - before);
          isStarted = true;
        }
        if (isStarted && before + length >= at + wanted.length) {
          range.setEnd(node, at + wanted.length - before);
          break;
        }
        before += length;
      }
      leaf.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
      const [first, last] = [rects[0], rects.at(-1)];
      if (first && last) return { from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right - 1, y: last.top + last.height / 2 } };
    }
    return null;
  };
  const place = await page.evaluate(find, phrase);
  if (!place) throw new Error(`The article does not show “${phrase}”.`);
  await page.mouse.move(place.from.x, place.from.y);
  await page.mouse.down();
  await page.mouse.move(place.to.x, place.to.y, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
}

/** Adds a tag in the toolbar that is open: types its name and takes what Enter offers. */
export async function addTag(page: Page, name: string): Promise<void> {
  const field = page.getByRole('dialog', { name: 'Highlight' }).getByRole('combobox', { name: 'Tags' });
  await field.fill(name);
  await field.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: `Remove tag ${name}` })).toBeVisible();
}
