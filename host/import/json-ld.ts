import { decodeCharacterReferences } from '../../core/import/character-references.ts';
import type { Page } from './build-page.ts';

/** What a page says of its article for machines (JSON-LD). */
export type DeclaredArticle = { readonly headline: string | null; readonly name: string | null; readonly description: string | null; readonly published: string | null; readonly byline: string | null; readonly publisher: string | null; readonly language: string | null };

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|Posting)$/;
const DEPTH_LIMIT = 6;
const NAME_LIMIT = 10;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
// Many pages write their entities into what is no markup.
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? decodeCharacterReferences(value).trim() : null);
const nameOf = (value: unknown): string | null => (isFields(value) ? textOf(listOf(value['name'])[0]) : textOf(value));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, ''));
  } catch (error) {
    // Pages hold broken JSON often enough; they then say nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Every object in a graph, the outer ones first. */
function objectsIn(value: unknown, depth = 0): readonly Fields[] {
  if (depth > DEPTH_LIMIT) return [];
  if (Array.isArray(value)) return value.flatMap((each) => objectsIn(each, depth + 1));
  return isFields(value) ? [value, ...objectsIn(value['@graph'], depth + 1), ...objectsIn(value['mainEntity'], depth + 1)] : [];
}

/** What the page's first article object says; null when it has none. */
export function findDeclaredArticle(page: Page): DeclaredArticle | null {
  const objects = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap((script) => objectsIn(parseJson(script.textContent ?? '')));
  const article = objects.find((each) => listOf(each['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)));
  if (!article) return null;
  const authors = listOf(article['author']).slice(0, NAME_LIMIT).map(nameOf).filter((name) => name !== null && !/^https?:/i.test(name));
  return {
    headline: textOf(article['headline']), name: textOf(article['name']), description: textOf(article['description']), published: textOf(article['datePublished']) ?? textOf(article['dateCreated']),
    byline: authors.join(', ') || null, publisher: nameOf(listOf(article['publisher'])[0]), language: textOf(article['inLanguage']),
  };
}
