import { afterEach, describe, expect, it, vi } from 'vitest';
import { noChange } from '../../core/library/events.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import { articleTitled, makeLibraryWindow, makeSummary } from '../library/testing/library-window.ts';
import { tryWriting } from './access.ts';
import { applyChange, changeSettings, loadLibrary, makeLibraryStore, overviewOf, showReading } from './library-state.ts';

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

describe('settings that can’t be saved', () => {
  afterEach(() => void vi.useRealTimers());

  it('stay on the screen, are told of once, and are saved when they can be', async () => {
    const { session: { library, client, notices }, disk } = await makeLibraryWindow();
    vi.useFakeTimers();
    disk.fault = { code: 'disk-full', folder: 'library' };
    await changeSettings(library, client, { theme: 'night' });
    await changeSettings(library, client, { textSize: 22 });
    await vi.advanceTimersByTimeAsync(11_000);
    applyChange(library, { ...noChange, settings: { ...defaultSettings, sidebarWidth: 333 } });
    expect(overviewOf(library)?.settings).toMatchObject({ theme: 'night', textSize: 22, sidebarWidth: 333 });
    expect(notices.getState().notices).toMatchObject([{ tone: 'fault' }]);
    disk.fault = null;
    await vi.advanceTimersByTimeAsync(6_000);
    await loadLibrary(library, client);
    expect([overviewOf(library)?.settings, library.getState().settingsFault]).toMatchObject([{ theme: 'night', textSize: 22 }, null]);
  });

  it('are for the screen alone while the library can only be read, without a word, and saved once it can be written', async () => {
    const { session, disk, sent } = await makeLibraryWindow();
    const { library, client, notices } = session;
    disk.access = { kind: 'read', fault: null };
    await loadLibrary(library, client);
    await changeSettings(library, client, { theme: 'night' });
    expect([overviewOf(library)?.settings.theme, notices.getState().notices, sent.includes('library.changeSettings')]).toEqual(['night', [], false]);
    disk.mayBeWritten = true;
    await tryWriting(session);
    await vi.waitFor(() => expect(library.getState()).toMatchObject({ unsent: {}, isSendingSettings: false }));
    await loadLibrary(library, client);
    expect([overviewOf(library)?.settings.theme, sent.includes('library.changeSettings')]).toEqual(['night', true]);
  });
});

describe('changes that the host tells', () => {
  it('take articles out, bring others, and put new settings and damages in the place of the old, and add what was merged', async () => {
    const { session } = await makeLibraryWindow('One', 'Two');
    const { library } = session;
    const settings = overviewOf(library)?.settings;
    if (!settings) throw new Error('The library is not loaded.');
    const merged = [{ file: 'codebook.json', copy: 'codebook 2.json', conflicts: [] }];
    const damaged = [{ file: 'articles/x.json', fault: { code: 'internal' }, keptAs: null }] as const;
    applyChange(library, { articles: [makeSummary({ title: 'Three' })], gone: [articleTitled(session, 'One').id], tags: null, collections: [], searches: null, settings: { ...settings, theme: 'night' }, damaged, merged, isOutside: true });
    expect(overviewOf(library)).toMatchObject({ articles: [{ title: 'Two' }, { title: 'Three' }], tags: [], settings: { theme: 'night' }, damaged, merged });
  });

  it('are not lost when they come while the library is loading', async () => {
    const { session: { client } } = await makeLibraryWindow('One');
    const library = makeLibraryStore();
    const loading = loadLibrary(library, client);
    applyChange(library, { ...noChange, articles: [makeSummary({ title: 'Early' })] });
    await loading;
    expect(overviewOf(library)?.articles.map(({ title }) => title)).toEqual(['One', 'Early']);
  });

  it('count as news for searches, but for how far an article is read, settings and saved searches', async () => {
    const { session } = await makeLibraryWindow('One');
    const { library } = session;
    const one = articleTitled(session, 'One');
    const isNews = (change: Partial<typeof noChange>) => {
      const before = library.getState().searchedRev;
      applyChange(library, { ...noChange, ...change });
      return library.getState().searchedRev > before;
    };
    expect([isNews({ articles: [{ ...one, progress: 0.5 }] }), isNews({ settings: overviewOf(library)?.settings ?? null }), isNews({ searches: [] })]).toEqual([false, false, false]);
    expect([isNews({ articles: [{ ...one, noteCount: 1 }] }), isNews({ articles: [makeSummary({ title: 'New' })] }), isNews({ tags: [] }), isNews({ collections: [] }), isNews({ gone: [one.id] })]).toEqual([true, true, true, true, true]);
  });

  it('say how far the reading has come, until it is done', () => {
    const library = makeLibraryStore();
    showReading(library, { done: 100, total: 230 });
    expect(library.getState().reading).toEqual({ done: 100, total: 230 });
    showReading(library, { done: 230, total: 230 });
    expect(library.getState().reading).toBeNull();
  });
});
