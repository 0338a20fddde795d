import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { articleSchema } from '../core/article/article.ts';
import { type ArticleSummary, summariseArticle } from '../core/article/summary.ts';

// A library as one makes it with SQLite: a row for each article, with columns for the list, and the whole document as JSON.

const columns = ['id', 'title', 'label', 'byline', 'source', 'published', 'language', 'direction', 'importedAt', 'changedAt', 'status', 'progress', 'wordCount', 'highlightCount', 'noteCount', 'binnedAt'] as const;
const listed = [...columns, 'tags'];

/** Opens such a database, flushed at every commit. */
export function openSqliteLibrary(path: string): Database.Database {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

const valuesOf = (summary: ArticleSummary): readonly unknown[] => [...columns.map((column) => summary[column]), JSON.stringify(summary.tags)];

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
  const rows = database.prepare<[], { id: string; tags: string }>(`SELECT ${listed.join(', ')} FROM article`).all();
  return rows.map((row) => ({ ...row, tags: JSON.parse(row.tags) }));
}

/** An article's document, and the function that writes it with all that the list shows of it. */
export function takeUpSqliteArticle(database: Database.Database, id: string): { article: z.infer<typeof articleSchema>; save(): void } {
  const { body } = z.object({ body: z.string() }).parse(database.prepare('SELECT body FROM article WHERE id = ?').get(id));
  const article = articleSchema.parse(JSON.parse(body));
  const update = database.prepare(`UPDATE article SET ${columns.map((column) => `${column} = ?`).join(', ')}, tags = ?, body = ? WHERE id = ?`);
  return { article, save: () => void update.run(...valuesOf(summariseArticle(article)), `${JSON.stringify(article, null, 2)}\n`, id) };
}
