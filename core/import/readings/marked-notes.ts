import { z } from 'zod';
import { nearestToCss } from '../../highlight/nearest-colour.ts';
import { type FoundHighlight, nothingFound } from '../found-article.ts';
import { attributeOf, elementsNamed, type HtmlNode, isElement, isText, nameOf } from '../html-node.ts';
import { normaliseLine } from '../../base/text.ts';
import { emptyHighlight, emptyReading, type Reading, timeOf } from './reading.ts';

const annotationSchema = z.looseObject({ color: z.string().nullish(), pageLabel: z.string().nullish(), annotationKey: z.string().nullish() });
const itemSchema = z.looseObject({ itemData: z.looseObject({ title: z.string().nullish(), author: z.array(z.looseObject({ family: z.string().nullish(), given: z.string().nullish(), literal: z.string().nullish() })).nullish(), URL: z.string().nullish() }).nullish() });

function decoded(value: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(value));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return null;
    throw error;
  }
}

const textIn = (node: HtmlNode): string => (isText(node) ? (node.nodeValue ?? '') : [...node.childNodes].map(textIn).join(''));
/** Quote marks that Zotero puts around what was highlighted, in the language of its interface. */
const withoutQuoteMarks = (text: string) => text.trim().replace(/^["“”„«»‘‚]\s?|\s?["“”„«»’‘]$/gu, '');

const elementsWith = (node: HtmlNode, name: string): readonly HtmlNode[] => [...node.childNodes].flatMap((child) => (isElement(child) ? [...(attributeOf(child, name) === '' ? [] : [child]), ...elementsWith(child, name)] : []));

/** What a paragraph says behind the highlight and its citation: the comment. */
function commentIn(paragraph: HtmlNode): string {
  const said = [...paragraph.childNodes].filter((child) => !(isElement(child) && (/\b(?:highlight|underline|citation)\b/.test(attributeOf(child, 'class')) || nameOf(child) === 'img')));
  return normaliseLine(said.map(textIn).join('')).replace(/^[()\s]+$/, '');
}

function highlightIn(paragraph: HtmlNode): FoundHighlight | null {
  const [mark] = elementsWith(paragraph, 'data-annotation');
  if (!mark) return null;
  const annotation = annotationSchema.safeParse(decoded(attributeOf(mark, 'data-annotation'))).data;
  return { ...emptyHighlight, quote: withoutQuoteMarks(normaliseLine(textIn(mark))), colour: annotation?.color ? nearestToCss(annotation.color) : null, note: commentIn(paragraph) };
}

/** True for a note that Zotero wrote. */
export const isZoteroNote = (html: string) => /data-citation-items=|data-annotation="%7B/.test(html);

/** A note that Zotero made of annotations, saved as HTML: one item's, under its title. Null where it has none. */
export function fromZoteroNote(body: HtmlNode): readonly Reading[] | null {
  const [wrapper] = elementsWith(body, 'data-citation-items');
  const items = z.array(itemSchema).safeParse(decoded(attributeOf(wrapper ?? body, 'data-citation-items'))).data ?? [];
  const item = items[0]?.itemData;
  const paragraphs = elementsNamed(wrapper ?? body, ['p', 'blockquote', 'li']);
  const highlights = paragraphs.flatMap((paragraph) => highlightIn(paragraph) ?? []).filter(({ quote }) => quote !== '');
  if (highlights.length === 0) return null;
  const authors = (item?.author ?? []).map(({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' ')).join(', ');
  const heading = elementsNamed(wrapper ?? body, ['h1', 'h2'])[0];
  return [{ ...emptyReading, found: { ...nothingFound, title: item?.title ?? (heading ? normaliseLine(textIn(heading)) : null), byline: authors || null, url: item?.URL ?? null }, highlights }];
}

const CITED = /^[“"„«](.+?)[”"“»]\s*\(\[([^\]]*)\]\(zotero:\/\/select[^)]*\)\)(?:\s*\(\[[^\]]*\]\(zotero:\/\/open-pdf[^)]*\)\))?\s*([\s\S]*)$/u;

export const isZoteroMarkdown = (markdown: string) => markdown.includes('](zotero://select/') && /^[“"„«]/mu.test(markdown);

/** A note of Zotero's exported as Markdown. Its colours and tags are lost there. */
export function fromZoteroMarkdown(markdown: string): readonly Reading[] | null {
  const parts = markdown.replace(/\r\n?/g, '\n').split(/\n{2,}/);
  const found = parts.flatMap((part) => {
    const [, quote, citation, comment = ''] = CITED.exec(part.trim()) ?? [];
    return quote ? [{ citation: citation ?? '', highlight: { ...emptyHighlight, quote, note: comment.trim() } }] : [];
  });
  if (found.length === 0) return null;
  // All that the note says of its source is how it is cited: "Smith, 2020, p. 4".
  const source = (found[0]?.citation ?? '').replace(/,?\s*(?:p|pp|S|ff?)\.\s*[\d–-]+.*$/u, '');
  const heading = /^#+\s+(.+?)\s*$/m.exec(markdown)?.[1];
  return [{ ...emptyReading, found: { ...nothingFound, title: source || heading || null }, highlights: found.map(({ highlight }) => highlight) }];
}

export const isAnnotatorFile = (markdown: string) => markdown.includes('```annotation-json') && markdown.includes('%%HIGHLIGHT%%');

/** What stands between two marks of a block; '' where it has not both. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = start === -1 ? -1 : text.indexOf(to, start + from.length);
  return end === -1 ? '' : text.slice(start + from.length, end).trim();
}

/** A block as it is written: the annotation as Hypothesis has it, then as it is shown; every line is quoted. */
function readAnnotatorBlock(block: string): FoundHighlight {
  const text = block.split('\n').map((line) => line.replace(/^>\s?/, '')).join('\n');
  const { data } = z.looseObject({ created: z.string().nullish() }).safeParse(decodedJson(text.slice(0, Math.max(0, text.indexOf('```')))));
  const tags = /^[^\n]*/.exec(text.slice(text.indexOf('%%TAGS%%') + '%%TAGS%%'.length).trimStart())?.[0] ?? '';
  return {
    ...emptyHighlight, quote: between(text, '%%HIGHLIGHT%%', '%%POSTFIX%%').replace(/^==|==$/g, '').trim(), prefix: between(text, '%%PREFIX%%', '%%HIGHLIGHT%%'), suffix: between(text, '%%POSTFIX%%', '%%LINK%%').replace(/\*$/, ''),
    note: between(text, '%%COMMENT%%', '%%TAGS%%'), tags: tags.split(',').map((tag) => tag.trim()).filter((tag) => tag.startsWith('#')).map((tag) => tag.slice(1)), createdAt: timeOf(data?.created),
  };
}

/** A file of Obsidian's Annotator. */
export function fromAnnotator(markdown: string): readonly Reading[] | null {
  const target = /^annotation-target:\s*(.+)$/m.exec(markdown)?.[1]?.trim().replace(/^["'[]+|["'\]]+$/g, '') ?? null;
  const highlights = markdown.replace(/\r\n?/g, '\n').split('```annotation-json').slice(1).map(readAnnotatorBlock).filter(({ quote }) => quote !== '');
  if (highlights.length === 0) return null;
  const isAddress = target !== null && /^https?:\/\//.test(target);
  return [{ ...emptyReading, found: { ...nothingFound, title: isAddress || target === null ? null : (target.split('/').at(-1) ?? target).replace(/\.(?:pdf|epub|html?)$/i, ''), url: isAddress ? target : null }, highlights }];
}

function decodedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
