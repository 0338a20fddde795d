import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { articleSchema } from '../core/article/article.ts';
import { type ArticleSummary, summariseArticle } from '../core/article/summary.ts';

// A library as one makes it with SQLite: a row for each article, with columns for the list, and the whole document as JSON.

/** The compiler sees to it that a row has, and the list shows, all that Lectern's list does. */
const columns: Readonly<Record<keyof ArticleSummary, true>> = {
  id: true, title: true, label: true, byline: true, source: true, url: true, original: true, published: true, language: true, direction: true, importedAt: true, changedAt: true, status: true, progress: true,
  wordCount: true, highlightCount: true, noteCount: true, reviewCount: true, tags: true, binnedAt: true, links: true,
};
const listed = Object.keys(columns);

/** Loads the native part of better-sqlite3, which it does when a database is first opened. Lectern's modules too are loaded before opening is measured. */
export function loadSqlite(): void {
  new Database(':memory:').close();
}

/** Opens such a database, flushed at every commit. */
export function openSqliteLibrary(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

/** What is no plain value, the tags and the links, is kept as JSON. */
function valuesOf(summary: ArticleSummary): readonly unknown[] {
  const values = new Map<string, unknown>(Object.entries(summary));
  return listed.map((column) => {
    const value = values.get(column);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  });
}

/** Makes one of the documents of a generated library. */
export async function makeSqliteLibrary(library: string, path: string): Promise<void> {
  const database = openSqliteLibrary(path);
  database.exec(`CREATE TABLE article (${listed.map((column) => (column === 'id' ? 'id TEXT PRIMARY KEY' : column)).join(', ')}, body TEXT NOT NULL)`);
  const insert = database.prepare(`INSERT INTO article VALUES (${listed.map(() => '?').join(', ')}, ?)`);
  database.exec('BEGIN');
  for (const name of await readdir(join(library, 'articles'))) {
    const body = await readFile(join(library, 'articles', name), 'utf8');
    insert.run(...valuesOf(summariseArticle(articleSchema.parse(JSON.parse(body)))), body);
  }
  database.exec('COMMIT');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** What the library list shows, from the columns. */
export function listSqliteLibrary(database: Database.Database): readonly { readonly id: string }[] {
  const rows = database.prepare<[], { id: string; tags: string; links: string }>(`SELECT ${listed.join(', ')} FROM article`).all();
  // In the row itself: a copy of each would be a quarter more.
  return rows.map((row) => Object.assign(row, { tags: JSON.parse(row.tags), links: JSON.parse(row.links) }));
}

/** An article's document, and the function that writes it with all that the list shows of it. */
export function takeUpSqliteArticle(database: Database.Database, id: string): { article: z.infer<typeof articleSchema>; save(): void } {
  const { body } = z.object({ body: z.string() }).parse(database.prepare('SELECT body FROM article WHERE id = ?').get(id));
  const article = articleSchema.parse(JSON.parse(body));
  const update = database.prepare(`UPDATE article SET ${listed.map((column) => `${column} = ?`).join(', ')}, body = ? WHERE id = ?`);
  return { article, save: () => void update.run(...valuesOf(summariseArticle(article)), `${JSON.stringify(article, null, 2)}\n`, id) };
}
