import type { Named } from '../../core/library/ports.ts';
import { recordsMeant } from '../../core/search/names-meant.ts';
import { isEmptyQuery, type Query } from '../../core/search/query.ts';
import { expressionOf, isPlain, matchExpression } from './match-expression.ts';
import type { Condition, Matching } from './search-calls.ts';

const everything: Query = { kind: 'and', parts: [] };
const nothing: Query = { kind: 'or', parts: [] };

function namesCollection(query: Query): boolean {
  switch (query.kind) {
    case 'collection': return true;
    case 'and':
    case 'or': return query.parts.some(namesCollection);
    case 'not': return namesCollection(query.part);
    default: return false;
  }
}

/** What the index can say of a query: at least every article that the query finds. */
function withoutCollections(query: Query, isWanted = true): Query {
  switch (query.kind) {
    case 'collection': return isWanted ? everything : nothing;
    case 'and': return { ...query, parts: query.parts.map((part) => withoutCollections(part, isWanted)).filter((part) => !isEmptyQuery(part)) };
    case 'or': return { ...query, parts: query.parts.map((part) => withoutCollections(part, isWanted)) };
    case 'not': return { ...query, part: withoutCollections(query.part, !isWanted) };
    default: return query;
  }
}

/** The members of the collections that a name means. */
function membersOf(name: string, collections: Named['collections']): readonly string[] {
  return [...new Set(recordsMeant(collections, name).flatMap(({ articles }) => articles))];
}

/** A query as a condition of SQL's, over the rows that its expression matches. The plus signs keep SQLite from looking rows up by the condition instead. */
function conditionOf(query: Query, named: Named): Condition {
  if (!namesCollection(query)) return { sql: '+words.rowid IN (SELECT rowid FROM words WHERE words MATCH ?)', values: [expressionOf(query, named.tags)] };
  switch (query.kind) {
    case 'collection': return { sql: '+article.id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(membersOf(query.name, named.collections))] };
    case 'not': {
      const { sql, values } = conditionOf(query.part, named);
      return { sql: `NOT (${sql})`, values };
    }
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => conditionOf(part, named));
      return { sql: `(${parts.map(({ sql }) => sql).join(query.kind === 'and' ? ' AND ' : ' OR ')})`, values: parts.flatMap(({ values }) => values) };
    }
    default: throw new Error(`${query.kind} names no collection`);
  }
}

/** A query as what the index is asked: an expression and, where the query names a collection, a condition that narrows it to the members. */
export function matchingOf(query: Query, named: Named): Matching {
  if (!namesCollection(query)) return { expression: matchExpression(query, named.tags), isPlain: isPlain(query), condition: null };
  // What stands beside a collection is said in full by the expression.
  const narrowing = query.kind === 'and' ? { ...query, parts: query.parts.filter(namesCollection) } : query;
  return { expression: matchExpression(withoutCollections(query), named.tags), isPlain: false, condition: conditionOf(narrowing, named) };
}
