import { generateLongArticle, writeLibrary } from '../bench/long-article.ts';
import { projectContent } from '../core/article/projection.ts';
import { expect, test } from './fixtures.ts';

const WORDS = 60_000;
const long = generateLongArticle(0, { words: WORDS, highlights: 200 });
const lastLeaf = long.content.blocks.flatMap((block) => ('leaf' in block ? [block.leaf.text] : [])).at(-1) ?? '';

test.describe('a long article', () => {
  test.beforeEach(({ folders }) => writeLibrary(folders.library, [long]));

  test('is drawn around the view at first, and in the end as a whole', async ({ app }) => {
    const { page } = app;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(long.article.title);
    await expect.poll(() => page.locator('[data-chunk]:empty').count()).toBe(0);
    await expect(page.getByText(lastLeaf)).toBeAttached();
  });

  test('can be selected as a whole before it is drawn as a whole, and shows a highlight far away when its card is chosen', { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    await page.locator('[data-scroller]').focus();
    const selected = await page.evaluate(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }));
      document.getSelection()?.selectAllChildren(document.querySelector('main article') ?? document.body);
      return document.getSelection()?.toString() ?? '';
    });
    expect(selected).toContain(lastLeaf);
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    const last = long.article.highlights.toSorted((a, b) => b.anchor.start - a.anchor.start)[0];
    // Its card is far down the notes, where none is drawn yet.
    await page.locator('[data-card]').first().focus();
    await page.keyboard.press('End');
    await expect(page.locator(`[data-card$="${last?.id ?? ''}"]`)).toBeFocused();
    await expect(page.locator(`mark[data-highlights~="${last?.id ?? ''}"]`).first()).toBeInViewport();
  });

  test('takes the caret from one end to the other, over text that is not drawn, and never out of view', async ({ app }) => {
    const { page } = app;
    const caret = page.locator('[data-caret]');
    const focused = () => page.evaluate(() => document.getSelection()?.focusNode?.textContent ?? '');
    await page.getByRole('region', { name: 'Text of the article' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+End');
    await expect(caret).toBeInViewport();
    expect(lastLeaf).toContain(await focused());
    for (const key of ['ArrowUp', 'PageUp', 'PageUp', 'Control+ArrowUp', 'ArrowLeft', 'Shift+ArrowUp', 'ArrowDown']) {
      await page.keyboard.press(key);
      await expect(caret).toBeInViewport();
    }
    expect(lastLeaf).not.toContain(await focused());
    await page.keyboard.press('Control+Home');
    await expect(caret).toBeInViewport();
    await page.keyboard.press('Control+Shift+End');
    expect(await page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain(lastLeaf);
    await page.keyboard.press('Escape');
  });

  test('prints as a whole', { tag: '@browser' }, async ({ app }) => {
    // A test can print no window of the desktop app.
    const { page } = app;
    // Nothing is drawn in the background: what is printed has to draw the text itself before it numbers the notes in it.
    await page.addInitScript(() => { window.requestIdleCallback = () => 0; });
    await page.reload();
    await expect(page.locator('[data-card]').first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await page.locator('[data-chunk]:empty').count()).toBeGreaterThan(0);
    const numbers = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const written = [...document.querySelectorAll('[data-note-numbers]')].flatMap((mark) => mark.getAttribute('data-note-numbers')?.split(', ') ?? []);
      window.dispatchEvent(new Event('afterprint'));
      return written.length;
    });
    expect(numbers).toBe(long.article.highlights.filter(({ note, tags }) => note.trim() !== '' || tags.length > 0).length);
    const pdf = await page.pdf();
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(60);
  });
});

test.describe('a long article that was read so far', () => {
  const { text, leaves } = projectContent(long.content);
  const stopped = leaves.find(({ leaf, start }) => start >= text.length * 0.6 && leaf.text.length > 200);
  test.beforeEach(({ folders }) => writeLibrary(folders.library, [{ ...long, article: { ...long.article, position: stopped?.start ?? 0 } }]));

  test('goes on at its line in windows of any size, where hardly a height is as it was estimated', { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    const leaf = page.locator(`[data-leaf="${stopped?.leaf.id ?? ''}"]`);
    const top = () => leaf.evaluate((element) => Math.round(element.getBoundingClientRect().top - (element.closest('[data-scroller]')?.getBoundingClientRect().top ?? 0)));
    const expectPlace = () => expect.poll(async () => Math.abs((await top()) - 40)).toBeLessThan(8);
    for (const size of [{ width: 1440, height: 900 }, { width: 1024, height: 700 }, { width: 900, height: 500 }]) {
      await page.setViewportSize(size);
      await page.reload();
      await expectPlace();
    }
    await expect.poll(() => page.locator('[data-chunk]:empty').count()).toBe(0);
    await expectPlace();
  });
});
