import { describe, expect, it } from 'vitest';
import type { Session } from '../state/session.ts';
import { moveArticles } from './move-articles.ts';
import { articleTitled, makeLibraryWindow } from './testing/library-window.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const titles = ['one', 'two', 'three'];
const idsOf = (session: Session) => titles.map((title) => articleTitled(session, title).id);
const statusesOf = (session: Session) => titles.map((title) => articleTitled(session, title).status);

describe('moveArticles', () => {
  it('moves all in one call, and one undo takes all of them back to where they stood', async () => {
    const { session, sent } = await makeLibraryWindow(...titles);
    moveArticles(session, [articleTitled(session, 'two').id], 'reading');
    await settled();
    const callsBefore = sent.filter((path) => path === 'library.edit').length;
    moveArticles(session, idsOf(session), 'archive');
    await settled();
    expect(statusesOf(session)).toEqual(['archive', 'archive', 'archive']);
    expect(sent.filter((path) => path === 'library.edit')).toHaveLength(callsBefore + 1);
    expect(session.notices.getState().notices.at(-1)).toMatchObject({ text: 'Moved 3 articles to Archive', action: { label: 'Undo' } });
    await session.editor.undo();
    expect(statusesOf(session)).toEqual(['inbox', 'reading', 'inbox']);
  });

  it('counts only those that were not there already', async () => {
    const { session } = await makeLibraryWindow(...titles);
    moveArticles(session, [articleTitled(session, 'two').id], 'archive');
    await settled();
    moveArticles(session, idsOf(session), 'archive');
    await settled();
    expect(session.notices.getState().notices.at(-1)?.text).toBe('Moved 2 articles to Archive');
  });

  it('leaves all where they are when they can’t be saved, says so, and moves all when they can', async () => {
    const { session, disk } = await makeLibraryWindow(...titles);
    disk.fault = { code: 'disk-full', folder: '~/Documents/Lectern' };
    moveArticles(session, idsOf(session), 'archive');
    await settled();
    expect(statusesOf(session)).toEqual(['inbox', 'inbox', 'inbox']);
    expect(session.editor.state.getState().saving.kind).toBe('failed');
    disk.fault = null;
    await session.editor.retry();
    expect(statusesOf(session)).toEqual(['archive', 'archive', 'archive']);
    expect(session.editor.state.getState().saving.kind).toBe('saved');
  });
});
