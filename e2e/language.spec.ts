import { violations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

test.skip(({ door }) => door === 'electron', 'One door shows what the window says; the menus have their own tests.');

/** Controls whose words do not fit into them or into the window. */
function cutLabels(): readonly string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('header :is(button, input), dialog :is(button, label), aside :is(button, label, input), nav button, [role=columnheader] span')].filter((element) => element.clientWidth > 0);
  return controls.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    const isScrolled = element.closest('[role=grid]') !== null;
    return element.scrollWidth > element.clientWidth + 1 || (!isScrolled && (left < -1 || right > innerWidth + 1));
  }).map((element) => element.textContent || element.getAttribute('aria-label') || element.className);
}

test('the language is changed in the settings, and nothing of the work is lost', async ({ app }) => {
  const { page } = app;
  const phrase = 'The adjectives deserve a pencil too';
  const notes = page.getByRole('complementary');
  await page.setViewportSize({ width: 1024, height: 700 });
  await selectText(page, phrase);
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.keyboard.type('Ein Gedanke, noch nicht gespeichert');

  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog');
  const german = settings.getByRole('radio', { name: 'Deutsch' });
  await german.check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(settings.getByRole('heading', { name: 'Lesen' })).toBeVisible();
  await expect(settings.getByText('1,62')).toBeVisible();
  await expect(german).toBeFocused();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(cutLabels)).toEqual([]);
  await page.keyboard.press('Escape');

  await test.step('the shell, and what was being written', async () => {
    await expect(page.getByRole('banner').getByRole('button', { name: 'Artikel hinzufügen' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Eingang/ }).first()).toBeVisible();
    await expect(page.getByText(/^\d+\s%\sgelesen ·/)).toBeVisible();
    await expect(notes.getByText('Ein Gedanke, noch nicht gespeichert')).toBeVisible();
    await expect(page.getByRole('main').getByText(/Min\. Lesezeit/)).toBeVisible();
    await expect(page.getByRole('main').getByRole('button', { name: 'Markierung, Blau, drafting, mit Notiz' }).first()).toBeAttached();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(cutLabels)).toEqual([]);
  });

  await test.step('undo, and its notice', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('main').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('Rückgängig gemacht: Notiz')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('Rückgängig gemacht: Markierung')).toBeVisible();
    await expect(notes.getByText(phrase, { exact: true })).toHaveCount(0);
  });

  await test.step('a date in the table, with its columns', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+k');
    const date = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date());
    await expect(page.getByRole('row').getByText(date).first()).toBeVisible();
    expect(await page.evaluate(cutLabels)).toEqual([]);
  });

  await test.step('the next time, too', async () => {
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('banner').getByRole('button', { name: 'Artikel hinzufügen' })).toBeVisible();
  });

  await test.step('and back again, at the words that were being read', async () => {
    const words = page.getByRole('main').getByText('Treat that as a working rule');
    await words.scrollIntoViewIfNeeded();
    await page.keyboard.press('ControlOrMeta+,');
    await settings.getByRole('radio', { name: 'English' }).check({ force: true });
    await expect(settings.getByRole('heading', { name: 'Reading' })).toBeVisible();
    await expect(words).toBeInViewport();
  });
});
