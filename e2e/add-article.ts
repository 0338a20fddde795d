import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { App } from './fixtures.ts';

const openDialog = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();

/** Adds a file as a person does, and waits until its article is open. */
export async function addFile(app: App, file: string): Promise<void> {
  await app.chooseFiles([file]);
  await openDialog(app.page);
  await app.page.getByRole('button', { name: 'Choose files…' }).click();
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
  await expect(app.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
}

/** Adds a text by pasting it into the dialog. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await openDialog(page);
  await page.getByRole('textbox', { name: 'Paste the text of an article' }).fill(text);
  await page.getByRole('dialog').getByRole('button', { name: 'Add article' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
