import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Article } from '../../core/article/article.ts';
import { createHighlightId } from '../../core/base/ids.ts';
import { fail } from '../../core/base/result.ts';
import type { Edit } from '../../core/library/edit.ts';
import { makeLibrary } from '../../core/library/library.ts';
import { machineChance, machineClock } from '../machine.ts';
import { machineFileSystem } from './file-system.ts';
import { makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let folder: string;
beforeEach(async () => {
  scratch = await makeScratchFolder();
  folder = join(scratch.folder, 'Reading');
});
afterEach(() => scratch.remove());

const full = () => Object.assign(new Error('full'), { code: 'ENOSPC' });

/** A library of five articles on a disk that fails to take the documents of those named, after so many writes that it takes. */
async function openWith(makeError: () => Error) {
  const failing = new Map<string, number>();
  async function rename(from: string, to: string): Promise<void> {
    const left = failing.get(basename(to, '.json'));
    if (left !== undefined) failing.set(basename(to, '.json'), left - 1);
    if (left !== undefined && left <= 0) throw makeError();
    await machineFileSystem.rename(from, to);
  }
  const files = { ...machineFileSystem, rename };
  const { store, close } = await openForTest(folder, { files });
  onTestFinished(() => close(2_000));
  const articles = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => sampleArticle(title));
  for (const article of articles) await store.createArticle(article);
  const logged: unknown[] = [];
  const library = makeLibrary({ store, importer: { parse: async () => fail({ code: 'internal' }) }, clock: machineClock, chance: machineChance, log: (error) => logged.push(error) });
  const told = new Map<string, string>();
  library.listen((event) => void (event.kind === 'library-changed' && event.change.articles.forEach(({ title, status }) => told.set(title, status))));
  return { library, articles, failing, told, logged };
}

const archived = (articles: readonly Article[]): readonly Edit[] => articles.map(({ id }) => ({ kind: 'set-status', articleId: id, status: 'archive' }));
const statuses = (articles: readonly Article[]) => Promise.all(articles.map(async ({ id }) => JSON.parse(await readFile(join(folder, 'articles', `${id}.json`), 'utf8')).status));

describe('a row of edits that the disk ends half done', () => {
  it.each([
    ['a fault', full, { code: 'disk-full' }, 0],
    ['a bug', () => new Error('a bug'), { code: 'internal' }, 2],
  ] as const)('over %s stays done as far as it is, is told, can be undone, and names the rest', async (_, makeError, fault, bugs) => {
    const { library, articles, failing, told, logged } = await openWith(makeError);
    const [, two, , four] = articles;
    for (const article of [two, four]) if (article) failing.set(article.id, 0);
    const applied = await library.edit(archived(articles));
    if (!applied.ok) throw new Error(applied.fault.code);
    expect(applied.value.unfinished).toMatchObject({ fault, names: ['Two', 'Four'], edits: archived(articles.filter((each) => each === two || each === four)) });
    expect(await statuses(articles)).toEqual(['archive', 'inbox', 'archive', 'inbox', 'archive']);
    expect(Object.fromEntries(told)).toMatchObject({ One: 'archive', Three: 'archive', Five: 'archive' });
    expect(logged).toHaveLength(bugs);
    expect(await library.edit(applied.value.undo)).toMatchObject({ ok: true, value: { unfinished: null } });
    expect(await statuses(articles)).toEqual(['inbox', 'inbox', 'inbox', 'inbox', 'inbox']);
    expect(told.get('One')).toBe('inbox');
  });

  it('goes on no further, and counts what was not reached among the rest', async () => {
    const { library, articles: [one, two, ...others], failing } = await openWith(full);
    if (!one || !two) throw new Error('There are no articles');
    failing.set(two.id, 0);
    const search: Edit = { kind: 'put-search', search: { id: '01m88wjx3mwq2mhxs910189xjb' as never, name: 'Later', query: 'strait', createdAt: '2026-01-01T00:00:00.000Z' } };
    const applied = await library.edit([...archived([one, two]), search, ...archived(others)]);
    expect(applied).toMatchObject({ value: { undo: [{ articleId: one.id }], unfinished: { names: ['Two', 'Later', 'Three', 'Four', 'Five'] } } });
    expect(await library.overview()).toMatchObject({ value: { searches: [] } });
  });

  it('is a fault alone where nothing of it is done', async () => {
    const { library, articles, failing, told } = await openWith(full);
    for (const { id } of articles) failing.set(id, 0);
    expect(await library.edit(archived(articles))).toMatchObject({ ok: false, fault: { code: 'disk-full' } });
    expect(told.size).toBe(0);
  });

  it('is a bug alone where nothing of it is done', async () => {
    const { library, articles, failing } = await openWith(() => new Error('a bug'));
    for (const { id } of articles) failing.set(id, 0);
    await expect(library.edit(archived(articles))).rejects.toThrow('a bug');
  });

  it('while an edit is refused, and the disk does not take back the others: they are told, and can be undone later', async () => {
    const { library, articles: [one, two], failing, told } = await openWith(full);
    if (!one || !two) throw new Error('There are no articles');
    failing.set(one.id, 1);
    const refused: Edit = { kind: 'remove-highlight', articleId: two.id, highlightId: createHighlightId(1, machineChance.bytes(10)) };
    expect(await library.edit([...archived([one]), refused])).toMatchObject({
      value: { undo: [{ kind: 'set-status', articleId: one.id, status: 'inbox' }], unfinished: { fault: { code: 'highlight-missing' }, edits: [refused], names: ['Two'] } },
    });
    expect(told.get('One')).toBe('archive');
  });
});
