import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { beginningOf } from '../article/excerpt.ts';
import { summariseArticle } from '../article/summary.ts';
import { type ArticleId, createArticleId, createCollectionId, createHighlightId, createSearchId, createTagId } from '../base/ids.ts';
import { fail, succeed } from '../base/result.ts';
import { createCollection, noCollections } from '../collection/collection.ts';
import { createHighlight } from '../highlight/highlight.ts';
import { describeResume } from '../highlight/resume.ts';
import type { FoundHighlight } from '../import/found-article.ts';
import type { ParsedArticle, Source } from '../import/source.ts';
import { createSavedSearch, noSearches } from '../search/saved-search.ts';
import { type Codebook, emptyCodebook } from '../tag/tag.ts';
import type { Edit } from './edit.ts';
import type { LibraryChange } from './events.ts';
import { type Library, makeLibrary } from './library.ts';
import type { Importer, LibraryStore } from './ports.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { makeMemoryRecords } from './testing/memory-records.ts';

/** A library in memory. Its articles and codebook can be looked at. */
function makeMemoryStore(): LibraryStore & { articles: Map<ArticleId, Article>; images: Uint8Array[]; codebook(): Codebook } {
  const articles = new Map<ArticleId, Article>();
  const images: Uint8Array[] = [];
  const contents = new Map<string, Content>();
  let codebook = emptyCodebook;
  let settings: Settings = defaultSettings;
  return {
    folder: '~/Reading', name: 'Reading', articles, images,
    codebook: () => codebook,
    listSummaries: async () => ({ summaries: [...articles.values()].map(summariseArticle), damaged: [] }),
    rescan: async () => undefined,
    listen: () => () => undefined,
    async readArticle(id) {
      const article = articles.get(id);
      return article ? succeed(article) : fail({ code: 'article-missing', articleId: id });
    },
    createArticle: async (article) => succeed(void articles.set(article.id, article)),
    async updateArticle(id, change) {
      const article = articles.get(id);
      if (!article) return fail({ code: 'article-missing', articleId: id });
      const changed = change(article);
      if (changed.ok) articles.set(id, changed.value.next);
      return changed.ok ? succeed(changed.value.answer) : changed;
    },
    collections: makeMemoryRecords(noCollections),
    searches: makeMemoryRecords(noSearches),
    readCodebook: async () => succeed(codebook),
    async updateCodebook(change) {
      const changed = change(codebook);
      if (changed.ok) codebook = changed.value.next;
      return changed.ok ? succeed(changed.value.answer) : changed;
    },
    readSettings: async () => succeed(settings),
    updateSettings: async (change) => succeed((settings = { ...settings, ...change } as Settings)),
    async readContent(hash) {
      const content = contents.get(hash);
      return content ? succeed(content) : fail({ code: 'content-missing', content: hash });
    },
    async readBeginning(hash, offset) {
      const content = contents.get(hash);
      return content ? succeed(beginningOf(content, offset)) : fail({ code: 'content-missing', content: hash });
    },
    async writeContent(content) {
      const hash = String(contents.size).padStart(64, '0');
      contents.set(hash, content);
      return succeed(hash);
    },
    hashOf: async (bytes) => bytes.join('').padStart(64, '0').slice(-64),
    writeOriginal: async (bytes) => succeed(bytes.join('').padStart(64, '0').slice(-64)),
    async writeAsset(bytes) {
      images.push(bytes);
      return succeed('e'.repeat(64));
    },
    readAsset: async (content) => fail({ code: 'content-missing', content }),
  };
}

const details = { title: 'A fleet in the strait', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr' } as const;
const importer: Importer = {
  async parse(source) {
    const text = new TextDecoder().decode(source.bytes);
    if (text === '') return fail({ code: 'file-empty', name: source.name });
    const parsed: ParsedArticle = { details, blocks: [{ kind: 'paragraph', leaf: { id: 'p1', text, marks: [] } }], wordCount: 9, mediaType: 'text/plain', extension: 'txt', encoding: 'utf-8' };
    const image = { sha256: 'e'.repeat(64), extension: 'png', bytes: new Uint8Array([1]) } as const;
    const brought: FoundHighlight = { quote: 'the other fleet', prefix: '', suffix: '', offset: null, colour: 'green', note: 'mine', tags: ['Alliance'], createdAt: null };
    return succeed({ kind: 'article', ...parsed, assets: source.name.includes('image') ? [image] : [], highlights: source.name.includes('highlight') ? [brought] : [] });
  },
};

const source = (text: string): Source => ({ name: 'a.txt', bytes: new TextEncoder().encode(text), origin: 'file', mediaType: null });
const text = 'The fleet met the other fleet, an “exercise” in freedom of navigation.';
const quote = { tags: [], note: '', colour: 'yellow' } as const;

let store: ReturnType<typeof makeMemoryStore>;
let library: Library;
let changes: LibraryChange[];
let nowMs: number;
let seed: number;
beforeEach(() => {
  store = makeMemoryStore();
  [nowMs, seed] = [Date.UTC(2024, 4, 1), 0];
  library = makeLibrary({ store, importer, clock: { nowMs: () => (nowMs += 1_000) }, chance: { bytes: (count) => new Uint8Array(count).fill((seed += 1)) } });
  changes = [];
  library.listen((event) => void (event.kind === 'library-changed' && changes.push(event.change)));
});

async function importArticle(): Promise<ArticleId> {
  const imported = await library.importSource(source(text), 'both');
  if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
  return imported.value.article.id;
}

describe('a new version of an article', () => {
  it('takes the place of the text in one step, which one edit takes back', async () => {
    const id = await importArticle();
    await library.highlightQuote({ ...quote, articleId: id, quote: 'the other fleet' });
    const old = store.articles.get(id);
    const imported = await library.importVersion(id, source(`Long after. ${text}`));
    expect(imported).toMatchObject({ value: { article: { id }, toReview: 0 } });
    const opened = await library.open(id);
    expect(opened).toMatchObject({ value: { content: { blocks: [{ leaf: { text: `Long after. ${text}` } }] }, article: { versions: [{ content: old?.content }] } } });
    if (!imported.ok) throw new Error(imported.fault.code);
    await library.edit(imported.value.undo);
    expect(store.articles.get(id)).toMatchObject({ content: old?.content, highlights: old?.highlights.map(({ anchor }) => ({ anchor })) ?? [] });
  });

  it('keeps the images that the new text shows', async () => {
    const id = await importArticle();
    await library.importVersion(id, { ...source(`Long after. ${text}`), name: 'with-image.html' });
    expect(store.images).toEqual([new Uint8Array([1])]);
  });

  it('changes nothing when it can’t be read', async () => {
    const id = await importArticle();
    const old = store.articles.get(id);
    expect(await library.importVersion(id, source(''))).toEqual(fail({ code: 'file-empty', name: 'a.txt' }));
    expect(store.articles.get(id)).toBe(old);
  });

  it('never names a text that the library has not got', async () => {
    const id = await importArticle();
    const old = store.articles.get(id);
    if (!old) throw new Error('no article');
    const edit: Edit = { kind: 'set-content', articleId: id, content: 'e'.repeat(64), original: old.original, wordCount: 1, details: {}, found: null, versions: [], putBack: [], places: [] };
    expect(await library.edit([edit])).toEqual(fail({ code: 'content-missing', content: 'e'.repeat(64) }));
    expect(store.articles.get(id)).toBe(old);
  });
});

describe('importing', () => {
  it('makes an article of a source, opens it, and tells', async () => {
    const id = await importArticle();
    expect(await library.open(id)).toMatchObject({ value: { article: { id, title: details.title, status: 'inbox', original: { name: 'a.txt' } }, content: { blocks: [{ leaf: { text } }] } } });
    expect(changes).toMatchObject([{ articles: [{ id }], tags: null }]);
  });

  it('makes highlights of those that the source brings along, and tags of their names', async () => {
    const imported = await library.importSource({ ...source(text), name: 'with-highlight.pdf' });
    if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
    const { id } = imported.value.article;
    const [tag] = store.codebook().tags;
    expect(tag?.name).toBe('Alliance');
    expect(store.articles.get(id)?.highlights).toMatchObject([{ anchor: { start: 14, exact: 'the other fleet' }, colour: 'green', note: 'mine', tags: [tag?.id] }]);
    expect(changes).toMatchObject([{ articles: [{ id }], tags: [{ id: tag?.id }] }]);
  });

  it('makes nothing of a source that can’t be read', async () => {
    expect(await library.importSource(source(''))).toEqual(fail({ code: 'file-empty', name: 'a.txt' }));
    expect(store.articles.size).toBe(0);
  });
});

describe('highlighting a quote', () => {
  it('finds it, makes the tags that are missing, and takes those that are there', async () => {
    const articleId = await importArticle();
    const first = await library.highlightQuote({ ...quote, articleId, quote: 'freedom of navigation', tags: ['Law'], note: 'n' });
    const second = await library.highlightQuote({ ...quote, articleId, quote: 'exercise', tags: ['law', 'navy'] });
    expect(first).toMatchObject({ value: { anchor: { start: 48, end: 69, exact: 'freedom of navigation' }, note: 'n' } });
    expect(store.codebook().tags.map((tag) => tag.name)).toEqual(['Law', 'navy']);
    expect(second).toMatchObject({ value: { tags: store.codebook().tags.map((tag) => tag.id) } });
    expect(store.articles.get(articleId)?.highlights).toHaveLength(2);
  });

  it('takes the occurrence that is asked for', async () => {
    const articleId = await importArticle();
    expect(await library.highlightQuote({ ...quote, articleId, quote: 'fleet', occurrence: 2 })).toMatchObject({ value: { anchor: { start: 24 } } });
  });

  it.each([
    ['is not there', 'armada', undefined, { code: 'quote-missing', quote: 'armada' }],
    ['is there twice', 'fleet', undefined, { code: 'quote-ambiguous', quote: 'fleet', count: 2 }],
    ['is not there so often', 'fleet', 3, { code: 'occurrence-missing', quote: 'fleet', count: 2, occurrence: 3 }],
  ])('makes neither highlight nor tag when it %s', async (_, words, occurrence, fault) => {
    const articleId = await importArticle();
    expect(await library.highlightQuote({ ...quote, articleId, quote: words, occurrence, tags: ['law'] })).toEqual({ ok: false, fault });
    expect(store.codebook()).toEqual(emptyCodebook);
    expect(store.articles.get(articleId)?.highlights).toEqual([]);
  });

  it('says that there is no such article', async () => {
    const articleId = createArticleId(0, new Uint8Array(10));
    expect(await library.highlightQuote({ ...quote, articleId, quote: 'x' })).toEqual(fail({ code: 'article-missing', articleId }));
  });
});

describe('editing', () => {
  const highlightId = createHighlightId(1, new Uint8Array(10));

  it('applies edits in order, tells once, and answers what undoes them', async () => {
    const articleId = await importArticle();
    const highlight = { ...createHighlight({ anchor: { start: 0, end: 3, exact: 'The', prefix: '', suffix: '' }, colour: 'red' }, { id: highlightId, now: '2024-05-01T00:00:00.000Z' }), tags: [] };
    const edits: Edit[] = [{ kind: 'add-highlight', articleId, highlight }, { kind: 'note-highlight', articleId, highlightId, note: 'n' }, { kind: 'set-status', articleId, status: 'archive' }];
    changes.length = 0;
    const inverses = await library.edit(edits);
    if (!inverses.ok) throw new Error(inverses.fault.code);
    expect(store.articles.get(articleId)).toMatchObject({ status: 'archive', highlights: [{ id: highlightId, note: 'n' }] });
    expect(changes).toMatchObject([{ articles: [{ id: articleId, status: 'archive', highlightCount: 1 }] }]);
    await library.edit(inverses.value.undo);
    expect(store.articles.get(articleId)).toMatchObject({ status: 'inbox', highlights: [] });
  });

  it('undoes what it did when a later edit is refused', async () => {
    const articleId = await importArticle();
    expect(await library.edit([{ kind: 'set-status', articleId, status: 'archive' }, { kind: 'remove-highlight', articleId, highlightId }])).toEqual(fail({ code: 'highlight-missing', highlightId }));
    expect(store.articles.get(articleId)).toMatchObject({ status: 'inbox' });
  });

  it('undoes what it did to other articles too, whatever the order, and answers the first fault', async () => {
    const [one, two, three] = [await importArticle(), await importArticle(), await importArticle()];
    const tag = { id: createTagId(1, new Uint8Array(10)), name: 'navy', colour: 'red', definition: '', createdAt: '2024-05-01T00:00:00.000Z' } as const;
    changes.length = 0;
    const edited = await library.edit([
      { kind: 'put-tag', tag },
      { kind: 'set-status', articleId: one, status: 'archive' },
      { kind: 'remove-highlight', articleId: two, highlightId },
      { kind: 'set-status', articleId: three, status: 'reading' },
      { kind: 'set-status', articleId: one, status: 'reading' },
    ]);
    expect(edited).toEqual(fail({ code: 'highlight-missing', highlightId }));
    expect([one, two, three].map((id) => store.articles.get(id)?.status)).toEqual(['inbox', 'inbox', 'inbox']);
    expect(store.codebook()).toEqual(emptyCodebook);
    expect(changes).toEqual([]);
  });

  it('answers the inverses of a row over many articles in the order that undoes it', async () => {
    const [one, two] = [await importArticle(), await importArticle()];
    const edited = await library.edit([{ kind: 'set-status', articleId: one, status: 'archive' }, { kind: 'set-status', articleId: two, status: 'reading' }, { kind: 'set-status', articleId: one, status: 'reading' }]);
    expect(edited).toEqual(succeed({ undo: [{ kind: 'set-status', articleId: one, status: 'archive' }, { kind: 'set-status', articleId: two, status: 'inbox' }, { kind: 'set-status', articleId: one, status: 'inbox' }], unfinished: null }));
  });

  it('keeps a tag while a highlight carries it, and removes it then', async () => {
    const articleId = await importArticle();
    const made = await library.highlightQuote({ ...quote, articleId, quote: 'exercise', tags: ['navy'] });
    if (!made.ok) throw new Error(made.fault.code);
    const [tagId] = made.value.tags;
    if (!tagId) throw new Error('no tag');
    expect(await library.edit([{ kind: 'remove-tag', tagId }])).toEqual(fail({ code: 'tag-in-use', name: 'navy', count: 1 }));
    expect(await library.edit([{ kind: 'tag-highlight', articleId, highlightId: made.value.id, tags: [] }, { kind: 'remove-tag', tagId }])).toMatchObject({ ok: true });
    expect(store.codebook()).toEqual(emptyCodebook);
  });
});

describe('collections and saved searches', () => {
  const made = { now: '2026-01-01T00:00:00.000Z' };
  const collection = { ...createCollection('The strait', { id: createCollectionId(1, new Uint8Array(10)), ...made }), articles: [] };
  const search = createSavedSearch({ name: 'New notes', query: 'has:note' }, { id: createSearchId(1, new Uint8Array(10)), ...made });

  it('are told as they now are, each when it has changed, and are in the overview', async () => {
    const id = await importArticle();
    changes.length = 0;
    await library.edit([{ kind: 'put-collection', collection }, { kind: 'collect', collectionId: collection.id, articleIds: [id], isIn: true }]);
    await library.edit([{ kind: 'put-search', search }]);
    const collected = { ...collection, articles: [id] };
    expect(changes).toMatchObject([{ articles: [], tags: null, collections: [collected], searches: null }, { articles: [], tags: null, collections: null, searches: [search] }]);
    expect(await library.overview()).toMatchObject({ value: { collections: [collected], searches: [search] } });
  });

  it('leave the articles when a collection is removed, and come back with their members', async () => {
    const id = await importArticle();
    await library.edit([{ kind: 'put-collection', collection: { ...collection, articles: [id] } }]);
    const removed = await library.edit([{ kind: 'remove-collection', collectionId: collection.id }]);
    expect(await library.overview()).toMatchObject({ value: { articles: [{ id }], collections: [] } });
    await library.edit(removed.ok ? removed.value.undo : []);
    expect(await library.overview()).toMatchObject({ value: { collections: [{ name: 'The strait', articles: [id] }] } });
  });
});

describe('reading', () => {
  it('remembers where it stopped, and the furthest point', async () => {
    const id = await importArticle();
    await library.recordReading(id, { progress: 0.8, position: 40 });
    await library.recordReading(id, { progress: 0.2, position: 10 });
    expect(store.articles.get(id)).toMatchObject({ progress: 0.8, position: 10 });
  });
});

describe('going on reading', () => {
  const text = (words: string) => ({ kind: 'content' as const, format: 1 as const, blocks: [{ kind: 'paragraph' as const, leaf: { id: 'l1', text: words, marks: [] } }] });

  it('finds the sentence at which reading stopped in another text than it was read in', async () => {
    const id = await importArticle();
    const sentence = 'The Aden patrol turned north at dawn, and nobody on the shore saw it go.';
    const before = `Some words. ${sentence} More words follow.`;
    const [old, next] = [await store.writeContent(text(before)), await store.writeContent(text(`A correction was made to this text. ${before}`))];
    if (!old.ok || !next.ok) throw new Error('the texts are not written');
    const resume = describeResume(before, 12, old.value);
    await library.recordReading(id, { progress: 0.5, position: 12, ...(resume ? { resume } : {}) });
    const article = store.articles.get(id);
    if (!article) throw new Error('the article is gone');
    store.articles.set(id, { ...article, content: next.value });
    expect(await library.begin(id)).toMatchObject({ value: { article: { position: 12 + 36 } } });
    expect(await library.open(id)).toMatchObject({ value: { article: { position: 12 + 36 } } });
  });

  it('stays within the text when the words are gone, and goes back to the offset alone when that is all that is recorded', async () => {
    const id = await importArticle();
    const next = await store.writeContent(text('Short.'));
    const article = store.articles.get(id);
    if (!next.ok || !article) throw new Error('the text is not written');
    const resume = describeResume('Quite other words that nobody has written down here.', 6, 'b'.repeat(64));
    store.articles.set(id, { ...article, content: next.value, position: 4_000, ...(resume ? { resume } : {}) });
    expect(await library.open(id)).toMatchObject({ value: { article: { position: 6 } } });
    await library.recordReading(id, { progress: 0, position: 3 });
    expect(store.articles.get(id)).not.toHaveProperty('resume');
  });
});

describe('the texts of an article', () => {
  it('can be read, the earlier ones too, and no others', async () => {
    const id = await importArticle();
    const text = (words: string) => ({ kind: 'content' as const, format: 1 as const, blocks: [{ kind: 'paragraph' as const, leaf: { id: 'l1', text: words, marks: [] } }] });
    const [earlier, other] = [await store.writeContent(text('Earlier words.')), await store.writeContent(text('Of another article.'))];
    const article = store.articles.get(id);
    if (!earlier.ok || !other.ok || !article) throw new Error('the texts are not written');
    const { original, wordCount, title, importedAt } = article;
    store.articles.set(id, { ...article, versions: [{ content: earlier.value, original, wordCount, title, importedAt, replacedAt: importedAt }] });
    expect(await library.versions.readText(id, earlier.value)).toEqual({ ok: true, value: text('Earlier words.') });
    expect(await library.versions.readText(id, article.content)).toMatchObject({ ok: true });
    expect(await library.versions.readText(id, other.value)).toEqual({ ok: false, fault: { code: 'content-missing', content: other.value } });
  });
});

describe('the overview', () => {
  it('has all that the library screen needs', async () => {
    const id = await importArticle();
    await library.changeSettings({ theme: 'night' });
    expect(await library.overview()).toMatchObject({ value: { name: 'Reading', folder: '~/Reading', articles: [{ id }], tags: [], settings: { theme: 'night' }, damaged: [] } });
  });
});
