import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { app, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { desktopContract } from '../core/api/contract.ts';
import { bindShortcuts, type Shortcuts } from '../core/api/shortcuts.ts';
import { joinRouters, makeRouter } from '../core/api/router.ts';
import { findLanguage, speak } from '../core/base/language.ts';
import { desktopMessages } from '../core/messages/desktop-messages.ts';
import { faultSentence } from '../core/messages/fault-messages.ts';
import { defaultLibraryFolder } from '../host/default-library.ts';
import { readSourceFile } from '../host/import/read-source-file.ts';
import { machineChance, machineClock } from '../host/machine.ts';
import { makeStaticTable } from '../host/serve/static-table.ts';
import { startLibrary, type StartedLibrary } from '../host/start-library.ts';
import { machineFileSystem } from '../host/store/file-system.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { makeDesktopHandlers, themeSourceOf } from './dialogs.ts';
import { lockDown } from './lock-down.ts';
import { type MenuSteps, menuTemplate } from './menu.ts';
import { makeFileOpening } from './opened-files.ts';
import { quitInOrder } from './quit.ts';
import { serveIpc } from './serve-ipc.ts';
import { readArguments } from './start-arguments.ts';
import { failToStart, isUnprotected } from './start-failure.ts';
import { makeWaitingLine } from './waiting-line.ts';
import { type AppWindow, makeAppWindow } from './window.ts';
import { makeWindowMemory, type WindowMemory } from './window-state.ts';

const root = new URL('../../', import.meta.url);
const rendererFolder = new URL('dist/renderer/', root);
const workerUrl = new URL('./import-worker.js', import.meta.url);
const preload = new URL('./preload.cjs', import.meta.url);

const log = (error: unknown): void => void process.stderr.write(`${inspect(error)}\n`);
const disk = { files: machineFileSystem, clock: machineClock, chance: machineChance, wait: (ms: number) => sleep(ms) };
const filesToOpen = makeWaitingLine<string>();

/** What the menu shows besides the commands, as the window last told it. */
type MenuFacts = { readonly steps: MenuSteps; readonly shortcuts: Shortcuts };

function answerWindow(started: StartedLibrary, window: AppWindow, memory: WindowMemory): void {
  const { library, uploads } = started;
  let facts: MenuFacts = { steps: { undo: null, redo: null }, shortcuts: bindShortcuts({}) };
  const show = (news: Partial<MenuFacts>) => {
    facts = { ...facts, ...news };
    setMenu(window, facts);
  };
  const handlers = makeDesktopHandlers({
    dialog, shell, nativeTheme, library, uploads, memory, disk,
    documentsFolder: app.getPath('documents'),
    findWindow: () => window.find(),
    read: readSourceFile,
    flushed: (isSaved) => window.flushed(isSaved),
    showSteps: (steps) => show({ steps }),
    showShortcuts: (kept) => show({ shortcuts: bindShortcuts(kept) }),
    showLanguage(language) {
      speak(language);
      show({});
    },
  });
  const router = joinRouters(makeRouter(desktopContract, handlers, log), started.router);
  serveIpc(ipcMain, { router, uploads, mainFrame: () => window.find()?.webContents.mainFrame ?? null });
  library.listen((event) => {
    if (window.find()) window.tell(event);
  });
  show({});
  filesToOpen.open(makeFileOpening({ library, read: readSourceFile, tell: (event) => window.tell(event), log }));
}

function setMenu(window: AppWindow, facts: MenuFacts): void {
  const template = menuTemplate({
    isMac: process.platform === 'darwin',
    ...facts,
    run(command) {
      if (!window.find()) window.show();
      window.tell({ kind: 'command', command });
    },
    editText: (step) => window.find()?.webContents[step](),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

async function start(libraryFolder: string): Promise<void> {
  const [table] = await Promise.all([makeStaticTable(rendererFolder), app.whenReady()]);
  const memory = makeWindowMemory(join(app.getPath('userData'), 'window.json'), log);
  speak(memory.get().language ?? findLanguage([app.getLocale()]));
  if (isUnprotected(app)) return failToStart(app, dialog, desktopMessages.noSandbox);
  const started = await startLibrary({ folder: libraryFolder, door: 'desktop', mode: 'prefer-write', root, workerUrl, log });
  if (!started.ok) return failToStart(app, dialog, faultSentence(started.fault));
  quitInOrder(app, () => started.value.close(), log);
  lockDown(app, session.defaultSession);
  serveApp(protocol, table, (hash) => started.value.library.readImage(hash));
  nativeTheme.themeSource = themeSourceOf(memory.get().theme);
  const window = makeAppWindow({ root, preload, memory, log });
  answerWindow(started.value, window, memory);
  app.on('activate', () => window.show());
  app.on('second-instance', () => window.show());
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    event?.preventDefault();
    app.quit();
  });
  window.show();
}

function openFiles(argv: readonly string[], folder: string): void {
  for (const file of readArguments(argv, folder, process.defaultApp ?? false).files) filesToOpen.push(file);
}

function run(): void {
  app.enableSandbox();
  registerAppScheme(protocol);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    filesToOpen.push(path);
  });
  app.on('second-instance', (_event, argv, folder) => openFiles(argv, folder));
  openFiles(process.argv, process.cwd());
  const { library } = readArguments(process.argv, process.cwd(), process.defaultApp ?? false);
  start(library ?? defaultLibraryFolder(process.env, homedir())).catch((error: unknown) => {
    log(error);
    app.exit(1);
  });
}

if (app.requestSingleInstanceLock()) run();
else app.quit();
