import { findByName, type NamedRecord } from '../base/named-record.ts';
import type { SearchHint } from '../base/search-hint.ts';
import { findWanted } from './find-words.ts';
import type { Query, Words } from './query.ts';
import { tokenise } from './tokens.ts';

/** The tags in whose names those words stand. */
export function tagsSaying<R extends NamedRecord>(tags: readonly R[], words: Words): readonly R[] {
  return tags.filter((tag) => findWanted(tokenise(tag.name), [words]).length > 0);
}

/** The tags or collections meant by a name: the one of that name, else those whose names hold it, its last word perhaps only begun. */
export function recordsMeant<R extends NamedRecord>(records: readonly R[], name: string): readonly R[] {
  const exact = findByName(records, name);
  if (exact) return [exact];
  const terms = tokenise(name).map((token) => token.term);
  return terms.length === 0 ? [] : tagsSaying(records, { kind: 'words', terms, isPrefix: true, columns: null });
}

type Named = { readonly tags: readonly NamedRecord[]; readonly collections: readonly NamedRecord[] };

/** The first name in a query that no tag, or no collection, has; null where all are known. */
export function findUnknownName(query: Query, named: Named): SearchHint | null {
  switch (query.kind) {
    case 'tag': return recordsMeant(named.tags, query.name).length === 0 ? { kind: 'tag-unknown', name: query.name } : null;
    case 'collection': return recordsMeant(named.collections, query.name).length === 0 ? { kind: 'collection-unknown', name: query.name } : null;
    case 'and':
    case 'or': return query.parts.map((part) => findUnknownName(part, named)).find((hint) => hint !== null) ?? null;
    case 'not': return findUnknownName(query.part, named);
    default: return null;
  }
}
