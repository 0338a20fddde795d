import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { searchColumns } from '../../core/search/query.ts';
import { tokenise } from '../../core/search/tokens.ts';
import { IN_MEMORY, type IndexedArticle, type Match, type Matched, type Matching } from './search-calls.ts';

/** Changes whenever an index of before would answer otherwise: its tables, its columns, or how a text is cut into words. */
const FORMAT = 1;

/** The inverted index: words and where they stand, not the texts. It can be thrown away at any time. */
export type SearchIndex = {
  /** The stamp of every article in the index, by id. */
  stamps(): ReadonlyMap<string, string>;
  put(articles: readonly IndexedArticle[]): void;
  remove(ids: readonly string[]): void;
  match(match: Match): Matched;
  /** How many articles match. */
  count(matching: Matching): number;
  close(): void;
};

const columns = [...searchColumns, 'facts'];
const weights: Readonly<Record<string, number>> = { title: 10, notes: 6, summary: 5, quotes: 3, facts: 0 };
const rank = `bm25(words, ${columns.map((column) => weights[column] ?? 1).join(', ')})`;

/** Stands between two notes or quotes, so that no phrase reaches from one to the next. No text has it. */
const BREAK = '\ue000';

// The tokeniser "ascii" cuts at ASCII signs alone: a term, which has only letters and digits, goes through it whole.
const SCHEMA = `
  CREATE TABLE article (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL);
  CREATE VIRTUAL TABLE words USING fts5(${columns.join(', ')}, content='', contentless_delete=1, tokenize='ascii');
  PRAGMA user_version = ${FORMAT};
`;

const and = (condition: string) => (condition === '' ? '' : ` AND (${condition})`);
const countOf = (condition: string) => `SELECT count(*) AS total FROM words JOIN article ON article.rowid = words.rowid WHERE words MATCH ?${and(condition)}`;
const bestOf = (condition: string) => `SELECT article.id FROM words JOIN article ON article.rowid = words.rowid WHERE words MATCH ?${and(condition)} ORDER BY ${rank}, article.id DESC LIMIT ? OFFSET ?`;

function columnText(article: IndexedArticle, column: string): string {
  if (column === 'facts') return article.facts.join(' ');
  const texts = article.texts.filter((searched) => searched.column === column);
  return texts.map(({ text }) => tokenise(text).map((token) => token.term).join(' ')).join(` ${BREAK} `);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function within(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Opens a database that has our tables of our format; throws on any other. */
function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // A crash of the system may lose the last of an index, never leave half a state.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    const format = () => database.prepare('PRAGMA user_version').get()?.['user_version'];
    within(database, () => {
      if (format() === 0) database.exec(SCHEMA);
    });
    if (format() !== FORMAT) throw new Error('The index is of another format');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function indexOn(database: DatabaseSync): SearchIndex {
  const find = database.prepare('SELECT rowid FROM article WHERE id = ?');
  const forget = database.prepare('DELETE FROM article WHERE rowid = ?');
  const forgetWords = database.prepare('DELETE FROM words WHERE rowid = ?');
  const insert = database.prepare('INSERT INTO article (id, stamp) VALUES (?, ?) RETURNING rowid');
  const insertWords = database.prepare(`INSERT INTO words (rowid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`);
  const total = database.prepare('SELECT count(*) AS total FROM words WHERE words MATCH ?');
  const best = database.prepare(bestOf(''));

  function drop(id: string): void {
    const rowid = find.get(id)?.['rowid'];
    if (typeof rowid !== 'number') return;
    forget.run(rowid);
    forgetWords.run(rowid);
  }

  function count({ expression, condition }: Matching): number {
    const counted = condition ? database.prepare(countOf(condition.sql)).get(expression, ...condition.values) : total.get(expression);
    return Number(counted?.['total'] ?? 0);
  }

  return {
    stamps: () => new Map(database.prepare('SELECT id, stamp FROM article').all().map((row) => [textOf(row['id']), textOf(row['stamp'])])),
    put(articles) {
      const cut = articles.map((article) => columns.map((column) => columnText(article, column)));
      within(database, () => {
        articles.forEach(({ id, stamp }, index) => {
          drop(id);
          insertWords.run(Number(insert.get(id, stamp)?.['rowid']), ...(cut[index] ?? []));
        });
      });
    },
    remove: (ids) => within(database, () => ids.forEach(drop)),
    count,
    match: ({ limit, offset, ...matching }) => {
      const { expression, condition } = matching;
      const rows = condition ? database.prepare(bestOf(condition.sql)).all(expression, ...condition.values, limit, offset) : best.all(expression, limit, offset);
      return { total: count(matching), ids: rows.map((row) => textOf(row['id'])) };
    },
    close: () => database.close(),
  };
}

function openIndex(file: string): SearchIndex {
  const database = openDatabase(file);
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
