import { join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { defaultSettings, parseSettings } from '../../core/library/settings.ts';
import { type Codebook, emptyCodebook } from '../../core/tag/tag.ts';
import { faultOfRead } from './disk-faults.ts';
import { articleRef, codebookRef, settingsRef } from './document-refs.ts';
import { makeDocuments } from './documents.ts';
import { errorCode } from './file-system.ts';
import { makeHashedFiles } from './hashed-files.ts';
import { recoverCodebook } from './recovered-codebook.ts';
import { makeStoredDocument, type Workings } from './stored-document.ts';

/** Bytes of article documents, as on the disk, that are kept parsed. */
const HELD_BYTES_LIMIT = 64 * 1024 * 1024;

export type FileStore = LibraryStore & {
  /** Takes no more changes, and resolves when those under way have come to rest. */
  close(): Promise<void>;
};

/** The ids that the folder of articles has documents of. Files of other names (a sync client's copies) are let lie. */
async function articleIds({ disk, folder, damage }: Workings): Promise<readonly ArticleId[]> {
  try {
    const names = await disk.files.readFolder(join(folder, 'articles'));
    damage.clear('articles');
    return names.flatMap((name) => {
      const id = name.endsWith('.json') ? articleIdSchema.safeParse(name.slice(0, -'.json'.length)) : null;
      return id?.success ? [id.data] : [];
    });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') damage.note('articles', faultOfRead(error, 'articles'));
    return [];
  }
}

/** The library in `folder`, which is there and, to be written, locked by us. */
export function makeFileStore(workings: Workings, { name, isWritable }: { name: string; isWritable: boolean }): FileStore {
  const { disk, shownAs, damage } = workings;
  const articles = makeDocuments(articleRef, workings, HELD_BYTES_LIMIT);
  const codebook = makeStoredDocument(codebookRef, workings);
  const settings = makeStoredDocument(settingsRef, workings);
  const { readContent, writeContent, writeOriginal } = makeHashedFiles(workings);

  let isClosed = false;

  /** Runs a write where writing is allowed: after closing, the library may be another's. */
  async function write<T>(operation: () => Promise<Result<T>>): Promise<Result<T>> {
    if (isClosed) return fail({ code: 'save-failed', what: 'The change', reason: 'the library is closed' });
    return isWritable ? operation() : fail({ code: 'library-read-only', folder: shownAs });
  }

  const missing = (id: ArticleId) => fail(damage.find(articleRef(id).file)?.fault ?? { code: 'article-missing', articleId: id } as const);

  async function readArticle(id: ArticleId): Promise<Result<Article>> {
    const read = await articles.at(id).read();
    if (!read.ok) return read;
    return read.value ? succeed(read.value) : missing(id);
  }

  async function listArticles(): ReturnType<LibraryStore['listArticles']> {
    const read = await Promise.all((await articleIds(workings)).map(async (id) => ({ id, article: await readArticle(id) })));
    for (const { id, article } of read) if (!article.ok && article.fault.code === 'document-unreadable') damage.note(articleRef(id).file, article.fault);
    return { articles: read.flatMap(({ article }) => (article.ok ? [article.value] : [])), damaged: damage.list() };
  }

  /** The codebook; where there is none that can be read, one with stand-ins for the tags that articles use. */
  async function readCodebook(): Promise<Result<Codebook>> {
    const read = await codebook.read();
    if (read.ok && read.value) return succeed(read.value);
    if (!read.ok && read.fault.code === 'document-unreadable') return read;
    const recovered = recoverCodebook((await listArticles()).articles, new Date(disk.clock.nowMs()).toISOString());
    if (!isWritable || (!read.ok && read.fault.code !== 'document-damaged')) return succeed(recovered);
    const written = await codebook.update((present) => succeed({ next: present ?? recovered, answer: present ?? recovered }));
    return written.ok ? written : succeed(recovered);
  }

  async function readSettings(): ReturnType<LibraryStore['readSettings']> {
    const read = await settings.read();
    return succeed(read.ok && read.value ? parseSettings(read.value) : defaultSettings);
  }

  return {
    folder: shownAs, name, listArticles, readArticle, readCodebook, readSettings, readContent,
    createArticle: (article) => write(() => articles.at(article.id).update((present) => {
      if (present) throw new Error(`There is an article ${article.id} already`);
      return succeed({ next: article, answer: undefined });
    })),
    updateArticle: (id, change) => write(() => articles.at(id).update((article) => (article ? change(article) : missing(id)))),
    updateCodebook: (change) => write(async () => {
      const present = await readCodebook();
      return present.ok ? codebook.update((now) => change(now ?? emptyCodebook)) : present;
    }),
    updateSettings: (change) => write(async () => {
      await readSettings();
      return settings.update((present) => succeed({ next: { ...present, ...change }, answer: parseSettings({ ...present, ...change }) }));
    }),
    writeContent: (content) => write(() => writeContent(content)),
    writeOriginal: (bytes, extension) => write(() => writeOriginal(bytes, extension)),
    async close() {
      isClosed = true;
      await Promise.all([articles.settle(), codebook.settle(), settings.settle()]);
    },
  };
}
