import { describe, expect, it } from 'vitest';
import { SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { emptyDraft, type Incoming } from '../state/imports.ts';
import { overviewOf } from '../state/library-state.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { importAll, importDraft, settleKnown } from './import-files.ts';
import { makeLibraryWindow } from './testing/library-window.ts';

const file = (name: string, text: string): Incoming => ({ kind: 'file', file: new File([text], name) });
const titles = (session: Session) => overviewOf(session.library)?.articles.map((article) => article.title);
const notices = (session: Session) => session.notices.getState().notices.map(({ tone, text }) => [tone, text]);
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('importAll', () => {
  it('adds files one after another, shows the shelf and opens the last', async () => {
    const { session } = await makeLibraryWindow();
    session.view.setState({ shelf: { kind: 'bin' }, filter: 'something' });
    expect(await importAll(session, [file('a.txt', 'First\nText.'), file('b.txt', 'Second\nText.')])).toBe(true);
    await settled();
    expect(titles(session)).toEqual(['First', 'Second']);
    expect(openArticleOf(session.reader)?.article.title).toBe('Second');
    expect(session.view.getState()).toMatchObject({ shelf: { kind: 'status', status: 'inbox' }, filter: '' });
    expect(notices(session)).toEqual([['done', 'Added 2 articles']]);
  });

  it('says in words why a file was refused, and adds the others', async () => {
    const { session } = await makeLibraryWindow();
    expect(await importAll(session, [file('empty.txt', ''), file('b.txt', 'Second\nText.')])).toBe(false);
    expect(titles(session)).toEqual(['Second']);
    expect(notices(session)).toContainEqual(['fault', faultSentence({ code: 'file-empty', name: 'empty.txt' })]);
  });

  it('opens the dialog that lists them where several were refused', async () => {
    const { session } = await makeLibraryWindow();
    await importAll(session, [file('a.txt', ''), file('b.txt', '')]);
    expect(session.view.getState().dialog).toBe('add');
    expect(session.imports.getState().items.map(({ name, outcome }) => [name, outcome])).toEqual([['a.txt', expect.objectContaining({ ok: false })], ['b.txt', expect.objectContaining({ ok: false })]]);
  });

  it('refuses a file over the limit without reading it', async () => {
    const { session } = await makeLibraryWindow();
    const huge: Incoming = { kind: 'file', file: { name: 'huge.txt', size: SOURCE_BYTES_LIMIT + 1, arrayBuffer: () => Promise.reject(new Error('It was read.')) } };
    await importAll(session, [huge]);
    expect(notices(session)).toEqual([['fault', faultSentence({ code: 'file-too-large', name: 'huge.txt', bytes: SOURCE_BYTES_LIMIT + 1, limitBytes: SOURCE_BYTES_LIMIT })]]);
  });

  it('says of a folder that it is not a file', async () => {
    const { session } = await makeLibraryWindow();
    await importAll(session, [{ kind: 'file', file: { name: 'folder', size: 0, arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) } }]);
    expect(notices(session)).toEqual([['fault', faultSentence({ code: 'file-unreadable', name: 'folder', reason: 'not-a-file' })]]);
  });

  it('shows how far it is while it goes on', async () => {
    const { session } = await makeLibraryWindow();
    const seen: number[] = [];
    session.imports.subscribe(({ items }) => seen.push(items.filter((item) => item.outcome !== null).length));
    await importAll(session, [file('a.txt', 'A\nx'), file('b.txt', 'B\nx')]);
    expect(seen).toEqual([0, 1, 2, 0]);
  });

  it('holds up, goes on, and leaves out the rest when it is ended', async () => {
    const { session } = await makeLibraryWindow();
    const { imports } = session;
    const pauseAfter = (count: number, then: () => void) => {
      const stop = imports.subscribe(({ items, pace }) => {
        if (pace !== 'going' || items.filter((item) => item.outcome !== null).length !== count) return;
        stop();
        imports.setState({ pace: 'paused' });
        setTimeout(() => {
          then();
        }, 20);
      });
    };
    pauseAfter(1, () => {
      expect(titles(session)).toEqual(['A']);
      pauseAfter(2, () => imports.setState({ pace: 'stopped' }));
      imports.setState({ pace: 'going' });
    });
    expect(await importAll(session, ['A', 'B', 'C', 'D'].map((title) => file(`${title}.txt`, `${title}\nText.`)))).toBe(false);
    expect(titles(session)).toEqual(['A', 'B']);
    expect(imports.getState().items.map(({ outcome }) => outcome === 'left-out')).toEqual([false, false, true, true]);
    expect(session.view.getState().dialog).toBe('add');
    // What comes next is not held back by it.
    await importAll(session, [file('E.txt', 'E\nText.')]);
    expect(titles(session)).toEqual(['A', 'B', 'E']);
  });

  it('asks what to do with what is there already, and does that', async () => {
    const { session } = await makeLibraryWindow();
    const again = [file('a.txt', 'A\nText.'), file('b.txt', 'B\nText.')];
    await importAll(session, again);
    expect(await importAll(session, again)).toBe(true);
    expect([titles(session), session.view.getState().dialog]).toEqual([['A', 'B'], 'add']);
    await settleKnown(session, 'left-out');
    expect([titles(session), session.view.getState().dialog]).toEqual([['A', 'B'], null]);
    await importAll(session, again);
    await settleKnown(session, 'version');
    expect(titles(session)).toEqual(['A', 'B']);
    await importAll(session, again);
    await settleKnown(session, 'both');
    expect(titles(session)).toEqual(['A', 'B', 'A', 'B']);
    await session.editor.undo();
    expect(overviewOf(session.library)?.articles.filter(({ binnedAt }) => binnedAt === null).map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it('sends text that is too long for a call as a file', async () => {
    const { session } = await makeLibraryWindow();
    expect(await importAll(session, [{ kind: 'text', text: `Long\n${'word '.repeat(900_000)}`, mediaType: 'text/plain' }])).toBe(true);
    expect(titles(session)).toEqual(['Long']);
  });
});

describe('importDraft', () => {
  it('adds the text, closes the dialog and clears the draft', async () => {
    const { session } = await makeLibraryWindow();
    session.view.setState({ dialog: 'add' });
    session.imports.setState({ draft: { text: 'Plain title\nText.', html: '<p>Page</p>', isPage: false } });
    await importDraft(session);
    expect(titles(session)).toEqual(['Plain title']);
    expect(session.view.getState().dialog).toBeNull();
    expect(session.imports.getState()).toMatchObject({ items: [], draft: emptyDraft });
  });

  it('adds the page where that is wanted', async () => {
    const { session } = await makeLibraryWindow();
    session.imports.setState({ draft: { text: 'Text', html: '<p>Page</p>', isPage: true } });
    await importDraft(session);
    await settled();
    expect(openArticleOf(session.reader)?.article.original.mediaType).toBe('text/html');
  });

  it('keeps what was typed and the dialog when the disk is full', async () => {
    const { session, disk } = await makeLibraryWindow();
    const draft = { text: 'Kept\nText.', html: null, isPage: false };
    session.view.setState({ dialog: 'add' });
    session.imports.setState({ draft });
    disk.fault = { code: 'disk-full', folder: '~/Documents/Lectern' };
    await importDraft(session);
    expect(session.imports.getState().draft).toEqual(draft);
    expect(session.view.getState().dialog).toBe('add');
    disk.fault = null;
    await importDraft(session);
    expect(titles(session)).toEqual(['Kept']);
  });

  it('does nothing with an empty field', async () => {
    const { session, sent } = await makeLibraryWindow();
    await importDraft(session);
    expect(sent).not.toContain('articles.import');
  });
});
