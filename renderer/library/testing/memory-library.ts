import type { Transport } from '../../../core/api/client.ts';
import { contract } from '../../../core/api/contract.ts';
import { makeHandlers } from '../../../core/api/handlers.ts';
import { makeRouter } from '../../../core/api/router.ts';
import type { Article } from '../../../core/article/article.ts';
import type { Content } from '../../../core/article/blocks.ts';
import { beginningOf } from '../../../core/article/excerpt.ts';
import { summariseArticle } from '../../../core/article/summary.ts';
import type { Fault } from '../../../core/base/fault.ts';
import { fail, succeed } from '../../../core/base/result.ts';
import { noCollections } from '../../../core/collection/collection.ts';
import type { Source } from '../../../core/import/source.ts';
import { makeLibrary } from '../../../core/library/library.ts';
import type { Access, Importer, LibraryStore } from '../../../core/library/ports.ts';
import { defaultSettings } from '../../../core/library/settings.ts';
import { makeMemoryRecords } from '../../../core/library/testing/memory-records.ts';
import { noSearches } from '../../../core/search/saved-search.ts';
import { emptyCodebook } from '../../../core/tag/tag.ts';

/** What stands in the way of writing, for as long as it is set. */
export type Disk = { fault: Fault | null; access?: Access; mayBeWritten?: boolean };

const FOLDER = '~/Documents/Lectern';

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function makeMemoryStore(disk: Disk): LibraryStore {
  const articles = new Map<string, Article>();
  const contents = new Map<string, Content>();
  let codebook = emptyCodebook;
  let settings = defaultSettings;
  const write = <T>(value: T, keep: () => void) => {
    if (disk.fault) return fail(disk.fault);
    keep();
    return succeed(value);
  };
  return {
    folder: FOLDER,
    name: 'Lectern',
    listSummaries: async () => ({ summaries: [...articles.values()].map(summariseArticle), damaged: [] }),
    rescan: async () => undefined,
    listen: () => () => undefined,
    access: () => disk.access ?? { kind: 'write' },
    async reopen() {
      if (disk.mayBeWritten) disk.access = { kind: 'write' };
      return disk.access ?? { kind: 'write' };
    },
    async readArticle(id) {
      const article = articles.get(id);
      return article ? succeed(article) : fail({ code: 'article-missing', articleId: id });
    },
    createArticle: async (article) => write(undefined, () => articles.set(article.id, article)),
    async updateArticle(id, change) {
      const article = articles.get(id);
      if (!article) return fail({ code: 'article-missing', articleId: id });
      const changed = change(article);
      return changed.ok ? write(changed.value.answer, () => articles.set(id, changed.value.next)) : changed;
    },
    collections: makeMemoryRecords(noCollections, () => disk.fault && fail(disk.fault)),
    searches: makeMemoryRecords(noSearches, () => disk.fault && fail(disk.fault)),
    readCodebook: async () => succeed(codebook),
    async updateCodebook(change) {
      const changed = change(codebook);
      if (!changed.ok) return changed;
      return write(changed.value.answer, () => {
        codebook = changed.value.next;
      });
    },
    readSettings: async () => succeed(settings),
    async updateSettings(change) {
      const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      return write(settings, () => {
        settings = { ...settings, ...set };
      });
    },
    async readContent(hash) {
      const content = contents.get(hash);
      return content ? succeed(content) : fail({ code: 'content-missing', content: hash });
    },
    async readBeginning(hash, offset) {
      const content = contents.get(hash);
      return content ? succeed(beginningOf(content, offset)) : fail({ code: 'content-missing', content: hash });
    },
    async writeContent(content) {
      const hash = (contents.size + 1).toString(16).padStart(64, '0');
      return write(hash, () => contents.set(hash, content));
    },
    hashOf,
    writeOriginal: async (bytes) => succeed(await hashOf(bytes)),
    writeAsset: async () => succeed('a'.repeat(64)),
    readAsset: async (content) => fail({ code: 'content-missing', content }),
  };
}

/** Reads a source's first line as the title and the others as paragraphs; no bytes are refused as an empty file. */
const lineImporter: Importer = {
  async parse({ name, bytes, mediaType }) {
    const lines = new TextDecoder().decode(bytes).split('\n').filter((line) => line !== '');
    const [title] = lines;
    if (title === undefined) return fail({ code: 'file-empty', name });
    const details = { title, label: null, dek: null, byline: null, source: null, url: null, published: null, language: null, direction: 'ltr' } as const;
    const blocks = lines.map((text, index) => ({ kind: 'paragraph', leaf: { id: `p${index}`, text, marks: [] } }) as const);
    return succeed({ kind: 'article' as const, details, blocks, wordCount: lines.length, mediaType: mediaType ?? 'text/plain', extension: 'txt', encoding: 'utf-8' });
  },
};

/** A library without a disk behind the real use cases, and the pipe to it. `sent` is every path that was called. */
export function makeMemoryTransport(): { readonly transport: Transport; readonly disk: Disk; readonly sent: string[] } {
  const disk: Disk = { fault: null };
  const sent: string[] = [];
  const held = new Map<string, Source>();
  let timeMs = Date.UTC(2026, 0, 1);
  let bytes = 0;
  const library = makeLibrary({
    store: makeMemoryStore(disk), importer: lineImporter,
    clock: { nowMs: () => (timeMs += 1000) },
    chance: { bytes: (count) => Uint8Array.from({ length: count }, () => (bytes += 1) % 256) },
  });
  const uploads = {
    async take(handle: string) {
      const source = held.get(handle);
      return source ? succeed(source) : fail({ code: 'upload-missing' } as const);
    },
    encodeText: (text: string) => new TextEncoder().encode(text),
  };
  const router = makeRouter(contract, makeHandlers(library, uploads), (error) => {
    throw error;
  });
  const transport: Transport = {
    send(path, input) {
      sent.push(path);
      return router.dispatch(path, structuredClone(input));
    },
    async upload(name, content) {
      const handle = `upload-${held.size}`;
      held.set(handle, { name, bytes: content, origin: 'file', mediaType: null });
      return succeed({ handle });
    },
    image: () => Promise.resolve(null),
    listen: (listener) => library.listen(listener),
  };
  return { transport, disk, sent };
}
