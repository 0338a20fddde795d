import { describe, expect, it } from 'vitest';
import { makeClient } from '../../core/api/client.ts';
import { contract } from '../../core/api/contract.ts';
import { type Article, createArticle } from '../../core/article/article.ts';
import { createContent } from '../../core/article/blocks.ts';
import type { Fault } from '../../core/base/fault.ts';
import { articleIdSchema, highlightIdSchema } from '../../core/base/ids.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { type Edit, editArticle, editSchema, isArticleEdit } from '../../core/library/edit.ts';
import { makeEditor } from './editor.ts';
import { openWhole } from './open-article.ts';
import { makeReaderStore, openArticleOf } from './reader-state.ts';

const now = '2026-01-01T00:00:00.000Z';
const articleId = articleIdSchema.parse('0'.repeat(26));
const diskFull: Fault = { code: 'disk-full', folder: 'library' };
const hash = 'a'.repeat(64);
const draft = {
  title: 'Ships', label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr' as const, wordCount: 1, content: hash,
  original: { sha256: hash, extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
};
const summarise = (summary: string): Edit => ({ kind: 'summarise-article', articleId, summary });

/** A window on a library that holds one article in memory; `meet` decides what the next save meets. */
function openWindow() {
  let article: Article = createArticle(draft, { id: articleId, now });
  const met: (Fault | Promise<void> | { readonly only: number; readonly fault: Fault })[] = [];
  const refused: { fault: Fault; edits: readonly Edit[] }[] = [];
  const refusal: { fault: Fault | null } = { fault: null };
  const reader = makeReaderStore();
  reader.setState({ opened: openWhole(article, createContent([])) });
  const client = makeClient(contract, async (_path, input) => {
    const next = met.shift();
    if (next instanceof Promise) await next;
    else if (next && 'code' in next) return fail(next);
    const only = next && 'only' in next ? next : null;
    const [edits, rest] = [Object(input).edits.slice(0, only?.only), only ? Object(input).edits.slice(only.only) : []];
    const inverses: Edit[] = [];
    let changed = article;
    for (const each of edits) {
      const edit = editSchema.parse(each);
      if (!isArticleEdit(edit)) continue;
      const edited = editArticle(changed, edit, now);
      if (!edited.ok) return edited;
      changed = edited.value.next;
      inverses.unshift(edited.value.inverse);
    }
    article = changed;
    return succeed({ undo: inverses, unfinished: only && { fault: only.fault, edits: rest, names: ['Ships'] } });
  });
  const editor = makeEditor({ client, reader, now: () => now, findRefusal: () => refusal.fault, onRefused: (fault, edits) => refused.push({ fault, edits }) });
  return { editor, meet: (next: (typeof met)[number]) => met.push(next), refused, article: () => article, stored: () => article.summary, writeElsewhere: (summary: string) => void (article = { ...article, summary }), shown: () => openArticleOf(reader)?.article.summary };
}

describe('makeEditor', () => {
  it('shows an edit before it is saved', async () => {
    const { editor, shown, stored } = openWindow();
    const saved = editor.edit([summarise('gist')]);
    expect([shown(), stored()]).toEqual(['gist', '']);
    await saved;
    expect([stored(), editor.state.getState().saving.kind]).toEqual(['gist', 'saved']);
  });

  it('lets the library make a change once all before it is saved, and undoes it as a step', async () => {
    const { editor, stored } = openWindow();
    const first = editor.edit([summarise('first')]);
    let before = '';
    const carried = editor.carryOut('restore-version', async () => {
      before = stored();
      return succeed([summarise('back')]);
    });
    expect([await first, await carried, before]).toEqual([expect.anything(), expect.anything(), 'first']);
    expect(await editor.undo()).toBe('restore-version');
    expect(stored()).toBe('back');
  });

  it('makes no change while something is not saved, and tells what the library refuses', async () => {
    const { editor, meet, refused } = openWindow();
    meet(diskFull);
    meet(diskFull);
    await editor.edit([summarise('kept')]);
    let isCalled = false;
    expect(await editor.carryOut('restore-version', async () => { isCalled = true; return succeed([]); })).toBeNull();
    expect([isCalled, editor.state.getState().saving.kind]).toEqual([false, 'failed']);
    await editor.retry();
    expect(await editor.carryOut('restore-version', async () => fail({ code: 'version-missing', rev: 3 }))).toBeNull();
    expect(refused).toEqual([{ fault: { code: 'version-missing', rev: 3 }, edits: [] }]);
  });

  it('undoes and does again at least 200 steps', async () => {
    const { editor, stored } = openWindow();
    for (let step = 1; step <= 200; step += 1) await editor.edit([summarise(`gist ${step}`)]);
    for (let step = 199; step >= 0; step -= 1) {
      expect(await editor.undo()).toBe('summarise-article');
      expect(stored()).toBe(step === 0 ? '' : `gist ${step}`);
    }
    for (let step = 1; step <= 200; step += 1) await editor.redo();
    expect(stored()).toBe('gist 200');
  });

  it('undoes what another call has done, once it is told how', async () => {
    const { editor, stored } = openWindow();
    await editor.edit([summarise('before')]);
    editor.noteStep('import-articles', [summarise('without')]);
    expect(await editor.undo()).toBe('import-articles');
    expect(stored()).toBe('without');
    expect([await editor.redo(), stored()]).toEqual(['import-articles', 'before']);
  });

  it('takes back a step after others were done, as a step of its own, and only once', async () => {
    const { editor, article } = openWindow();
    const archived = await editor.edit([{ kind: 'set-status', articleId, status: 'archive' }]);
    await editor.edit([summarise('written meanwhile')]);
    await archived?.takeBack();
    expect(article()).toMatchObject({ status: 'inbox', summary: 'written meanwhile' });
    await editor.undo();
    expect(article()).toMatchObject({ status: 'archive', summary: 'written meanwhile' });
  });

  it('takes back the step done last by undo, also after it was done again, and nothing when it is undone', async () => {
    const { editor, article } = openWindow();
    await editor.edit([summarise('before')]);
    const archived = await editor.edit([{ kind: 'set-status', articleId, status: 'archive' }]);
    await editor.undo();
    await archived?.takeBack();
    expect(article()).toMatchObject({ status: 'inbox', summary: 'before' });
    await editor.redo();
    await archived?.takeBack();
    expect(article()).toMatchObject({ status: 'inbox', summary: 'before' });
    expect(await editor.redo()).toBe('set-status');
  });

  it('undoes what is still being saved, not the step before it', async () => {
    const { editor, meet, stored, shown } = openWindow();
    await editor.edit([summarise('first')]);
    let finish: () => void = () => undefined;
    meet(new Promise((resolve) => { finish = resolve; }));
    const second = editor.edit([summarise('second')]);
    const undone = editor.undo();
    finish();
    await Promise.all([second, undone]);
    expect([stored(), shown()]).toEqual(['first', 'first']);
  });

  it('does again what was undone, until something new is done', async () => {
    const { editor, stored } = openWindow();
    await editor.edit([summarise('first')]);
    expect(await editor.undo()).toBe('summarise-article');
    await editor.redo();
    expect(stored()).toBe('first');
    await editor.undo();
    await editor.edit([summarise('other')]);
    expect(await editor.redo()).toBeNull();
  });

  it('undoes typing without taking away what somebody else wrote between the letters', async () => {
    const { editor, stored, writeElsewhere } = openWindow();
    const write = (summary: string, base: string) => editor.edit([{ kind: 'summarise-article', articleId, summary, base }], 'writing');
    await write('M', '');
    await write('Mi', 'M');
    writeElsewhere('Theirs.');
    await write('Mine', 'Mi');
    await write('Mine.', 'Mine');
    expect(stored()).toBe('Mine.\n\n---\n\nTheirs.');
    await editor.undo();
    await editor.undo();
    await editor.undo();
    expect([stored(), editor.state.getState().done]).toEqual(['Theirs.', []]);
    await editor.redo();
    await editor.redo();
    await editor.redo();
    expect(stored()).toContain('Theirs.');
    expect(stored()).toContain('Mine.');
  });

  it('takes typing with one key for one step', async () => {
    const { editor, stored } = openWindow();
    await editor.edit([summarise('before')]);
    for (const text of ['g', 'gi', 'gist']) await editor.edit([summarise(text)], 'writing');
    await editor.undo();
    expect(stored()).toBe('before');
  });

  it('keeps on the screen what could not be saved, and saves it first when it can, in order', async () => {
    const { editor, meet, stored, shown } = openWindow();
    meet(diskFull);
    expect(await editor.edit([summarise('kept')])).toBeNull();
    expect([shown(), stored()]).toEqual(['kept', '']);
    expect(editor.state.getState().saving).toMatchObject({ kind: 'failed', fault: diskFull });
    await editor.retry();
    expect([stored(), editor.state.getState().saving.kind]).toEqual(['kept', 'saved']);
    expect(await editor.undo()).toBe('summarise-article');
    expect(stored()).toBe('');
  });

  it('saves what failed together with what comes next', async () => {
    const { editor, meet, stored } = openWindow();
    meet(diskFull);
    await editor.edit([summarise('kept')]);
    await editor.edit([{ kind: 'set-status', articleId, status: 'archive' }]);
    expect([stored(), editor.state.getState().saving.kind]).toEqual(['kept', 'saved']);
  });

  it('saves what waited, though what came with it is refused', async () => {
    const { editor, meet, stored, refused } = openWindow();
    const noteOnNothing: Edit = { kind: 'note-highlight', articleId, highlightId: highlightIdSchema.parse('1'.repeat(26)), note: 'lost?' };
    meet(diskFull);
    await editor.edit([summarise('kept')]);
    expect(await editor.edit([noteOnNothing])).toBeNull();
    expect([stored(), editor.state.getState().saving.kind, refused]).toEqual(['kept', 'saved', [{ fault: expect.objectContaining({ code: 'highlight-missing' }), edits: [noteOnNothing] }]]);
    expect(await editor.undo()).toBe('summarise-article');
    expect(stored()).toBe('');
  });

  it('keeps what waited behind something refused, when the disk is full again', async () => {
    const { editor, meet, stored } = openWindow();
    const noteOnNothing: Edit = { kind: 'note-highlight', articleId, highlightId: highlightIdSchema.parse('1'.repeat(26)), note: 'lost?' };
    meet(diskFull);
    await editor.edit([noteOnNothing]);
    meet({ code: 'highlight-missing', highlightId: '1' });
    meet({ code: 'highlight-missing', highlightId: '1' });
    meet(diskFull);
    await editor.edit([summarise('kept')]);
    expect(editor.state.getState().saving).toMatchObject({ kind: 'failed', edits: [summarise('kept')] });
    await editor.retry();
    expect([stored(), editor.state.getState().saving.kind]).toEqual(['kept', 'saved']);
  });

  it('keeps what of a step was not saved, and undoes both that and what was', async () => {
    const { editor, meet, stored, article } = openWindow();
    meet({ only: 1, fault: diskFull });
    expect(await editor.edit([summarise('first'), { kind: 'set-status', articleId, status: 'archive' }])).toBeNull();
    expect([stored(), article().status]).toEqual(['first', 'inbox']);
    expect(editor.state.getState().saving).toMatchObject({ kind: 'failed', fault: diskFull, edits: [{ kind: 'set-status' }], names: ['Ships'] });
    await editor.retry();
    expect([editor.state.getState().saving.kind, article().status]).toEqual(['saved', 'archive']);
    await editor.undo();
    await editor.undo();
    expect([stored(), article().status]).toEqual(['', 'inbox']);
  });

  it('tells what of a step is refused, and undoes what was saved', async () => {
    const { editor, meet, stored, refused } = openWindow();
    const missing: Fault = { code: 'article-missing', articleId };
    meet({ only: 1, fault: missing });
    await editor.edit([summarise('first'), { kind: 'set-status', articleId, status: 'archive' }]);
    expect(refused).toEqual([{ fault: missing, edits: [{ kind: 'set-status', articleId, status: 'archive' }] }]);
    expect(editor.state.getState().saving.kind).toBe('saved');
    await editor.undo();
    expect(stored()).toBe('');
  });

  it('tells of what the library refuses, and does not try it again', async () => {
    const { editor, refused } = openWindow();
    const highlightId = highlightIdSchema.parse('1'.repeat(26));
    expect(await editor.edit([{ kind: 'note-highlight', articleId, highlightId, note: 'lost?' }])).toBeNull();
    expect([refused[0]?.fault.code, editor.state.getState().saving.kind]).toEqual(['highlight-missing', 'saved']);
  });
});
