import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Folders, type Run, startDesktop, startInBrowser } from './doors.ts';
import { findElectronRuntime, noElectron } from './electron-runtime.ts';

export type AppOptions = { door: 'electron' | 'browser' };

/** The running app, whatever door it runs behind. */
export type App = {
  readonly door: AppOptions['door'];
  /** The window; another one after `restart`. */
  readonly page: Page;
  readonly library: string;
  /** Where exported files arrive: save dialogs choose it, downloads go there. */
  readonly exportFolder: string;
  /** What the next open dialog answers. */
  chooseFiles(files: readonly string[]): Promise<void>;
  /** Resolves when all that was saved so far is in the export folder. */
  settleExports(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
  /** Start again after `close`. */
  open(): Promise<void>;
  /** Console errors that this test provokes on purpose. */
  allowErrors(pattern: RegExp): void;
};

/** Resolves when the library is shown and nothing of the open article is still to come. */
async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Uncaught errors and console errors of a page, violations of the content security policy among them. */
async function troubleOf(page: Page): Promise<string[]> {
  const [messages, errors] = await Promise.all([page.consoleMessages({ filter: 'all' }), page.pageErrors({ filter: 'all' })]);
  return [...messages.filter((message) => message.type() === 'error').map((message) => message.text()), ...errors.map((error) => error.stack ?? error.message)];
}

async function makeFolders(top: string): Promise<Folders> {
  const folders = { library: join(top, 'My library'), exportFolder: join(top, 'Exported notes'), userData: join(top, 'user-data') };
  for (const folder of [folders.exportFolder, folders.userData]) await mkdir(folder);
  return folders;
}

function makeApp(door: App['door'], folders: Folders, start: () => Promise<Run>): App & { readonly trouble: () => string[] } {
  let run: Run | null = null;
  const found: string[] = [];
  const allowed: RegExp[] = [];
  const running = (): Run => {
    if (!run) throw new Error('The app is closed.');
    return run;
  };
  async function open(): Promise<void> {
    run = await start();
    await waitUntilReady(run.page);
  }
  async function close(): Promise<void> {
    if (!run) return;
    const ending = run;
    run = null;
    await ending.settleExports();
    found.push(...(await troubleOf(ending.page)));
    await ending.quit();
  }
  return {
    ...folders, door, open, close,
    get page() {
      return running().page;
    },
    chooseFiles: (files) => running().chooseFiles(files),
    settleExports: () => running().settleExports(),
    async restart() {
      await close();
      await open();
    },
    allowErrors: (pattern) => void allowed.push(pattern),
    trouble: () => found.filter((text) => !allowed.some((pattern) => pattern.test(text))),
  };
}

export const test = base.extend<AppOptions & { folders: Folders; app: App }>({
  door: ['browser', { option: true }],

  // A fresh library and fresh user data for each test. A test may put files there before it asks for the app.
  folders: async ({}, use) => {
    const top = await mkdtemp(join(tmpdir(), 'lectern-e2e-'));
    await use(await makeFolders(top));
    await rm(top, { recursive: true, force: true, maxRetries: 5 });
  },

  app: async ({ door, folders, browser, contextOptions }, use) => {
    const runtime = findElectronRuntime();
    test.skip(door === 'electron' && !runtime, noElectron);
    const app = makeApp(door, folders, () => (door === 'electron' && runtime ? startDesktop(runtime, folders) : startInBrowser(browser, folders, contextOptions)));
    await app.open();
    await use(app);
    await app.close();
    expect(app.trouble(), 'errors on the page').toEqual([]);
  },
});

export { expect };
