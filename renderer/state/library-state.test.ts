import { describe, expect, it } from 'vitest';
import { makeLibraryWindow } from '../library/testing/library-window.ts';
import { changeSettings, loadLibrary, overviewOf } from './library-state.ts';

describe('changeSettings', () => {
  it('shows every change at once and saves the last of those that came while one was being saved', async () => {
    const { session, sent } = await makeLibraryWindow();
    const { library, client } = session;
    const first = changeSettings(library, client, { sidebarWidth: 200 });
    for (let width = 201; width <= 300; width += 1) void changeSettings(library, client, { sidebarWidth: width });
    void changeSettings(library, client, { textSize: 22 });
    expect(overviewOf(library)?.settings).toMatchObject({ sidebarWidth: 300, textSize: 22 });
    await first;
    expect(sent.filter((path) => path === 'library.changeSettings')).toHaveLength(2);
    await loadLibrary(library, client);
    expect(overviewOf(library)?.settings).toMatchObject({ sidebarWidth: 300, textSize: 22 });
  });

  it('saves a change that comes when all is saved', async () => {
    const { session: { library, client } } = await makeLibraryWindow();
    await changeSettings(library, client, { theme: 'night' });
    await changeSettings(library, client, { theme: 'sepia' });
    await loadLibrary(library, client);
    expect(overviewOf(library)?.settings.theme).toBe('sepia');
  });
});
