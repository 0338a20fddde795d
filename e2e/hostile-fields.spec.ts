import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeDocx, paragraph, run } from '../host/import/testing/make-docx.ts';
import { makeEpub } from '../host/import/testing/make-epub.ts';
import { linesFrom, makePdf, markup } from '../host/import/testing/make-pdf.ts';
import { type App, expect, test } from './fixtures.ts';
import { payloads } from './payloads.ts';

const texts = payloads.map(({ text }) => text);
const first = `<img src=x onerror="window.__ran=(window.__ran||0)+1">`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\u0000', '').replaceAll('\u000b', ' ').replaceAll('\u000c', ' ');
/** In the parentheses of a PDF's string. */
const inPdf = (text: string) => text.replace(/[^\x20-\x7e]/g, ' ').replaceAll('\\', '\\\\').replaceAll('(', '\\(').replaceAll(')', '\\)');
const sentence = 'The fleet left the strait at noon, as it had done for as long as anyone could remember.';

/** Every payload as markup, as text, as an address and as an attribute of a page. */
const page = `<html><head><title>${first} page</title><meta name="author" content='${first}'><meta property="og:site_name" content='${first}'><link rel=canonical href="javascript:window.__ran=1"></head><body><article><h1>${escaped(first)} Zheading</h1>
${texts.map((text) => `<p>${sentence} ${text} ${escaped(text)} <a href="${escaped(text)}">a link</a> <img src="${escaped(text)}" alt="${escaped(text)}"></p>`).join('\n')}</article></body></html>`;

/** Files that carry payloads through every door and into every field that it fills. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'page.html': page,
  'page.eml': `From: "${first}" <a@example.org>\nTo: b@example.org\nSubject: ${first} Zmail\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${page}`,
  'page.mhtml': `From: <Saved by Blink>\nSnapshot-Content-Location: javascript:window.__ran=1\nSubject: ${first}\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://example.org/mhtml\n\n${page}\n--b--\n`,
  'book.epub': makeEpub({ metadata: `<dc:title>${escaped(first)} Zbook</dc:title><dc:creator>${escaped(first)}</dc:creator>`, chapters: [{ name: 'one', body: `<h1>${escaped(first)}</h1>${texts.map((text) => `<p>${sentence} ${escaped(text)} <a href="${escaped(text)}">a link</a><img src="${escaped(text)}" alt="${escaped(text)}" onerror="window.__ran=1"/></p>`).join('')}<script>window.__ran=1</script>` }] }),
  'report.docx': makeDocx({
    core: `<dc:title>${escaped(first)} Zreport</dc:title><dc:creator>${escaped(first)}</dc:creator>`,
    body: texts.map((text, index) => paragraph(run(`${sentence} ${escaped(text)}`) + (index === 0 ? `<w:commentRangeStart w:id="1"/>${run('noted')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>` : ''))).join(''),
    comments: `<w:comment w:id="1" w:author="${escaped(first)}" w:date="2024-05-01T10:00:00Z">${paragraph(run(escaped(texts.join(' '))))}</w:comment>`,
  }),
  'paper.pdf': makePdf({
    info: `/Title (${inPdf(first)} Zpaper) /Author (${inPdf(first)})`,
    pages: [{ texts: linesFrom(70, 740, texts.slice(0, 45).map((text) => inPdf(text).slice(0, 90))), annotations: [markup('Highlight', [70, 735, 300, 750], `/Contents (${inPdf(texts.slice(0, 40).join(' '))})`), '<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /URI /URI (javascript:window.__ran=1) >> >>', '<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /JavaScript /JS (window.__ran=1) >> >>', '<< /Type /Annot /Subtype /Link /Rect [0 0 600 800] /A << /S /Launch /F (calc.exe) >> >>'] }],
  }),
  'annotations.json': JSON.stringify({ annotations: texts.map((text, index) => ({ uri: `https://example.org/${index}`, text, tags: [text.slice(0, 60)], created: '2024-05-01T10:00:00Z', user: 'acct:a@h', document: { title: [text] }, target: [{ source: `https://example.org/${index}`, selector: [{ type: 'TextQuoteSelector', exact: text, prefix: text, suffix: text }] }] })) }),
};

const paste = (text: string) => `---\ntitle: "${text.replaceAll('"', "'").replaceAll('\n', ' ')}"\nauthor: "${first.replaceAll('"', "'")}"\nsource: "${text.replaceAll('"', "'").replaceAll('\n', ' ')}"\n---\n\n${sentence} ${text}\n\n[${text}](${text})\n\n![${text}](${text})\n`;

async function writeFiles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-hostile-'));
  await mkdir(join(folder, 'markdown'));
  for (const [name, file] of Object.entries(files)) await writeFile(join(folder, name), file);
  for (const [index, text] of texts.entries()) await writeFile(join(folder, 'markdown', `${index} ${text.replace(/[^\w<>=' ]/g, '').slice(0, 60)}.md`), paste(text));
  return folder;
}

/** What was asked of anybody but Lectern itself. */
function watchRequests({ page: shown }: App): readonly string[] {
  const home = new URL(shown.url()).origin;
  const asked: string[] = [];
  shown.context().on('request', (request) => {
    if (!request.url().startsWith(`${home}/`) && !/^(?:blob|data):/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

async function importAll(app: App, folder: string): Promise<void> {
  const { page: shown } = app;
  await app.chooseFiles([folder]);
  await shown.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
  const dialog = shown.getByRole('dialog', { name: 'Add article' });
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  const plan = shown.getByRole('dialog', { name: /^Add highlights from/ });
  await expect(plan.or(dialog.getByText(/came in/))).toBeVisible({ timeout: 90_000 });
  if (!(await plan.isVisible())) await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(plan).toBeVisible();
  await plan.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(plan).toHaveCount(0);
}

async function searchFor(shown: Page, words: string): Promise<void> {
  await shown.keyboard.press('ControlOrMeta+Shift+f');
  await shown.getByRole('searchbox').fill(words);
  await expect(shown.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Opens what shows imported words: the list to its end, the table, the palette, search, each of the files and their notes, versions, print. */
async function visitScreens({ page: shown }: App): Promise<void> {
  await test.step('the list to its end, and the table', async () => {
    const list = shown.getByRole('navigation').getByRole('list').last();
    for (let turns = 0; turns < 12; turns += 1) {
      await list.hover();
      await shown.mouse.wheel(0, 1_500);
    }
    await shown.keyboard.press('ControlOrMeta+Shift+k');
    await expect(shown.getByRole('grid').or(shown.getByRole('table'))).toBeVisible();
    for (let turns = 0; turns < 12; turns += 1) await shown.mouse.wheel(0, 1_500);
    await shown.keyboard.press('ControlOrMeta+Shift+k');
  });
  await test.step('the palette and search', async () => {
    await shown.keyboard.press('ControlOrMeta+k');
    await shown.keyboard.type('img');
    await expect(shown.getByRole('option').first()).toBeVisible();
    await shown.keyboard.press('Escape');
    for (const words of ['onerror', 'script', 'javascript', 'tag:img']) await searchFor(shown, words);
  });
  for (const name of ['Zheading', 'Zmail', 'Zbook', 'Zreport', 'Zpaper']) {
    await test.step(`the article of ${name}`, async () => {
      await searchFor(shown, name);
      await expect(shown.getByRole('navigation').getByText(name).first()).toBeVisible();
      await shown.keyboard.press('Enter');
      await expect(shown.getByRole('main').getByRole('heading', { level: 1 })).toContainText(/Zheading|Zmail/.test(name) ? /Zheading|Zmail/ : name);
      await expect(shown.locator('[aria-busy="true"]')).toHaveCount(0);
      const card = shown.getByRole('complementary', { name: 'Notes' }).getByRole('article').first();
      if (await card.isVisible()) await card.click();
      await shown.getByRole('main').getByRole('article').hover();
    });
  }
}

async function writePayloads({ page: shown }: App): Promise<void> {
  await test.step('what is typed: a summary, a collection, a search that is kept', async () => {
    await shown.keyboard.press('Escape');
    await shown.getByRole('main').getByRole('heading', { level: 1 }).click();
    await shown.keyboard.press('s');
    await shown.getByRole('textbox', { name: 'Summary' }).fill(texts.join('\n\n'));
    await shown.keyboard.press('Escape');
    await expect(shown.getByRole('complementary', { name: 'Notes' })).toContainText('onerror');
    await shown.getByRole('button', { name: 'New collection' }).click();
    await shown.getByRole('dialog').getByRole('textbox').fill(first.slice(0, 80));
    await shown.keyboard.press('Enter');
    await expect(shown.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('earlier versions', async () => {
    await shown.keyboard.press('ControlOrMeta+k');
    await shown.keyboard.type('earlier versions');
    await shown.keyboard.press('Enter');
    await expect(shown.getByRole('dialog')).toBeVisible();
    await shown.keyboard.press('Escape');
  });
}

for (const [policy, bypassCSP] of [['with the policy of the page', false], ['with the policy switched off', true]] as const) {
  test.describe(policy, () => {
    test.use({ bypassCSP });

    test('nothing that is imported or typed runs or asks anybody, through any door, in any field, on any screen', { tag: '@browser' }, async ({ app }) => {
      test.setTimeout(300_000);
      const asked = watchRequests(app);
      const dialogs: string[] = [];
      app.page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      await importAll(app, await writeFiles());
      await visitScreens(app);
      await writePayloads(app);
      expect(await app.page.evaluate(() => Reflect.get(window, '__ran'))).toBeUndefined();
      expect([asked, dialogs]).toEqual([[], []]);
      expect(await app.page.locator('main script, main iframe, main object, main embed, main form, main [onerror], main [onload], nav script, nav [onerror], aside script, aside [onerror]').count()).toBe(0);
      // A violation of the policy would be an error on the page, which the fixture does not let pass.
    });
  });
}

test('the payloads run and ask where they are put into a page as markup: else nothing above could fail', { tag: '@browser' }, async ({ context }) => {
  let [ran, asked] = [0, 0];
  context.on('request', (request) => void (request.url().includes('attacker.invalid') && (asked += 1)));
  // One in three is enough to tell that they are live.
  for (const text of texts.filter((_, index) => index % 3 === 0)) {
    const trusting = await context.newPage();
    trusting.on('dialog', (dialog) => void dialog.dismiss());
    // What leads the page away breaks off what is done with it.
    await trusting.setContent(`<!doctype html><body>${text}`, { waitUntil: 'load', timeout: 5_000 }).catch(() => undefined);
    if (await trusting.evaluate(() => Reflect.get(window, '__ran') !== undefined).catch(() => false)) ran += 1;
    await trusting.close();
  }
  expect(ran).toBeGreaterThan(5);
  expect(asked).toBeGreaterThan(3);
});

test('there are enough payloads, and none twice', () => {
  expect(texts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(texts).size).toBe(texts.length);
});
