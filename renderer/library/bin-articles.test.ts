import { describe, expect, it } from 'vitest';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { binArticles, restoreArticles } from './bin-articles.ts';
import { moveArticles } from './move-articles.ts';
import { articleTitled, makeLibraryWindow } from './testing/library-window.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const isBinned = (session: Session, title: string) => articleTitled(session, title).binnedAt !== null;
const openTitle = (session: Session) => openArticleOf(session.reader)?.article.title ?? null;

async function pressUndo(session: Session): Promise<void> {
  session.notices.getState().notices.at(-1)?.action?.run();
  await settled();
}

async function makeOpenWindow(openedTitle: string) {
  // The list shows the newest first: three, two, one.
  const window = await makeLibraryWindow('one', 'two', 'three');
  await window.session.openArticle(articleTitled(window.session, openedTitle).id);
  return window;
}

describe('binArticles', () => {
  it('opens the next of the list in the place of the open article', async () => {
    const { session } = await makeOpenWindow('two');
    binArticles(session, [articleTitled(session, 'two').id]);
    await settled();
    expect(isBinned(session, 'two')).toBe(true);
    expect(openTitle(session)).toBe('one');
  });

  it('leaves the open article alone when another is put away', async () => {
    const { session } = await makeOpenWindow('two');
    binArticles(session, [articleTitled(session, 'three').id]);
    await settled();
    expect(openTitle(session)).toBe('two');
  });

  it('closes the last one', async () => {
    const { session } = await makeLibraryWindow('only');
    const { id } = articleTitled(session, 'only');
    await session.openArticle(id);
    binArticles(session, [id]);
    await settled();
    expect(session.reader.getState().opened.kind).toBe('none');
  });

  it('is taken back by its notice, and the article is open again', async () => {
    const { session } = await makeOpenWindow('two');
    binArticles(session, [articleTitled(session, 'two').id]);
    await settled();
    await pressUndo(session);
    expect(isBinned(session, 'two')).toBe(false);
    expect(openTitle(session)).toBe('two');
    expect(session.editor.state.getState().done).toEqual([]);
  });

  it('opens the next that stays where several go at once, and one undo brings all of them back', async () => {
    const { session } = await makeOpenWindow('three');
    binArticles(session, [articleTitled(session, 'three').id, articleTitled(session, 'two').id]);
    await settled();
    expect(openTitle(session)).toBe('one');
    expect(session.notices.getState().notices.at(-1)?.text).toBe('Moved 2 articles to the bin');
    await pressUndo(session);
    expect(['one', 'two', 'three'].filter((title) => isBinned(session, title))).toEqual([]);
    expect(openTitle(session)).toBe('three');
    expect(session.editor.state.getState().done).toEqual([]);
  });

  it('is taken back alone where other edits have followed', async () => {
    const { session } = await makeOpenWindow('one');
    binArticles(session, [articleTitled(session, 'three').id]);
    await settled();
    const undo = session.notices.getState().notices.at(-1)?.action?.run;
    moveArticles(session, [articleTitled(session, 'two').id], 'archive');
    await settled();
    undo?.();
    await settled();
    expect(isBinned(session, 'three')).toBe(false);
    expect(articleTitled(session, 'two').status).toBe('archive');
  });

  it('changes nothing on the screen when it can’t be saved', async () => {
    const { session, disk } = await makeOpenWindow('two');
    disk.fault = { code: 'disk-full', folder: '~/Documents/Lectern' };
    binArticles(session, [articleTitled(session, 'two').id]);
    await settled();
    expect(openTitle(session)).toBe('two');
    expect(session.notices.getState().notices).toEqual([]);
    expect(session.editor.state.getState().saving.kind).toBe('failed');
  });
});

describe('restoreArticles', () => {
  it('puts an article back on the shelf that it stood on', async () => {
    const { session } = await makeLibraryWindow('one');
    const { id } = articleTitled(session, 'one');
    moveArticles(session, [id], 'archive');
    await settled();
    binArticles(session, [id]);
    await settled();
    restoreArticles(session, [id]);
    await settled();
    expect(articleTitled(session, 'one')).toMatchObject({ status: 'archive', binnedAt: null });
  });
});
