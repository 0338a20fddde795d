import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { foldText } from '../core/base/text.ts';

/** The texts of an article, as a search library takes them. */
export type SearchedDocument = { readonly id: string; readonly title: string; readonly text: string; readonly notes: string; readonly quotes: string };

/** A query, as those who know no query language of ours are asked it. */
export type PlainQuery = { readonly kind: 'one word' | 'three words' | 'prefix' | 'phrase'; readonly words: readonly string[] };

/** Answers how many hits it showed, each with a snippet. */
export type Baseline = { find(query: PlainQuery, limit: number): number };

const fields = ['title', 'text', 'notes', 'quotes'] as const;

function ftsExpression({ kind, words }: PlainQuery): string {
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  return words.map((word) => `"${word}"${kind === 'prefix' ? ' *' : ''}`).join(' AND ');
}

/** FTS5 as it is usually used: it stores the texts, and makes the snippets. */
export function makeFtsBaseline(file: string, documents: readonly SearchedDocument[]): Baseline {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, ${fields.join(', ')}, tokenize = 'unicode61 remove_diacritics 2')`);
  const insert = database.prepare('INSERT INTO words VALUES (?, ?, ?, ?, ?)');
  database.exec('BEGIN');
  for (const { id, title, text, notes, quotes } of documents) insert.run(id, title, text, notes, quotes);
  database.exec('COMMIT');
  const count = database.prepare('SELECT count(*) AS total FROM words WHERE words MATCH ?');
  const best = database.prepare("SELECT id, title, snippet(words, -1, '[', ']', '…', 32) AS shown FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT ?");
  return {
    find(query, limit) {
      count.get(ftsExpression(query));
      return best.all(ftsExpression(query), limit).length;
    },
  };
}

const SNIPPET_LENGTH = 200;

function snippetAt(text: string, at: number): string {
  return text.slice(Math.max(0, at - SNIPPET_LENGTH / 4), at + SNIPPET_LENGTH);
}

/** minisearch, with the texts beside it for what it lacks: phrases and snippets. */
export function makeMiniSearchBaseline(documents: readonly SearchedDocument[]): Baseline {
  const index = new MiniSearch<SearchedDocument>({ fields: [...fields], processTerm: (term) => foldText(term) });
  index.addAll(documents);
  const texts = new Map(documents.map((document) => [document.id, foldText(fields.map((field) => document[field]).join('\n'))]));
  return {
    find({ kind, words }, limit) {
      const found = index.search(words.join(' '), { combineWith: 'AND', prefix: kind === 'prefix' });
      const sought = foldText(kind === 'phrase' ? words.join(' ') : (words[0] ?? ''));
      const fitting = kind === 'phrase' ? found.filter(({ id }) => texts.get(String(id))?.includes(sought)) : found;
      return fitting.slice(0, limit).map(({ id }) => snippetAt(texts.get(String(id)) ?? '', texts.get(String(id))?.indexOf(sought) ?? 0)).length;
    },
  };
}
