import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { SearchedText } from '../../core/search/searched-article.ts';
import { type BestMatches, makeBestMatches } from './best-matches.ts';
import { openIndexDatabase, termsColumns, within, wordsColumns } from './index-database.ts';
import { indexRows } from './index-rows.ts';
import { IN_MEMORY, type IndexedArticle } from './search-calls.ts';
import { packTexts, unpackTexts } from './shown-texts.ts';

/** The inverted index, with the texts beside it for snippets. It can be thrown away at any time. */
export type SearchIndex = BestMatches & {
  /** The stamp of every article in the index, by id. */
  stamps(): ReadonlyMap<string, string>;
  put(articles: readonly IndexedArticle[]): void;
  remove(ids: readonly string[]): void;
  /** The texts of an article as they were put last; none of one that is not in the index. */
  textsOf(id: string): readonly SearchedText[];
  close(): void;
};

/** SQLite's code for a database that is not as it was written. */
const CORRUPT = 11;

const insertInto = (table: string, columns: readonly string[]) => `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`;

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What changes the rows of an index. */
function makeRows(database: DatabaseSync): Pick<SearchIndex, 'put' | 'remove'> {
  const find = database.prepare('SELECT rowid FROM article WHERE id = ?');
  const forgetting = ['article', 'shown', 'words', 'terms'].map((table) => database.prepare(`DELETE FROM ${table} WHERE rowid = ?`));
  const insert = database.prepare('INSERT INTO article (id, stamp) VALUES (?, ?) RETURNING rowid');
  const insertWords = database.prepare(insertInto('words', wordsColumns));
  const insertTerms = database.prepare(insertInto('terms', termsColumns));
  const insertShown = database.prepare(insertInto('shown', ['texts']));

  function drop(id: string): void {
    const rowid = find.get(id)?.['rowid'];
    if (typeof rowid === 'number') for (const forget of forgetting) forget.run(rowid);
  }

  return {
    put(articles) {
      // Cut outside the transaction, which others wait for.
      const cut = articles.map((article) => ({ article, rows: indexRows(article), shown: packTexts(article.texts) }));
      within(database, () => {
        for (const { article, rows, shown } of cut) {
          drop(article.id);
          const rowid = Number(insert.get(article.id, article.stamp)?.['rowid']);
          insertWords.run(rowid, ...rows.words);
          insertTerms.run(rowid, ...rows.terms);
          insertShown.run(rowid, shown);
        }
      });
    },
    remove: (ids) => within(database, () => ids.forEach(drop)),
  };
}

function indexOn(database: DatabaseSync): SearchIndex {
  const shown = database.prepare('SELECT texts FROM shown JOIN article ON article.rowid = shown.rowid WHERE article.id = ?');
  return {
    ...makeRows(database),
    ...makeBestMatches(database),
    stamps: () => new Map(database.prepare('SELECT id, stamp FROM article').all().map((row) => [textOf(row['id']), textOf(row['stamp'])])),
    textsOf(id) {
      const row = shown.get(id);
      const texts = row ? unpackTexts(textOf(row['texts'])) : [];
      if (!texts) throw Object.assign(new Error('The index holds texts that nobody put'), { errcode: CORRUPT });
      return texts;
    },
    close: () => database.close(),
  };
}

function openIndex(file: string): SearchIndex {
  const database = openIndexDatabase(file);
  try {
    return indexOn(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Removes an index from the disk. */
export function removeIndex(file: string): void {
  if (file !== IN_MEMORY) for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true, recursive: true });
}

/** Opens the index in a file, made anew where it is missing, damaged or of another format; in memory where there can be no file. It always opens. */
export function openSearchIndex(file: string): SearchIndex {
  const openThere = (): SearchIndex => {
    if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openIndex(file);
  };
  const openAnew = (): SearchIndex => {
    removeIndex(file);
    return openIndex(file);
  };
  for (const open of [openThere, openAnew]) {
    try {
      return open();
    } catch {
      // Whatever is wrong with it, the next way does without it.
    }
  }
  return openIndex(IN_MEMORY);
}
