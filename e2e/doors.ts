import { once } from 'node:events';
import { basename, join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, _electron as electron, type Page } from '@playwright/test';
import type * as Electron from 'electron';
import type { ElectronRuntime } from './electron-runtime.ts';
import { serve } from './serve.ts';

const root = resolve(import.meta.dirname, '..');
const START_LIMIT_MS = 60_000;

/** One run of the app, from start to quit. Each door answers dialogs and downloads in its own way. */
export type Run = {
  readonly page: Page;
  /** What the next open dialog answers. */
  chooseFiles(files: readonly string[]): Promise<void>;
  /** Resolves when all that was saved so far is in the export folder. */
  settleExports(): Promise<void>;
  quit(): Promise<void>;
};

export type Folders = { readonly library: string; readonly exportFolder: string; readonly userData: string };

/** Starts the desktop app on its real, built main process. Save dialogs choose the export folder. */
export async function startDesktop(runtime: ElectronRuntime, { library, exportFolder, userData }: Folders): Promise<Run> {
  const app = await electron.launch({
    executablePath: runtime.program,
    args: [`--user-data-dir=${userData}`, '--lang=en-GB', root],
    cwd: root,
    env: { ...process.env, LECTERN_LIBRARY: library, LECTERN_CACHE: join(userData, 'cache'), LECTERN_CONFIG: join(userData, 'config'), STANDIN_NODE: process.execPath },
    colorScheme: null,
    timeout: START_LIMIT_MS,
  });
  const process_ = app.process();
  const page = await app.firstWindow({ timeout: START_LIMIT_MS });
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (...args: unknown[]) => {
      const options: Electron.SaveDialogOptions = Object(args.at(-1));
      const name = options.defaultPath?.split(/[\\/]/).at(-1);
      return Promise.resolve({ canceled: false, filePath: `${folder}/${name ?? 'export.md'}` });
    };
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, exportFolder);
  return {
    page,
    chooseFiles: (files) =>
      app.evaluate(({ dialog }, chosen) => {
        const usual = dialog.showOpenDialog;
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = usual;
          return Promise.resolve({ canceled: false, filePaths: [...chosen] });
        };
      }, files),
    settleExports: () => Promise.resolve(),
    async quit() {
      const ended = process_.exitCode === null ? once(process_, 'exit') : Promise.resolve();
      await app.close();
      await ended;
    },
  };
}

/** Starts the loopback server and opens its address. Downloads go to the export folder. */
export async function startInBrowser(browser: Browser, { library, exportFolder }: Folders, options: BrowserContextOptions): Promise<Run> {
  const server = await serve(library);
  const context = await browser.newContext({ ...options, acceptDownloads: true });
  const page = await context.newPage();
  const saves: Promise<void>[] = [];
  page.on('download', (download) => saves.push(download.saveAs(join(exportFolder, basename(download.suggestedFilename())))));
  await page.goto(server.address);
  return {
    page,
    async chooseFiles(files) {
      page.once('filechooser', (chooser) => void chooser.setFiles([...files]));
    },
    settleExports: async () => void (await Promise.all(saves)),
    async quit() {
      await context.close();
      await server.stop();
    },
  };
}
