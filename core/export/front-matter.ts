import { normaliseLine } from '../base/text.ts';
import type { NotesOutline } from './notes-outline.ts';
import { yamlEntry } from './yaml.ts';

/** The authors that a byline names. A comma alone parts nobody: what follows it may be a place or an office. */
export function authorsOf(byline: string): readonly string[] {
  const names = normaliseLine(byline).replace(/^by[\s:]+/i, '');
  const isList = /;| and | & /i.test(names);
  return (isList ? names.split(/\s*[;,]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/i) : [names]).map((name) => name.trim()).filter((name) => name !== '');
}

/** The day of an ISO date, which needs no quotes; a date that names no day is a text. */
function dateEntry(key: string, date: string): string {
  return date.length >= 10 ? `${key}: ${date.slice(0, 10)}` : yamlEntry(key, date);
}

/** The properties of an exported file, with the lines that fence them. What is not known is left out. */
export function frontMatter({ article, tags }: NotesOutline): string {
  const [url, source] = [article.url, article.source && normaliseLine(article.source)];
  const authors = authorsOf(article.byline ?? '');
  const lines = [
    yamlEntry('title', normaliseLine(article.title)),
    authors.length > 0 && yamlEntry('author', authors),
    url || source ? yamlEntry('source', url || source || '') : null,
    url && source ? yamlEntry('publication', source) : null,
    article.dek && yamlEntry('description', normaliseLine(article.dek)),
    article.published && dateEntry('published', article.published),
    dateEntry('captured', article.importedAt),
    article.language && yamlEntry('language', article.language),
    tags.length > 0 && yamlEntry('tags', tags.map((tag) => tag.slug)),
    yamlEntry('lectern-id', article.id),
  ];
  return ['---', ...lines.filter((line) => typeof line === 'string' && line !== ''), '---', ''].join('\n');
}
