import { describe, expect, it } from 'vitest';
import { runCommand } from '../commands/run-command.ts';
import { articleMenu } from '../library/article-menu.ts';
import { importAll } from '../library/import-files.ts';
import { articleTitled, makeLibraryWindow } from '../library/testing/library-window.ts';
import { mayWrite, tryWriting } from './access.ts';
import { loadLibrary, overviewOf } from './library-state.ts';

const fault = { code: 'library-read-only', folder: '~/Documents/Lectern', reason: 'no-permission' } as const;

/** A window over a library that could only be opened to read. */
async function makeReadOnlyWindow() {
  const { session, disk, sent } = await makeLibraryWindow('One');
  Object.assign(disk, { fault, access: { kind: 'read', fault } });
  await loadLibrary(session.library, session.client);
  await session.openArticle(articleTitled(session, 'One').id);
  sent.length = 0;
  const lastNotice = () => session.notices.getState().notices.at(-1);
  return { session, disk, sent, lastNotice };
}

describe('a library that can only be read', () => {
  it('refuses what would change it before anything is sent, with the reason', async () => {
    const { session, sent, lastNotice } = await makeReadOnlyWindow();
    for (const command of ['note-highlight', 'highlight-selection', 'bin-article', 'article-to-archive', 'summarise', 'edit-details', 'paste-article', 'add-files', 'colour-red'] as const) {
      session.notices.setState({ notices: [] });
      runCommand(session, command);
      expect(lastNotice()?.text).toContain('this account may not write to its folder');
    }
    expect(session.view.getState().dialog).toBeNull();
    expect(session.reader.getState().editing).toBeNull();
    expect(await importAll(session, [{ kind: 'text', text: 'An article', mediaType: 'text/plain' }])).toBe(false);
    const [article] = overviewOf(session.library)?.articles ?? [];
    if (!article) throw new Error('no article');
    expect(await session.editor.edit([{ kind: 'summarise-article', articleId: article.id, summary: 'x' }])).toBeNull();
    expect(session.editor.state.getState().saving).toEqual({ kind: 'saved' });
    expect(sent.filter((path) => path === 'library.edit' || path === 'articles.import')).toEqual([]);
  });

  it('goes on to export, search and show: only what changes it is dimmed in its menus', async () => {
    const { session } = await makeReadOnlyWindow();
    const items = articleMenu(session, [articleTitled(session, 'One')]).flatMap((item) => (item === 'separator' ? [] : [item]));
    expect(items.filter(({ isDisabled }) => !isDisabled).map(({ label }) => label)).toEqual(['Earlier versions…', 'Changes between versions…', 'Export as Markdown…']);
    runCommand(session, 'reading-settings');
    expect(session.view.getState().dialog).toBe('reading');
  });

  it('says that it still can’t be changed when it is tried again in vain', async () => {
    const { session, disk, lastNotice } = await makeReadOnlyWindow();
    disk.access = { kind: 'read', fault: { ...fault, reason: 'read-only-disk' } };
    await tryWriting(session);
    expect(lastNotice()).toMatchObject({ tone: 'fault', text: expect.stringContaining('Still read only. The library “~/Documents/Lectern” can be read, searched and exported, but not changed: its disk takes no changes.') });
    expect(overviewOf(session.library)?.access).toEqual(disk.access);
  });

  it('can be changed once it was tried again with success', async () => {
    const { session, disk, lastNotice } = await makeReadOnlyWindow();
    Object.assign(disk, { fault: null, mayBeWritten: true });
    await tryWriting(session);
    expect(lastNotice()).toMatchObject({ tone: 'done', text: 'The library can be changed now.' });
    expect(mayWrite(session)).toBe(true);
    expect(await importAll(session, [{ kind: 'text', text: 'An article\nof words.', mediaType: 'text/plain' }])).toBe(true);
  });
});
