import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { addFile } from './add-article.ts';
import { type App, expect, test } from './fixtures.ts';
import { pdfText } from './pdf-text.ts';
import { addTag, selectText } from './select-text.ts';

const chart = resolve(import.meta.dirname, 'samples/chart.html');
const reader = (page: Page) => page.getByRole('region', { name: 'Text of the article' });
const shownLook = (page: Page) => page.locator('main article p').nth(1).evaluate((element) => {
  const { fontFamily, fontSize, lineHeight, textAlign, hyphens, marginBottom } = getComputedStyle(element);
  return { face: fontFamily.split(',')[0], fontSize, lineHeight, textAlign, hyphens, marginBottom, width: Math.round(element.getBoundingClientRect().width) };
});
const reference = (page: Page) => page.locator('a[role="doc-noteref"]', { hasText: '2' });
/** The words that a highlight object paints, each range apart. */
const painted = (page: Page, name: string) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);

async function openChart(app: App): Promise<void> {
  await addFile(app, chart);
  await expect(app.page.getByRole('heading', { level: 1, name: 'A chart of the narrow seas' })).toBeVisible();
}

async function setSlider(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('dialog').getByRole('slider', { name }).fill(value);
}

test('how reading looks changes as it is set, and stays after a restart', async ({ app }) => {
  await openChart(app);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+,');
  const dialog = page.getByRole('dialog', { name: 'Reading' });
  await dialog.getByRole('radio', { name: 'Easy to read' }).check({ force: true });
  await setSlider(page, 'Text size', '22');
  await setSlider(page, 'Line spacing', '2');
  await setSlider(page, 'Line width', '520');
  await setSlider(page, 'Space between paragraphs', '0.5');
  await dialog.getByRole('checkbox', { name: 'Justify lines on both sides' }).check();
  await dialog.getByRole('checkbox', { name: 'Hyphenate words' }).check();
  await dialog.getByRole('radio', { name: 'Contrast' }).check({ force: true });
  const wanted = { face: '"Atkinson Hyperlegible Next Variable"', fontSize: '22px', lineHeight: '44px', textAlign: 'justify', hyphens: 'auto', marginBottom: '11px', width: 520 };
  await expect.poll(() => shownLook(page)).toEqual(wanted);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await expect(page.locator('main article')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  await app.restart();
  await expect.poll(() => shownLook(app.page)).toEqual(wanted);
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'contrast');
});

test('the system may ask for more contrast', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast-night');
  await page.emulateMedia({ contrast: 'no-preference', colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the contents lead to headings by keys, mark the one that is read, and lead back', { tag: '@page' }, async ({ app }) => {
  await openChart(app);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('button', { name: 'Where it begins' })).toBeFocused();
  await page.keyboard.press('h');
  await expect(contents.getByRole('button', { name: 'How it ends' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(contents).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'How it ends' })).toBeInViewport();
  await page.keyboard.press('ControlOrMeta+Shift+o');
  await expect(contents.locator('[aria-current]')).toHaveText('How it ends');
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+[');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

test('an article without headings has no contents', { tag: '@page' }, async ({ app }) => {
  await addFile(app, resolve(import.meta.dirname, 'samples/strait.txt'));
  await app.page.keyboard.press('ControlOrMeta+Shift+o');
  await expect(app.page.getByRole('navigation', { name: 'Contents' })).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Reading tools' }).click();
  await expect(app.page.getByRole('menuitem', { name: /Contents/ })).toHaveCount(0);
  await app.page.keyboard.press('Escape');
});

test('finding counts, steps round, keeps case and whole words when asked, and leaves the hit selected', { tag: '@page' }, async ({ app }) => {
  await openChart(app);
  const { page } = app;
  const bar = page.getByRole('search', { name: 'Find in the article' });
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('HARBOUR');
  await expect(bar.getByRole('textbox')).toHaveValue('HARBOUR');
  await expect(bar.getByRole('status')).toHaveText('1 of 104');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 104');
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('104 of 104');
  await expect.poll(() => painted(page, 'found-current')).toEqual(['harbour']);
  await expect.poll(() => painted(page, 'found').then((words) => words.length)).toBeGreaterThan(3);
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status')).toHaveText('No matches');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await bar.getByRole('textbox').fill('elan');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('textbox').fill('strai');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(bar.getByRole('status')).toHaveText('No matches');
  await bar.getByRole('textbox').fill('dawn');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await bar.getByRole('textbox').press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await page.evaluate(() => [String(document.getSelection()), CSS.highlights.has('found')])).toEqual(['dawn', false]);
  await page.keyboard.press('h');
  await expect(page.locator('main mark')).toHaveText('dawn');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('elan');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(page.getByRole('dialog', { name: 'Highlight' })).toHaveCount(0);
});

test('finding opens a part that was set aside', { tag: '@page' }, async ({ app }) => {
  await addFile(app, resolve(import.meta.dirname, 'samples/strait.txt'));
  const { page } = app;
  const aside = page.locator('main details').first();
  const words = await aside.locator('[data-leaf]').first().evaluate((leaf) => (leaf.textContent ?? '').slice(0, 24));
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type(words);
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^1 of/);
  await expect(aside).toHaveAttribute('open', '');
});

/** The documents of all articles, as they are on the disk. */
async function articleDocuments({ library }: App): Promise<string> {
  const names = (await readdir(join(library, 'articles'))).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => readFile(join(library, 'articles', name), 'utf8')))).join('\n');
}

test('reading goes on at the sentence where it stopped, whatever the size of the text and of the window', async ({ app }) => {
  await openChart(app);
  const scrollTo = (wanted: string) => reader(app.page).evaluate((box, words) => {
    const leaf = [...box.querySelectorAll('[data-leaf]')].find((each) => each.textContent?.includes(words));
    const walker = document.createTreeWalker(leaf ?? box, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    const range = document.createRange();
    const at = node?.nodeValue?.indexOf(words) ?? 0;
    if (node) range.setStart(node, at);
    if (node) range.setEnd(node, at + 8);
    box.scrollTop += range.getBoundingClientRect().top - box.getBoundingClientRect().top - 40;
  }, wanted);
  /** Where the sentence stands, in pixels below the upper edge. */
  const placeOf = (wanted: string) => reader(app.page).evaluate((box, words) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 8);
      return Math.round(range.getBoundingClientRect().top - box.getBoundingClientRect().top);
    }
    return Number.NaN;
  }, wanted);
  const expectPlace = () => expect.poll(() => placeOf('Sentence 7.3').then((top) => Math.abs(top - 40))).toBeLessThan(8);
  await scrollTo('Sentence 7.3');
  await expect(app.page.getByRole('contentinfo')).toContainText(/\d+% read · \d+ min left/);
  await expect.poll(() => articleDocuments(app)).toContain('"exact": "Sentence 7.3');
  await app.restart();
  await expectPlace();
  await app.page.keyboard.press('ControlOrMeta+,');
  await setSlider(app.page, 'Text size', '26');
  await app.page.keyboard.press('Escape');
  await expectPlace();
  await expect.poll(() => readFile(join(app.library, 'settings.json'), 'utf8')).toContain('"textSize": 26');
  await app.restart();
  await expectPlace();
  await app.page.setViewportSize({ width: 1024, height: 700 });
  await expectPlace();
  await app.page.reload();
  await expectPlace();
});

test('focus mode shows the text alone and remembers nothing', { tag: '@page' }, async ({ app }) => {
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+Shift+d');
  for (const part of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('navigation', { name: 'Library' }), page.getByRole('complementary', { name: 'Notes' })]) await expect(part).toBeHidden();
  await page.keyboard.press('PageDown');
  await expect.poll(() => reader(page).evaluate((box) => box.scrollTop)).toBeGreaterThan(50);
  const notice = page.getByText('Only the text is shown. Esc brings the rest back.');
  await expect(notice).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+d');
  await expect(page.getByRole('banner')).toBeHidden();
  await app.restart();
  await expect(app.page.getByRole('banner')).toBeVisible();
});

test('a footnote is shown at its reference; one goes to it and back', { tag: '@page' }, async ({ app }) => {
  await openChart(app);
  const { page } = app;
  await reference(page).focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: 'Footnote' });
  await expect(note).toContainText('The second note.');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(reference(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await note.getByRole('button', { name: 'Go to the footnote' }).click();
  await expect(page.locator('main article li', { hasText: 'The second note.' })).toBeInViewport();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(reference(page)).toBeInViewport();
});

test('an image of a saved page is kept in the library, shown and enlarged', async ({ app }) => {
  await openChart(app);
  const { page } = app;
  expect(await readdir(join(app.library, 'assets'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/)]);
  const image = page.locator('main figure img');
  await expect.poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth)).toBe(480);
  await page.getByRole('button', { name: 'Enlarge: A chart of the strait in two colours' }).click();
  const zoom = page.getByRole('dialog', { name: 'A chart of the strait in two colours' });
  const width = () => zoom.locator('img').evaluate((element) => Math.round(element.getBoundingClientRect().width));
  await expect.poll(width).toBe(480);
  await page.keyboard.press('+');
  await expect.poll(width).toBe(720);
  await page.keyboard.press('0');
  await expect.poll(width).toBe(480);
  await page.keyboard.press('Escape');
  await expect(zoom).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Ships by month' })).toBeVisible();
});

test('reading aloud marks the sentence, steps, remembers its speed, and says so when there is no voice', async ({ app }) => {
  await openChart(app);
  const { page } = app;
  // Speech that ends when it is told to: the machines that run this have no voices.
  const pretend = (voices: number) => page.evaluate((count) => {
    const target = new EventTarget();
    const spoken: SpeechSynthesisUtterance[] = [];
    const voice = { voiceURI: 'v', name: 'Test voice', lang: 'en-GB', localService: true, default: true };
    Reflect.set(window, 'spoken', spoken);
    Reflect.defineProperty(window, 'SpeechSynthesisUtterance', { configurable: true, value: class { readonly text: string; constructor(text: string) { this.text = text; } } });
    Reflect.defineProperty(window, 'speechSynthesis', { configurable: true, value: Object.assign(target, { getVoices: () => Array.from({ length: count }, () => voice), speak: (each: SpeechSynthesisUtterance) => void spoken.push(each), cancel: () => undefined }) });
  }, voices);
  const finish = () => page.evaluate(() => {
    const utterance = Reflect.get(window, 'spoken').at(-1);
    utterance.onend();
    return utterance.rate;
  });
  await pretend(0);
  await page.keyboard.press('ControlOrMeta+Shift+h');
  const bar = page.getByRole('region', { name: 'Read aloud' });
  await expect(bar.getByRole('status')).toContainText('no voice');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await pretend(1);
  await selectText(page, 'Sentence 1.1');
  await page.keyboard.press('ControlOrMeta+Shift+h');
  await expect.poll(() => painted(page, 'spoken')).toEqual([expect.stringContaining('Sentence 1.1')]);
  await finish();
  await expect.poll(() => painted(page, 'spoken')).toEqual([expect.stringContaining('Sentence 1.2')]);
  await bar.getByRole('button', { name: 'Previous sentence' }).click();
  await expect.poll(() => painted(page, 'spoken')).toEqual([expect.stringContaining('Sentence 1.1')]);
  await bar.getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
  expect(await finish()).toBe(1.5);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await expect(bar.getByRole('button', { name: 'Read on' })).toBeVisible();
  await bar.getByRole('button', { name: 'Stop reading aloud' }).click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('spoken'))).toBe(false);
});

test('paper holds the whole article on white, with the notes at its end by their numbers', async ({ app }) => {
  await openChart(app);
  const { page } = app;
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('dialog').getByRole('radio', { name: 'Night' }).check({ force: true });
  await page.keyboard.press('Escape');
  await selectText(page, 'Sentence 0.1 says');
  await addTag(page, 'counted');
  await page.getByRole('dialog', { name: 'Highlight' }).getByRole('button', { name: /^Note/ }).click();
  await expect(page.getByRole('complementary', { name: 'Notes' }).getByRole('textbox', { name: /^Note on/ })).toBeFocused();
  await page.keyboard.type('Who counted **this**?');
  await page.keyboard.press('Escape');
  if (app.door === 'browser') await expect(page.getByRole('complementary', { name: 'Notes' }).getByText('Who counted this?')).toBeVisible();
  async function print(): Promise<Uint8Array> {
    if (app.door === 'browser') return page.pdf();
    await page.keyboard.press('ControlOrMeta+Shift+p');
    const file = join(app.exportFolder, 'A chart of the narrow seas.pdf');
    await expect(page.getByText('Saved as PDF in')).toBeVisible();
    return readFile(file);
  }
  const text = pdfText(await print());
  test.skip(text === null, 'poppler’s pdftotext is not installed, so the text of the PDF was not compared.');
  const leaves = await page.locator('main article [data-leaf]').evaluateAll((all) => all.filter((leaf) => !leaf.closest('details')).map((leaf) => (leaf.textContent ?? '').replace(/\s+/g, ' ')));
  // A number of a note stands behind its highlight, a link's address behind the link; what is around them is compared.
  const pieces = leaves.flatMap((leaf) => leaf.split(/Sentence 0\.1 says|the harbour report|\d\b/)).map((piece) => piece.trim()).filter((piece) => piece.length > 3);
  const spaceless = (words: string) => words.replace(/\s/g, '');
  for (const piece of pieces) expect(spaceless(text ?? '')).toContain(spaceless(piece));
  expect(text).toContain('the harbour report (https://example.org/harbour)');
  expect(text).toMatch(/Notes.*1\. Sentence 0\.1 says .* · counted Who counted this\?/);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))).toMatch(/^#f{3,6}$/);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('[data-note-numbers]')).toHaveCount(0);
});
