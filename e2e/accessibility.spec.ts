import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const themes = ['light', 'sepia', 'night', 'contrast'] as const;

for (const theme of themes) {
  // What the desktop shows beside this is the same in every theme.
  test(`axe finds nothing on any screen (${theme})`, { tag: theme === 'light' ? [] : '@page' }, async ({ app }) => {
    const { page } = app;
    await test.step('the reader', async () => {
      await page.keyboard.press('ControlOrMeta+,');
      await page.getByRole('dialog').getByRole('radio', { name: new RegExp(theme, 'i') }).check({ force: true });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await violations(page)).toEqual([]);
    });
    await test.step('the toolbar and its completions', async () => {
      const words = await page.evaluate(() => document.querySelector('main article p:not(:has(mark)) [data-leaf]')?.textContent?.split(' ').slice(0, 3).join(' ') ?? '');
      await selectText(page, words);
      await page.getByRole('combobox', { name: 'Tags' }).fill('new');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    });
    await test.step('a note being written', async () => {
      await page.keyboard.press('j');
      await page.keyboard.press('n');
      await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('textbox').first()).toBeFocused();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
    await test.step('finding, reading aloud, the reading tools', async () => {
      await page.keyboard.press('ControlOrMeta+f');
      await page.getByRole('textbox', { name: 'Find' }).fill('the');
      await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 of \d+$/);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+Shift+h');
      await expect(page.getByRole('region', { name: 'Read aloud' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Reading tools' }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
    await test.step('the dialogs', async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+i');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.type('nothing of that name');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });
    await test.step('the table of articles, with one selected, and the menu of its columns', async () => {
      await page.keyboard.press('ControlOrMeta+Shift+k');
      await expect(page.getByRole('grid').locator('[data-row]:focus')).toHaveCount(1);
      await page.keyboard.press('Space');
      await expect(page.getByRole('group', { name: 'Selected articles' })).toContainText('1 selected');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Columns' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+Shift+k');
      await page.getByRole('contentinfo').getByRole('button', { name: 'Clear the selection' }).click();
    });
    await test.step('notes by tag, an empty shelf', async () => {
      await page.getByRole('radio', { name: 'By tag' }).check({ force: true });
      await page.getByRole('navigation').getByRole('button', { name: /Archive/ }).click();
      expect(await violations(page)).toEqual([]);
    });
  });
}
