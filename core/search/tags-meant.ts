import { foldText, normaliseLine } from '../base/text.ts';
import type { Tag } from '../tag/tag.ts';
import { findWanted } from './find-words.ts';
import type { Query, Words } from './query.ts';
import { tokenise } from './tokens.ts';

/** The tags in whose names those words stand. */
export function tagsSaying(tags: readonly Tag[], words: Words): readonly Tag[] {
  return tags.filter((tag) => findWanted(tokenise(tag.name), [words]).length > 0);
}

/** The tags meant by a name: the one of that name, else those whose names hold it, its last word perhaps only begun. */
export function tagsNamed(tags: readonly Tag[], name: string): readonly Tag[] {
  const fold = (text: string) => foldText(normaliseLine(text));
  const exact = tags.filter((tag) => fold(tag.name) === fold(name));
  const terms = tokenise(name).map((token) => token.term);
  return exact.length > 0 || terms.length === 0 ? exact : tagsSaying(tags, { kind: 'words', terms, isPrefix: true, columns: null });
}

/** The names of tags that a query asks for and the codebook does not have. */
export function unknownTags(query: Query, tags: readonly Tag[]): readonly string[] {
  switch (query.kind) {
    case 'tag': return tagsNamed(tags, query.name).length === 0 ? [query.name] : [];
    case 'and':
    case 'or': return query.parts.flatMap((part) => unknownTags(part, tags));
    case 'not': return unknownTags(query.part, tags);
    default: return [];
  }
}
