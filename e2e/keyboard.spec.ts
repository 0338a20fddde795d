import { expect, test } from './fixtures.ts';

test('the panes are reached, scrolled and used by keys alone', async ({ app }) => {
  const { page } = app;
  const text = page.getByRole('region', { name: 'Text of the article' });
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await test.step('F6 goes round the panes', async () => {
    await text.focus();
    for (const pane of [notes, page.getByRole('navigation'), text]) {
      await page.keyboard.press('F6');
      await expect(pane).toBeFocused();
    }
  });
  await test.step('the text scrolls by keys', async () => {
    await page.keyboard.press('PageDown');
    await expect.poll(() => text.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  });
  await test.step('a highlight is chosen, its note written, and the card keeps the focus', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await expect(notes.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' Written by keys.');
    await page.keyboard.press('Escape');
    await expect(notes.getByRole('article').first()).toContainText('Written by keys.');
    await expect(notes.getByRole('article').first()).toBeFocused();
  });
  await test.step('a colour and a deletion, taken back', async () => {
    await page.keyboard.press('5');
    await expect(page.getByRole('main').locator('mark').first()).toHaveAttribute('data-colour', 'purple');
    const count = await notes.getByRole('article').count();
    await page.keyboard.press('Backspace');
    await expect(notes.getByRole('article')).toHaveCount(count - 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(notes.getByRole('article')).toHaveCount(count);
  });
  await test.step('the library is filtered and an article opened', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+f');
    await page.keyboard.type('communiq');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('communiqué');
  });
});
