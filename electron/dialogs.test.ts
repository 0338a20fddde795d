import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createArticleId } from '../core/base/ids.ts';
import { fail, succeed } from '../core/base/result.ts';
import type { ExportedFile } from '../core/export/to-markdown.ts';
import { machineChance, machineClock } from '../host/machine.ts';
import { machineFileSystem } from '../host/store/file-system.ts';
import { type Desktop, makeDesktopHandlers } from './dialogs.ts';
import type { WindowState } from './window-state.ts';

const request = { ids: [], arrangement: 'in-order' } as const;
const everything = { ids: [...request.ids], arrangement: request.arrangement };

type Answers = { open?: readonly string[]; save?: string; message?: number };

async function makeDesktop(files: readonly ExportedFile[], answers: (folder: string) => Answers) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-export-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const given = answers(folder);
  const opened: string[] = [];
  const shown: unknown[] = [];
  const read: string[] = [];
  let state: WindowState = { bounds: null, isMaximised: false, theme: 'system', language: null, folder: null };
  const backupFolders: string[] = [];
  const spoken: string[] = [];
  const nativeTheme: Desktop['nativeTheme'] = { themeSource: 'system' };
  const answer = <T>(value: T) => (...options: unknown[]): Promise<T> => { shown.push(options.at(-1)); return Promise.resolve(value); };
  const desktop: Desktop = {
    dialog: {
      showOpenDialog: answer({ canceled: !given.open, filePaths: [...(given.open ?? [])] }),
      showSaveDialog: answer({ canceled: !given.save, filePath: given.save ?? '' }),
      showMessageBox: answer({ response: given.message ?? 1, checkboxChecked: false }),
    },
    shell: { openExternal: async (url) => void opened.push(url) },
    nativeTheme,
    library: {
      exportMarkdown: async ({ names = {} }) => succeed(files.map((file) => ({ ...file, name: names[file.id] ?? file.name }))),
      read: async (articleId) => fail({ code: 'article-missing', articleId }),
      chooseBackupFolder: async (backupFolder) => {
        backupFolders.push(backupFolder ?? '');
        return succeed({ folder: backupFolder ?? '', isFolderChosen: true, latest: null, isUnderWay: false, fault: null });
      },
      chooseWatchFolder: async (watched) => {
        backupFolders.push(`watched ${watched}`);
        return succeed({ folder: watched, isThere: true, isUnderWay: false, cameIn: 0, failed: [] });
      },
    },
    uploads: { holdLasting: (held) => { void held(); return `h${read.length}`; } },
    memory: { get: () => state, change: (part) => { state = { ...state, ...part }; } },
    disk: { files: machineFileSystem, clock: machineClock, chance: machineChance, wait: () => Promise.resolve() },
    documentsFolder: '/documents',
    findWindow: () => null,
    read: async (path) => { read.push(path); return succeed({ name: path, bytes: new Uint8Array(), origin: 'file', mediaType: null }); },
    flushed: () => undefined,
    showSteps: () => undefined,
    showShortcuts: () => undefined,
    showLanguage: (language) => void spoken.push(language),
  };
  return { folder, opened, shown, read, backupFolders, spoken, nativeTheme, state: () => state, ...makeDesktopHandlers(desktop).desktop };
}

const id = createArticleId(0, new Uint8Array(10));
const one: ExportedFile = { id, name: 'A.md', markdown: '# A\n' };
const two: ExportedFile = { id: createArticleId(1, new Uint8Array(10)), name: 'B.md', markdown: '# B\n' };

describe('chooseBackupFolder', () => {
  it('sends backups to the folder that the dialog chose', async () => {
    const { chooseBackupFolder, backupFolders } = await makeDesktop([], () => ({ open: ['/media/stick'] }));
    expect(await chooseBackupFolder({})).toEqual(succeed(true));
    expect(backupFolders).toEqual(['/media/stick']);
  });

  it('changes nothing when the dialog is cancelled', async () => {
    const { chooseBackupFolder, backupFolders } = await makeDesktop([], () => ({}));
    expect(await chooseBackupFolder({})).toEqual(succeed(false));
    expect(backupFolders).toEqual([]);
  });
});

describe('chooseWatchFolder', () => {
  it('watches the folder that the dialog chose, and none that was not', async () => {
    const chosen = await makeDesktop([], () => ({ open: ['/home/ann/Articles'] }));
    expect([await chosen.chooseWatchFolder({}), chosen.backupFolders]).toEqual([succeed(true), ['watched /home/ann/Articles']]);
    const cancelled = await makeDesktop([], () => ({}));
    expect([await cancelled.chooseWatchFolder({}), cancelled.backupFolders]).toEqual([succeed(false), []]);
  });
});

describe('chooseFolder', () => {
  it('gives a handle for each file that can be read, and never a path', async () => {
    const { chooseFolder, folder, state } = await makeDesktop([], (at) => ({ open: [at] }));
    await writeFile(join(folder, 'a.txt'), 'x');
    await writeFile(join(folder, 'photo.jpg'), 'x');
    expect(await chooseFolder({})).toEqual(succeed({ files: [{ handle: 'h1', name: 'a.txt' }], faults: [] }));
    expect(state().folder).toBe(folder);
  });

  it('gives nothing when it is cancelled', async () => expect(await (await makeDesktop([], () => ({}))).chooseFolder({})).toEqual(succeed(null)));
});

describe('saveCopy', () => {
  it('writes what could not be saved where the save dialog says', async () => {
    const { saveCopy, folder, shown } = await makeDesktop([], (at) => ({ save: join(at, 'rescued.md') }));
    expect(await saveCopy({ text: 'The gist.' })).toEqual(succeed({ saved: 1, folder }));
    expect(await readFile(join(folder, 'rescued.md'), 'utf8')).toBe('The gist.');
    expect(shown).toMatchObject([{ defaultPath: '/documents/Unsaved notes.md' }]);
  });
});

describe('saveExport', () => {
  it('writes one file where the save dialog says, over what was there', async () => {
    const { saveExport, folder, state, shown } = await makeDesktop([one], (at) => ({ save: join(at, 'mine.md') }));
    await writeFile(join(folder, 'mine.md'), 'old');
    expect(await saveExport(everything)).toEqual({ ok: true, value: { saved: 1, folder } });
    expect(await readFile(join(folder, 'mine.md'), 'utf8')).toBe('# A\n');
    expect(shown).toMatchObject([{ defaultPath: '/documents/A.md' }]);
    expect(state().folder).toBe(folder);
  });

  it('writes several into the chosen folder and writes over nothing', async () => {
    const { saveExport, folder } = await makeDesktop([one, two], (at) => ({ open: [at] }));
    await writeFile(join(folder, 'A.md'), 'what a person wrote');
    expect(await saveExport(everything)).toEqual({ ok: true, value: { saved: 2, folder } });
    expect(await saveExport(everything)).toEqual({ ok: true, value: { saved: 2, folder } });
    expect((await readdir(folder)).filter((name) => name.endsWith('.md')).sort()).toEqual(['A 2.md', 'A.md', 'B.md']);
    expect(await readFile(join(folder, 'A.md'), 'utf8')).toBe('what a person wrote');
  });

  it('begins the next dialog in the folder of the last', async () => {
    const { saveExport, shown, folder } = await makeDesktop([one], (at) => ({ save: join(at, 'A.md') }));
    await saveExport(everything);
    await saveExport(everything);
    expect(shown).toMatchObject([{}, { defaultPath: join(folder, 'A.md') }]);
  });

  it('saves nothing when it is cancelled, or when there is nothing', async () => {
    const nothing = { ok: true, value: { saved: 0, folder: '' } };
    for (const files of [[], [one], [one, two]]) {
      const { saveExport, folder } = await makeDesktop(files, () => ({}));
      expect(await saveExport(everything)).toEqual(nothing);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('says when the disk refuses', async () => {
    const { saveExport, folder } = await makeDesktop([one], (at) => ({ save: join(at, 'none', 'A.md') }));
    expect(await saveExport(everything)).toEqual({ ok: false, fault: { code: 'save-failed', what: { file: join(folder, 'none', 'A.md') }, reason: 'ENOENT' } });
  });
});

describe('chooseFiles', () => {
  it('gives a handle for each file and never a path', async () => {
    const { chooseFiles, read, state } = await makeDesktop([], () => ({ open: ['/x/a.txt', '/x/b.html'] }));
    expect(await chooseFiles(undefined)).toEqual({ ok: true, value: [{ handle: 'h1', name: 'a.txt' }, { handle: 'h2', name: 'b.html' }] });
    expect([read, state().folder]).toEqual([['/x/a.txt', '/x/b.html'], '/x']);
  });

  it('gives none when it is cancelled', async () => expect(await (await makeDesktop([], () => ({}))).chooseFiles(undefined)).toEqual({ ok: true, value: [] }));
});

describe('openExternal', () => {
  it('shows the host and opens the address only then', async () => {
    const { openExternal, opened, shown } = await makeDesktop([], () => ({ message: 0 }));
    expect(await openExternal({ url: 'https://example.org/a' })).toEqual({ ok: true, value: undefined });
    expect(shown).toMatchObject([{ message: 'Open example.org in your browser?', detail: 'https://example.org/a' }]);
    expect(opened).toEqual(['https://example.org/a']);
  });

  it('opens nothing when the user declines', async () => {
    const { openExternal, opened } = await makeDesktop([], () => ({ message: 1 }));
    await openExternal({ url: 'https://example.org/a' });
    expect(opened).toEqual([]);
  });

  it('asks nothing of an address that is refused', async () => {
    const { openExternal, opened, shown } = await makeDesktop([], () => ({ message: 0 }));
    expect(await openExternal({ url: 'file:///etc/passwd' })).toMatchObject({ ok: false, fault: { code: 'link-refused' } });
    expect([opened, shown]).toEqual([[], []]);
  });
});

describe('setLanguage', () => {
  it('speaks the language, and remembers it for the next start', async () => {
    const { setLanguage, spoken, state } = await makeDesktop([], () => ({}));
    await setLanguage({ language: 'de' });
    expect([spoken, state().language]).toEqual([['de'], 'de']);
  });
});

describe('setTheme', () => {
  it.each([['system', 'system'], ['light', 'light'], ['sepia', 'light'], ['night', 'dark']] as const)('draws %s as %s and remembers it for the next start', async (theme, source) => {
    const { setTheme, nativeTheme, state } = await makeDesktop([], () => ({}));
    await setTheme({ theme });
    expect([nativeTheme.themeSource, state().theme]).toEqual([source, theme]);
  });
});
