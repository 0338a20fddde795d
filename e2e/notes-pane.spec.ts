import { expect, test } from './fixtures.ts';


test.describe('the notes pane', () => {
  test('keeps cards level with their highlights, filters them, and changes many in one step', { tag: '@page' }, async ({ app }) => {
    const { page } = app;
    await page.locator('[data-card]').first().waitFor();
    const gaps = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
      const mark = document.querySelector(`mark[data-highlights~="${card.dataset['highlight'] ?? ''}"]`);
      return Math.abs(card.getBoundingClientRect().top - (mark?.getBoundingClientRect().top ?? 0));
    }));
    expect(Math.min(...gaps)).toBeLessThan(16);

    await page.getByRole('button', { name: 'Filter notes' }).click();
    const filter = page.getByRole('search', { name: 'Filter notes' });
    await filter.getByRole('searchbox').fill('warships');
    await expect(page.locator('[data-card]')).toHaveCount(1);
    await expect(page.getByText('1 of 4 highlights')).toBeVisible();
    await filter.getByRole('button', { name: 'Clear the filter' }).click();

    // A note that no longer passes while it is written keeps its field until it is left.
    await filter.getByRole('radio', { name: 'With note' }).check({ force: true });
    const card = page.locator('[data-card]').first();
    await card.click();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: /^Note on/ });
    await note.fill('');
    await expect(card).not.toHaveAccessibleName(/has a note/);
    await page.keyboard.type('Written on');
    await expect(note).toHaveValue('Written on');
    await note.press('Escape');
    await filter.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByRole('radio', { name: 'In order' }).check({ force: true });
    await expect(page.locator('[data-card]')).toHaveCount(4);

    await page.locator('[data-card]').first().focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByText('4 cards marked')).toBeVisible();
    await page.getByRole('region', { name: '4 cards marked' }).getByRole('button', { name: 'Delete' }).click();
    await expect(page.locator('[data-card]')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('[data-card]')).toHaveCount(4);
  });

  test('completes links and tags in a note, and shows links on their other end', async ({ app }) => {
    const { page } = app;
    await page.locator('[data-card]').first().waitFor();
    await page.locator('[data-card]').first().click();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: /^Note on/ });
    await note.press('ControlOrMeta+End');
    await note.pressSequentially(' #draf');
    await expect(page.getByRole('option', { name: 'drafting' })).toBeVisible();
    await note.press('Enter');
    await expect(note).toHaveValue(/#drafting $/);
    await note.pressSequentially('[[warsh');
    await expect(page.getByRole('option', { name: /covers warships/ })).toBeInViewport({ ratio: 1 });
    await note.press('Enter');
    await expect(note).toHaveValue(/\]\(lectern:[0-9a-z]{26}\/[0-9a-z]{26}\) $/);
    await note.press('Escape');
    const target = page.locator('[data-card]', { hasText: 'it covers warships as much as tankers' }).filter({ hasText: 'Linked from' });
    await expect(target.getByRole('button', { name: 'How to read a communiqué' })).toBeVisible();
    await page.locator('[data-card]').first().getByRole('link', { name: /covers warships/ }).click();
    await expect(target).toHaveAttribute('aria-current', 'true');
  });
});
