import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron as electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import { findElectronRuntime, noElectron } from './electron-runtime.ts';
import type { AppOptions } from './fixtures.ts';

const root = resolve(import.meta.dirname, '..');
const runtime = findElectronRuntime();

type Shell = { readonly app: ElectronApplication; readonly page: Page };
type Bench = {
  readonly folder: string;
  /** Starts the built main process on one library and one set of user data, and waits for its page. */
  launch(...args: readonly string[]): Promise<Shell>;
  /** Starts it, on user data of that name, where it should end by itself; answers its status and what it said. */
  launchToEnd(userData: string, ...args: readonly string[]): Promise<{ status: number | null; said: string }>;
};

const test = base.extend<AppOptions & { bench: Bench }>({
  door: ['browser', { option: true }],
  bench: async ({ door }, use) => {
    test.skip(door !== 'electron', 'The desktop shell has its own start.');
    test.skip(!runtime, noElectron);
    const folder = await mkdtemp(join(tmpdir(), 'lectern-shell-'));
    const running = new Set<ElectronApplication>();
    const executablePath = runtime?.program ?? '';
    const cwd = folder;
    const env = { ...process.env, LECTERN_LIBRARY: join(folder, 'library'), STANDIN_NODE: process.execPath };
    const argsOn = (userData: string, args: readonly string[]) => [`--user-data-dir=${join(folder, userData)}`, '--lang=en-GB', root, ...args];
    await use({
      folder,
      async launch(...args) {
        const app = await electron.launch({ executablePath, cwd, env, args: argsOn('user-data', args), colorScheme: null });
        running.add(app);
        app.on('close', () => running.delete(app));
        const page = await app.firstWindow();
        await page.waitForURL((url) => url.pathname === '/index.html');
        await expect(page.getByRole('main')).toBeVisible();
        return { app, page };
      },
      async launchToEnd(userData, ...args) {
        const child = spawn(executablePath, argsOn(userData, args), { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
        let said = '';
        child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
        await once(child, 'close');
        return { status: child.exitCode, said };
      },
    });
    for (const app of running) await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

const addressOf = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()));

test('the page has three pipes to the main process and nothing of Node', async ({ bench }) => {
  const { page } = await bench.launch();
  const found = await page.evaluate(() => ({
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), typeof Reflect.get(window, 'Buffer'), typeof Reflect.get(window, 'electron')],
    pipes: Object.keys(Object(Reflect.get(window, 'lectern'))),
    isFrozen: Object.isFrozen(Reflect.get(window, 'lectern')),
  }));
  expect(found).toEqual({ node: ['undefined', 'undefined', 'undefined', 'undefined'], pipes: ['send', 'upload', 'listen'], isFrozen: true });
});

test('the policy stops inline script, eval, remote images and requests', async ({ bench }) => {
  const { page } = await bench.launch();
  const violated = await page.evaluate(async () => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => directives.push(effectiveDirective));
    const image = new Image();
    image.src = 'https://example.org/beacon.png';
    document.body.append(image);
    const base_ = document.createElement('base');
    base_.href = 'https://example.org/';
    document.head.append(base_);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    const ran: string[] = [];
    await fetch('https://example.org/').then(() => ran.push('fetch'), () => undefined);
    const attempts = [() => new Function('return 1')(), () => window.eval('1'), () => document.body.insertAdjacentHTML('beforeend', '<b onclick="1">')];
    for (const attempt of attempts) {
      // In a timer, since what a test evaluates itself is let past the policy.
      await new Promise((resolve) => setTimeout(resolve, 0));
      try {
        attempt();
        ran.push(String(attempt));
      } catch {
        ran.push('refused');
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const added of [image, base_, frame]) added.remove();
    return { ran, directives: [...new Set(directives)].sort() };
  });
  expect(violated.ran).toEqual(['refused', 'refused', 'refused']);
  expect(violated.directives).toEqual(expect.arrayContaining(['base-uri', 'connect-src', 'frame-src', 'img-src', 'require-trusted-types-for']));
});

// Each way is taken by the page's own clock and asked about through main: Playwright waits for a navigation that was refused.
async function take(app: ElectronApplication, ways: readonly (() => void)[]): Promise<void> {
  const code = ways.map((way, index) => `setTimeout(${way}, ${(index + 1) * 200});`).join('\n');
  await app.evaluate(({ BrowserWindow }, asked) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(asked), code);
  await new Promise((resolve) => setTimeout(resolve, (ways.length + 1) * 200 + 500));
}

test('the window leaves its page by no way', async ({ bench }) => {
  const { app } = await bench.launch();
  await take(app, [
    () => void (location.href = 'https://example.org/'),
    () => void (location.href = 'file:///etc/hostname'),
    () => void (location.href = 'data:text/html,elsewhere'),
    () => Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.org/', target: '_top' }).click(),
    () => Object.assign(document.body.appendChild(document.createElement('form')), { action: 'https://example.org/', method: 'post' }).submit(),
  ]);
  expect(await addressOf(app)).toEqual(['app://ui/index.html']);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("main") !== null'))).toBe(true);
});

test('the page opens no other window', async ({ bench }) => {
  const { app } = await bench.launch();
  await take(app, [
    () => void window.open('https://example.org/'),
    () => Object.assign(document.body.appendChild(document.createElement('a')), { href: 'https://example.org/', target: '_blank' }).click(),
  ]);
  expect(await addressOf(app)).toEqual(['app://ui/index.html']);
});

test('calls that are wrong are answered, and change nothing', async ({ bench }) => {
  const { page } = await bench.launch();
  const answers = await page.evaluate(async () => {
    const pipes: { send(path: unknown, input: unknown): Promise<{ ok: boolean; fault?: { code: string } }>; upload(name: unknown, bytes: unknown): Promise<{ ok: boolean; fault?: { code: string } }> } = Reflect.get(window, 'lectern');
    const deep: unknown = JSON.parse('['.repeat(100) + ']'.repeat(100));
    const asked = [pipes.send('no.such', {}), pipes.send(7, {}), pipes.send('library.edit', deep), pipes.send('library.edit', { edits: [] }), pipes.send('articles.open', { id: '../../etc/passwd' }), pipes.upload(7, 'text')];
    return (await Promise.all(asked)).map(({ ok, fault }) => (ok ? 'ok' : fault?.code));
  });
  expect(answers).toEqual(['call-unknown', 'call-unknown', 'input-invalid', 'input-invalid', 'input-invalid', 'input-invalid']);
});

test('a menu item runs its command in the page', async ({ bench }) => {
  const { app, page } = await bench.launch();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-shortcuts')?.click());
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('files given as arguments are imported, by the first start and by a second one', async ({ bench }) => {
  const write = (name: string, title: string) => writeFile(join(bench.folder, name), `${title}\n\nA paragraph of some length, so that there is something to read here.\n\nAnd a second one.\n`);
  await write('first file.txt', 'The file of the first start');
  await write('second.txt', 'The file of the second start');
  const { app, page } = await bench.launch('first file.txt');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('The file of the first start');
  expect((await bench.launchToEnd('user-data', 'second.txt')).status).toBe(0);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText('The file of the second start');
  expect(await addressOf(app)).toHaveLength(1);
});

test('a file that can’t be opened says so', async ({ bench }) => {
  const { page } = await bench.launch('missing.txt');
  await expect(page.getByText('“missing.txt” could not be read: there is no such file.')).toBeVisible();
});

test('a library that is in use ends the start with a sentence that says by whom', async ({ bench }) => {
  await bench.launch();
  const { status, said } = await bench.launchToEnd('other-user-data');
  expect([status, said]).toEqual([1, expect.stringMatching(/The Lectern app \(process \d+ on .+\) has the library .+ open\./)]);
});

test('the window comes back where it was, in the theme and the language that it had', async ({ bench }) => {
  const { app, page } = await bench.launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1000, height: 700 }));
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme-night')?.click());
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('dialog').getByRole('radio', { name: 'Deutsch' }).check({ force: true });
  const menuTitle = (shell: ElectronApplication) => shell.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label).find((label) => /^(Datei|File)$/.test(label)));
  await expect.poll(() => menuTitle(app)).toBe('Datei');
  await app.close();
  const second = await bench.launch();
  expect(await second.app.evaluate(({ BrowserWindow, nativeTheme }) => [BrowserWindow.getAllWindows()[0]?.getBounds(), nativeTheme.themeSource])).toEqual([{ x: 30, y: 40, width: 1000, height: 700 }, 'dark']);
  expect(await menuTitle(second.app)).toBe('Datei');
});

test('what was typed just before the window closed is there at the next start', async ({ bench }) => {
  const { app, page } = await bench.launch();
  // There is nothing to write a summary of before the article is open.
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.locator('textarea:focus')).toBeVisible();
  await page.keyboard.type('Typed just before the end');
  await app.close();
  const { page: next } = await bench.launch();
  await expect(next.getByRole('complementary', { name: 'Notes' })).toContainText('Typed just before the end');
});

test('a page that hangs does not keep the window open', async ({ bench }) => {
  const { app, page } = await bench.launch();
  void page.evaluate('for (;;);').catch(() => undefined);
  const ended = once(app.process(), 'exit');
  await app.close();
  expect(await ended).toEqual([0, null]);
});

test('quitting gives the library free and leaves nothing but it', async ({ bench }) => {
  const { app } = await bench.launch();
  const ended = once(app.process(), 'exit');
  await app.close();
  expect(await ended).toEqual([0, null]);
  expect((await readdir(join(bench.folder, 'library'))).filter((name) => /lock|tmp/.test(name))).toEqual([]);
  expect(JSON.parse(await readFile(join(bench.folder, 'user-data', 'window.json'), 'utf8'))).toMatchObject({ isMaximised: false });
});
