import { describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import { summariseArticle } from '../article/summary.ts';
import type { Fault } from '../base/fault.ts';
import { createArticleId } from '../base/ids.ts';
import { fail, succeed } from '../base/result.ts';
import { libraryMarkdown } from '../article/library-link.ts';
import { blockIdOf } from '../export/notes-outline.ts';
import { articleWithNotes, codebook, content } from '../export/testing/example-article.ts';
import { exportNotes } from './export-notes.ts';
import type { LibraryStore } from './ports.ts';
import { defaultSettings } from './settings.ts';

const idOf = (number: number) => createArticleId(number, new Uint8Array(10));
const articleNamed = (number: number, title: string, change: Partial<Article> = {}): Article => ({ ...articleWithNotes, id: idOf(number), title, importedAt: `2026-03-0${number}T00:00:00.000Z`, ...change });

/** What an export asks of a store, answered from memory; the rest of a store is not there to be called. */
function storeOf(articles: readonly Article[], contents: LibraryStore['readContent'] = async () => succeed(content)): LibraryStore {
  const store: Pick<LibraryStore, 'listSummaries' | 'readArticle' | 'readCodebook' | 'readContent' | 'readSettings'> = {
    listSummaries: async () => ({ summaries: articles.map(summariseArticle), damaged: [] }),
    readArticle: async (id) => {
      const found = articles.find((article) => article.id === id);
      return found ? succeed(found) : fail({ code: 'article-missing', articleId: id });
    },
    readCodebook: async () => succeed(codebook),
    readSettings: async () => succeed(defaultSettings),
    readContent: contents,
  };
  return store as LibraryStore;
}

async function namesOf(store: LibraryStore, ids: readonly Article['id'][], arrangement: 'in-order' | 'by-tag'): Promise<readonly string[] | string> {
  const exported = await exportNotes(store, { ids, arrangement });
  return exported.ok ? exported.value.map(({ name }) => name) : exported.fault.code;
}

describe('exportNotes', () => {
  const store = storeOf([articleNamed(3, 'C'), articleNamed(1, 'A'), articleNamed(2, 'B', { binnedAt: '2026-03-05T00:00:00.000Z' })]);

  it('exports every article that is not in the bin, by time of import', async () => {
    expect(await namesOf(store, [], 'in-order')).toEqual(['A.md', 'C.md']);
  });

  it('exports the articles asked for in the order asked, each once, those in the bin too', async () => {
    expect(await namesOf(store, [idOf(3), idOf(2), idOf(3)], 'by-tag')).toEqual(['C.md', 'B.md']);
  });

  it('answers a fault for an id that is not in the library', async () => {
    expect(await namesOf(store, [idOf(1), idOf(9)], 'in-order')).toBe('article-missing');
  });

  it('leads links to what is exported along to its file, and leaves the others as they are', async () => {
    const [highlight] = articleWithNotes.highlights;
    if (!highlight) throw new Error('The example has no highlight.');
    const link = (articleId: Article['id'], highlightId: typeof highlight.id | null) => libraryMarkdown('there', { articleId, highlightId });
    const linking = articleNamed(1, 'A', { summary: `${link(idOf(2), null)}, ${link(idOf(2), highlight.id)}, ${link(idOf(9), null)}` });
    const exported = await exportNotes(storeOf([linking, articleNamed(2, 'B (second) #2')]), { ids: [], arrangement: 'in-order' });
    const [file, other] = exported.ok ? exported.value : [];
    const address = encodeURIComponent(other?.name ?? '').replace('(', '%28').replace(')', '%29');
    expect(file?.markdown).toContain(`[there](${address}), [there](${address}#^${blockIdOf(highlight.id)}), ${link(idOf(9), null)}`);
    expect(other?.markdown).toContain(`^${blockIdOf(highlight.id)}\n`);
  });

  it('leads links to the files where articles are told to go, and keeps other articles out of them', async () => {
    const linking = articleNamed(1, 'A', { summary: `${libraryMarkdown('two', { articleId: idOf(2), highlightId: null })}, ${libraryMarkdown('three', { articleId: idOf(3), highlightId: null })}` });
    const exported = await exportNotes(storeOf([linking, articleNamed(2, 'Renamed'), articleNamed(3, 'B')]), { ids: [], arrangement: 'in-order', names: { [idOf(2)]: 'B.md' } });
    expect(exported.ok && exported.value.map(({ name }) => name)).toEqual(['A.md', 'B.md', 'B 2.md']);
    expect(exported.ok && exported.value[0]?.markdown).toContain('[two](B.md), [three](B%202.md)');
  });

  it('gives no two files one name', async () => {
    expect(await namesOf(storeOf([articleNamed(1, 'Same'), articleNamed(2, 'SAME'), articleNamed(3, 'Same?')]), [], 'in-order')).toEqual(['Same.md', 'SAME 2.md', 'Same 3.md']);
  });

  it('exports the notes of an article whose text is lost', async () => {
    const exported = await exportNotes(storeOf([articleNamed(1, 'A')], async () => fail<Fault>({ code: 'content-missing', content: 'c'.repeat(64) })), { ids: [], arrangement: 'in-order' });
    expect(exported.ok && exported.value[0]?.markdown).toContain('**no longer found in the text**');
  });

  it('stops at trouble with the disk', async () => {
    expect(await namesOf(storeOf([articleNamed(1, 'A')], async () => fail({ code: 'save-failed', what: { file: 'x' }, reason: 'EIO' })), [], 'in-order')).toBe('save-failed');
  });
});
