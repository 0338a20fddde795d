import { DatabaseSync } from 'node:sqlite';
import { searchColumns } from '../../core/search/query.ts';
import { weightColumns } from './index-rows.ts';

/** Changes whenever an index of before would answer otherwise: its tables, its columns, or how a text is cut into words. */
const FORMAT = 2;

export const wordsColumns: readonly string[] = [...searchColumns, 'facts'];
export const termsColumns: readonly string[] = [...weightColumns, 'facts'];

// The tokeniser "ascii" cuts at ASCII signs alone: a term, which has only letters and digits, goes through it whole.
// `words` knows every place of a word. `terms` has each word of an article once or twice, by what it counts there, so that
// queries that do not ask where a word stands read a fraction of it; and has the beginnings of words, as people type
// them, ready made. `shown` has the texts that snippets are made of.
const SCHEMA = `
  CREATE TABLE article (rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL);
  CREATE TABLE shown (rowid INTEGER PRIMARY KEY, texts TEXT NOT NULL);
  CREATE VIRTUAL TABLE words USING fts5(${wordsColumns.join(', ')}, content='', contentless_delete=1, tokenize='ascii');
  CREATE VIRTUAL TABLE terms USING fts5(${termsColumns.join(', ')}, content='', contentless_delete=1, tokenize='ascii', prefix='2 3');
  PRAGMA user_version = ${FORMAT};
`;

/** What SQLite keeps of the index in memory, in KiB. */
const CACHE_KIB = 16_384;

/** Does some work as one transaction. */
export function within(database: DatabaseSync, work: () => void): void {
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
export function openIndexDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // A crash of the system may lose the last of an index, never leave half a state.
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE_KIB}`);
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
