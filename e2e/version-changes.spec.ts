import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pasteText } from './add-article.ts';
import { expect, test } from './fixtures.ts';
import { selectText } from './select-text.ts';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const title = 'Ships that pass';
const filler = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} says what it said before, and nobody has found a word in it to change.`);
const textWith = (fleet: string, end: readonly string[]) => [title, 'The narrows belong to nobody, which is why everybody watches them.', `${fleet} entered the strait at dawn.`, ...filler, ...end].join('\n\n');
const texts = [
  textWith('Two frigates', ['A rumour of a treaty was printed last week.']),
  textWith('Three frigates', ['A rumour of a treaty was printed last week.', 'The ministry denied it.']),
  textWith('Three frigates and a tender', ['The ministry denied it.']),
] as const;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: `Changes in “${title}”` });
const openMenu = (page: Page) => page.getByRole('button', { name: `More about ${title}` }).click();

async function pasteVersion(page: Page, text: string): Promise<void> {
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'New version from pasted text…' }).click();
  await page.getByRole('textbox', { name: 'Paste the new text of the article' }).fill(text);
  await page.getByRole('button', { name: 'Take as new version' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function makeVersions(page: Page): Promise<void> {
  await pasteText(page, texts[0]);
  await expect(page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible();
  await selectText(page, 'Two frigates entered the strait');
  await page.keyboard.press('h');
  await pasteVersion(page, texts[1]);
  await pasteVersion(page, texts[2]);
}

test('what changed between versions is shown over the text, stepped through by keys, for any two of them', async ({ app }) => {
  const { page } = app;
  await makeVersions(page);
  const dialog = dialogOf(page);
  const text = dialog.getByRole('region', { name: 'The text with its changes' });
  await test.step('the review tray leads to it', async () => {
    await page.getByRole('region', { name: 'To review' }).getByRole('button', { name: 'Changes' }).click();
    await expect(dialog).toContainText('2 changes: 3 words added, 9 gone');
    await expect(text.locator('ins')).toHaveText(['added: and a tender']);
    await expect(text.locator('del')).toHaveText(['gone: A rumour of a treaty was printed last week.']);
  });
  await test.step('F3 and J go on, Shift+F3 goes back, round and round', async () => {
    const position = dialog.getByRole('status');
    await page.keyboard.press('F3');
    await expect(position).toContainText('1 of 2, added: and a tender');
    await page.keyboard.press('j');
    await expect(position).toContainText('2 of 2, gone: A rumour of a treaty');
    await expect(text.locator('del')).toBeInViewport();
    await page.keyboard.press('F3');
    await expect(text.locator('ins')).toBeInViewport();
    await page.keyboard.press('Shift+F3');
    await expect(position).toContainText('2 of 2');
    await dialog.getByRole('button', { name: 'Previous change' }).click();
    await expect(position).toContainText('1 of 2');
  });
  await test.step('the first version is compared with the second', async () => {
    await dialog.getByRole('combobox', { name: 'From' }).selectOption({ index: 2 });
    await expect(dialog).toContainText('3 changes');
    await dialog.getByRole('combobox', { name: 'To' }).selectOption({ index: 1 });
    await expect(text.locator('ins')).toHaveText(['added: Three', 'added: The ministry denied it.']);
    await dialog.getByRole('combobox', { name: 'From' }).selectOption({ index: 1 });
    await expect(dialog.getByText('The two texts are the same.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
  await test.step('the palette and the article’s menu lead to it', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('changes between');
    await page.keyboard.press('Enter');
    await expect(text).toBeVisible();
    await page.keyboard.press('Escape');
    await openMenu(page);
    await page.getByRole('menuitem', { name: 'Changes between versions…' }).click();
    await expect(text).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('the note’s card and the tray say that the wording changed, from what to what', async () => {
    const card = page.getByRole('complementary', { name: 'Notes' }).getByRole('list', { name: 'Notes' }).getByRole('article');
    await expect(card).toContainText('The wording under this highlight changed');
    await expect(card.locator('del')).toHaveText('gone: Two');
    await card.getByRole('button', { name: 'Review' }).click();
    const item = page.getByRole('region', { name: 'To review' }).getByRole('article', { name: /^The wording under this highlight changed/ });
    await expect(item).toBeFocused();
    await item.getByRole('button', { name: 'Accept' }).click();
    await expect(card.getByText('The wording under this highlight changed')).toHaveCount(0);
  });
});

test('an article of one text says so', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await pasteText(page, texts[0]);
  await openMenu(page);
  await page.getByRole('menuitem', { name: 'Changes between versions…' }).click();
  await expect(dialogOf(page)).toContainText('This article has had one text so far.');
});

for (const theme of ['light', 'night', 'contrast'] as const) {
  test(`axe finds nothing in what changed (${theme})`, { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('dialog').getByRole('radio', { name: new RegExp(`^${theme}$`, 'i') }).check({ force: true });
    await page.keyboard.press('Escape');
    await makeVersions(page);
    const audit = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(axeTags).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`));
    };
    await page.screenshot({ path: test.info().outputPath(`card-${theme}.png`) });
    expect(await audit()).toEqual([]);
    await page.getByRole('region', { name: 'To review' }).getByRole('button', { name: 'Changes' }).click();
    await expect(dialogOf(page).getByRole('region')).toBeFocused();
    await page.keyboard.press('F3');
    await expect(dialogOf(page).getByRole('status')).toContainText('1 of 2');
    await page.screenshot({ path: test.info().outputPath(`changes-${theme}.png`) });
    expect(await audit()).toEqual([]);
  });
}
