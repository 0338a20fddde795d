import { type Details, detailsSchema } from '../article/article.ts';
import { type Block, type Leaf, leavesOf } from '../article/blocks.ts';
import { mapLeaves } from '../article/map-leaves.ts';
import { isSameSpoken, type Spoken } from '../article/languages.ts';
import { countWords, normaliseLine, shorten } from '../base/text.ts';
import type { FoundArticle } from './found-article.ts';
import type { Source } from './source.ts';
import { findDirection } from '../article/text-direction.ts';

const PASTE_TITLE_LENGTH = 80;
const lengthLimits: Readonly<Record<string, number>> = { label: 200, dek: 5_000, byline: 1_000, source: 1_000 };

/** Blocks that are the article's own words: not its title and names, not its captions, not what was set aside. */
const isBody = (block: Block) => !['title', 'dek', 'byline', 'dateline', 'figure', 'aside'].includes(block.kind);

const textOf = (blocks: readonly Block[]) => blocks.flatMap(leavesOf).map((leaf) => leaf.text).join('\n');

/** A name for an article that has no title: a file's own, or the first words of what was pasted. */
function nameFor(source: Pick<Source, 'name' | 'origin'>, text: string): string {
  const stem = normaliseLine(source.name).replace(/(.)\.[a-z][a-z0-9]{0,7}$/i, '$1');
  return (source.origin === 'paste' ? shorten(normaliseLine(text.slice(0, 1_000)), PASTE_TITLE_LENGTH) : stem) || stem || 'Untitled';
}

/** A value that a document may hold: shortened, or left out where it is not of the right shape. */
function fit(name: Exclude<keyof Details, 'direction' | 'title'>, value: string | null): string | null {
  const line = value === null ? null : normaliseLine(value);
  if (!line) return null;
  const short = shorten(line, lengthLimits[name] ?? line.length);
  return detailsSchema.shape[name].safeParse(short).success ? short : null;
}

/** The leaf without what is said of parts that are written as the article is: a page may say it of each of its elements. */
function withoutOwnLanguage(leaf: Leaf, around: Spoken): Leaf {
  if (!leaf.languages) return leaf;
  const { languages, ...rest } = leaf;
  const others = languages.filter(({ start, end, language, direction }) => !isSameSpoken({ language, direction: direction ?? findDirection(leaf.text.slice(start, end)) }, around));
  return others.length > 0 ? { ...rest, languages: others } : rest;
}

/** Fills in what a source does not say of itself: a name, the language, the direction, the number of words. `detectLanguage` answers null when unsure. */
export function completeArticle(
  { found, blocks }: FoundArticle, source: Pick<Source, 'name' | 'origin'>, detectLanguage: (text: string) => string | null,
): { readonly details: Details; readonly blocks: readonly Block[]; readonly wordCount: number } {
  const body = textOf(blocks.filter(isBody));
  const text = body === '' ? textOf(blocks) : body;
  const details: Details = {
    title: shorten(normaliseLine(found.title ?? '') || nameFor(source, text), 2_000), label: fit('label', found.label), dek: fit('dek', found.dek), byline: fit('byline', found.byline),
    source: fit('source', found.source), url: fit('url', found.url), published: fit('published', found.published),
    language: fit('language', found.language) ?? detectLanguage(text), direction: findDirection(text),
  };
  return { details, blocks: mapLeaves(blocks, (leaf) => withoutOwnLanguage(leaf, details)), wordCount: countWords(body) };
}
