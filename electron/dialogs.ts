import { basename, dirname, join } from 'node:path';
import type { BrowserWindow, Dialog, MessageBoxOptions, NativeTheme, OpenDialogOptions, SaveDialogOptions, Shell } from 'electron';
import type { ClientOf, DesktopContract } from '../core/api/contract.ts';
import type { KeptShortcuts } from '../core/api/shortcuts.ts';
import type { ArticleId } from '../core/base/ids.ts';
import type { Language } from '../core/base/language.ts';
import type { Fault } from '../core/base/fault.ts';
import { type Result, succeed } from '../core/base/result.ts';
import { fileNameFor } from '../core/export/file-name.ts';
import type { ExportedFile } from '../core/export/to-markdown.ts';
import { importableExtensions } from '../core/import/importable-extensions.ts';
import type { Source } from '../core/import/source.ts';
import type { ExportWish } from '../core/library/export-notes.ts';
import type { Library } from '../core/library/library.ts';
import type { Settings } from '../core/library/settings.ts';
import { desktopMessages } from '../core/messages/desktop-messages.ts';
import { writeExport } from '../host/export-folder.ts';
import { findImportable } from '../host/import/find-importable.ts';
import type { Disk } from '../host/store/durable-file.ts';
import type { HostUploads } from '../host/uploads.ts';
import type { MenuSteps } from './menu.ts';
import { checkLink } from './open-external.ts';
import { saveFile } from './save-export.ts';
import type { WindowMemory } from './window-state.ts';

export type Desktop = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly library: Pick<Library, 'exportMarkdown' | 'chooseBackupFolder' | 'chooseWatchFolder' | 'read'>;
  readonly uploads: Pick<HostUploads, 'holdLasting'>;
  readonly memory: WindowMemory;
  readonly disk: Disk;
  /** Where dialogs begin until a folder was chosen. */
  readonly documentsFolder: string;
  findWindow(): BrowserWindow | null;
  read(path: string): Promise<Result<Source>>;
  flushed(isSaved: boolean): void;
  showSteps(steps: MenuSteps): void;
  showShortcuts(kept: KeptShortcuts): void;
  showLanguage(language: Language): void;
};

type Saved = { saved: number; folder: string };

const nothingSaved = succeed({ saved: 0, folder: '' });

/** The system's dialogs, on the window where there is one. */
function onWindow({ dialog, findWindow }: Desktop) {
  const ask = <Options, Answer>(free: (options: Options) => Promise<Answer>, bound: (window: BrowserWindow, options: Options) => Promise<Answer>) => (options: Options) => {
    const window = findWindow();
    return window ? bound(window, options) : free(options);
  };
  return {
    open: ask((options: OpenDialogOptions) => dialog.showOpenDialog(options), (window, options) => dialog.showOpenDialog(window, options)),
    save: ask((options: SaveDialogOptions) => dialog.showSaveDialog(options), (window, options) => dialog.showSaveDialog(window, options)),
    message: ask((options: MessageBoxOptions) => dialog.showMessageBox(options), (window, options) => dialog.showMessageBox(window, options)),
  };
}

/** A file that was chosen can be read again: whether it comes in may be decided once it is known to be there. */
const holdPath = ({ uploads, read }: Desktop, path: string): string => uploads.holdLasting(() => read(path));

async function chooseFiles(desktop: Desktop): Promise<{ handle: string; name: string }[]> {
  const { filePaths, canceled } = await onWindow(desktop).open({
    title: desktopMessages.chooseFilesTitle,
    defaultPath: startFolder(desktop),
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: desktopMessages.readableFiles, extensions: [...importableExtensions] }, { name: desktopMessages.allFiles, extensions: ['*'] }],
  });
  const [first] = filePaths;
  if (canceled || first === undefined) return [];
  desktop.memory.change({ folder: dirname(first) });
  return filePaths.map((path) => ({ handle: holdPath(desktop, path), name: basename(path) }));
}

async function chooseFolder(desktop: Desktop): Promise<{ files: { handle: string; name: string }[]; faults: readonly Fault[] } | null> {
  const { filePaths: [folder], canceled } = await onWindow(desktop).open({ title: desktopMessages.chooseImportFolderTitle, defaultPath: startFolder(desktop), properties: ['openDirectory'] });
  if (canceled || folder === undefined) return null;
  desktop.memory.change({ folder });
  const { files, faults } = await findImportable(folder);
  return { files: files.map(({ path, name }) => ({ handle: holdPath(desktop, path), name })), faults };
}

const startFolder = ({ memory, documentsFolder }: Desktop): string => memory.get().folder ?? documentsFolder;

async function saveOne(desktop: Desktop, file: Pick<ExportedFile, 'name' | 'markdown'>, title: string): Promise<Result<Saved>> {
  const { filePath, canceled } = await onWindow(desktop).save({
    title,
    defaultPath: join(startFolder(desktop), file.name),
    filters: [{ name: desktopMessages.markdownFiles, extensions: ['md'] }],
  });
  if (canceled || !filePath) return nothingSaved;
  const folder = dirname(filePath);
  desktop.memory.change({ folder });
  const saved = await saveFile(desktop.disk, filePath, new TextEncoder().encode(file.markdown));
  return saved.ok ? succeed({ saved: 1, folder }) : saved;
}

async function saveMany(desktop: Desktop, wish: ExportWish): Promise<Result<Saved>> {
  const { filePaths: [folder], canceled } = await onWindow(desktop).open({
    title: desktopMessages.chooseFolderTitle,
    defaultPath: startFolder(desktop),
    properties: ['openDirectory', 'createDirectory'],
  });
  if (canceled || folder === undefined) return nothingSaved;
  desktop.memory.change({ folder });
  const saved = await writeExport(folder, (names) => desktop.library.exportMarkdown({ ...wish, names }));
  return saved.ok ? succeed({ saved: saved.value.length, folder }) : saved;
}

async function chooseWatchFolder(desktop: Desktop): Promise<Result<boolean>> {
  const { filePaths: [folder], canceled } = await onWindow(desktop).open({ title: desktopMessages.chooseWatchFolderTitle, defaultPath: startFolder(desktop), properties: ['openDirectory', 'createDirectory'] });
  if (canceled || folder === undefined) return succeed(false);
  const chosen = await desktop.library.chooseWatchFolder(folder);
  return chosen.ok ? succeed(true) : chosen;
}

async function chooseBackupFolder(desktop: Desktop): Promise<Result<boolean>> {
  const { filePaths: [folder], canceled } = await onWindow(desktop).open({
    title: desktopMessages.chooseBackupFolderTitle,
    defaultPath: startFolder(desktop),
    properties: ['openDirectory', 'createDirectory'],
  });
  if (canceled || folder === undefined) return succeed(false);
  const chosen = await desktop.library.chooseBackupFolder(folder);
  return chosen.ok ? succeed(true) : chosen;
}

/** Prints the window into a PDF where the user says. The page has made itself ready for paper. */
async function savePdf(desktop: Desktop, id: ArticleId): Promise<Result<Saved>> {
  const article = await desktop.library.read(id);
  if (!article.ok) return article;
  const { filePath, canceled } = await onWindow(desktop).save({
    title: desktopMessages.savePdfTitle,
    defaultPath: join(startFolder(desktop), fileNameFor(article.value.title).replace(/\.md$/, '.pdf')),
    filters: [{ name: desktopMessages.pdfFiles, extensions: ['pdf'] }],
  });
  const window = desktop.findWindow();
  if (canceled || !filePath || !window) return nothingSaved;
  const folder = dirname(filePath);
  desktop.memory.change({ folder });
  const bytes = await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true });
  const saved = await saveFile(desktop.disk, filePath, bytes);
  return saved.ok ? succeed({ saved: 1, folder }) : saved;
}

async function openExternal(desktop: Desktop, url: string): Promise<Result<void>> {
  const link = checkLink(url);
  if (!link.ok) return link;
  const { host, url: address } = link.value;
  // The host is shown before it is gone to: the text of a link may say anything.
  const { response } = await onWindow(desktop).message({
    type: 'question',
    message: host === null ? desktopMessages.writeMail : desktopMessages.openLink(host),
    detail: address,
    buttons: [desktopMessages.open, desktopMessages.cancel],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) await desktop.shell.openExternal(address);
  return succeed(undefined);
}

/** The calls that only the desktop app answers. The window never names a path: it gets handles, and dialogs choose. */
export function makeDesktopHandlers(desktop: Desktop): ClientOf<DesktopContract> {
  return {
    desktop: {
      chooseFiles: async () => succeed(await chooseFiles(desktop)),
      chooseFolder: async () => succeed(await chooseFolder(desktop)),
      async saveExport(wish) {
        const exported = await desktop.library.exportMarkdown(wish);
        if (!exported.ok) return exported;
        const [first, ...more] = exported.value;
        if (!first) return nothingSaved;
        return more.length === 0 ? saveOne(desktop, first, desktopMessages.saveExportTitle) : saveMany(desktop, wish);
      },
      chooseBackupFolder: () => chooseBackupFolder(desktop),
      chooseWatchFolder: () => chooseWatchFolder(desktop),
      saveCopy: ({ text }) => saveOne(desktop, { name: desktopMessages.copyName, markdown: text }, desktopMessages.saveCopyTitle),
      savePdf: ({ id }) => savePdf(desktop, id),
      openExternal: ({ url }) => openExternal(desktop, url),
      async showSteps(steps) {
        desktop.showSteps(steps);
        return succeed(undefined);
      },
      async showShortcuts({ shortcuts }) {
        desktop.showShortcuts(shortcuts);
        return succeed(undefined);
      },
      async setLanguage({ language }) {
        desktop.showLanguage(language);
        if (desktop.memory.get().language !== language) desktop.memory.change({ language });
        return succeed(undefined);
      },
      async setTheme({ theme }) {
        desktop.nativeTheme.themeSource = themeSourceOf(theme);
        if (desktop.memory.get().theme !== theme) desktop.memory.change({ theme });
        return succeed(undefined);
      },
      async flushed({ isSaved }) {
        desktop.flushed(isSaved);
        return succeed(undefined);
      },
    },
  };
}

/** What the system should draw for a theme: sepia is a light one, and high contrast is as light or dark as the system. */
export function themeSourceOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  return theme === 'system' || theme === 'contrast' ? 'system' : theme === 'night' ? 'dark' : 'light';
}
