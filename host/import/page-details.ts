import { countWords, foldText, normaliseLine } from '../../core/base/text.ts';
import { findByline } from '../../core/import/byline.ts';
import type { FoundDetails } from '../../core/import/found-article.ts';
import { findDate } from '../../core/import/published.ts';
import { splitLabel } from '../../core/import/title.ts';
import type { Page, PageElement } from './build-page.ts';
import { findDeclaredArticle } from './json-ld.ts';
import { findTitle } from './page-title.ts';

const BYLINE_SELECTORS = ['[rel~="author"]', '[itemprop~="author"]', '.byline', '.author-name', '.author', '[class*="byline"]', '[class*="author"]'];
const BYLINE_LENGTH = 120;
const DATE_SELECTORS = ['time[pubdate]', 'time[itemprop="datePublished"]', '[itemprop="datePublished"]', 'article time', 'time', '[class*="publish"]', '.date', '[class*="date"]'];
const PUBLISHED_NAMES = ['article:published_time', 'og:article:published_time', 'datepublished', 'publishdate', 'pubdate', 'publication_date', 'date', 'dc:date', 'dc:date:issued', 'dcterms:date', 'sailthru:date', 'parsely-pub-date', 'cxenseparse:recs:publishtime'];
const TITLE_NAMES = ['og:title', 'dc:title', 'dcterm:title', 'dcterms:title', 'twitter:title', 'parsely-title'];
const AUTHOR_NAMES = ['dc:creator', 'dcterm:creator', 'dcterms:creator', 'author', 'article:author', 'parsely-author', 'sailthru:author', 'byl'];
const DEK_LENGTH = { least: 25, most: 400 };
const NAMES_TAKEN = 3;

const textOf = (node: PageElement) => normaliseLine(node.textContent ?? '');

/** The page's meta values by name, the first of each. */
function readMetas(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const names = (meta.getAttribute?.('property') ?? meta.getAttribute?.('name') ?? meta.getAttribute?.('itemprop') ?? '').toLowerCase().replaceAll('.', ':').split(/\s+/);
    const content = normaliseLine(meta.getAttribute?.('content') ?? '');
    for (const name of names) if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** The names in what a page calls its author; null for an address, a sentence or nothing. */
function cleanByline(text: string | null | undefined): string | null {
  const line = normaliseLine(text ?? '').replace(/^(?:written |posted |reported )?(?:by|von|par|por)[:\s]+/i, '').replace(/[\s,|·•–—-]+$/, '');
  return line === '' || line.length > BYLINE_LENGTH || /https?:|www\.|@\S+\.|[!?]/i.test(line) ? null : (findByline(`By ${line}`) ?? line);
}

function findPageByline(page: Page): string | null {
  for (const selector of BYLINE_SELECTORS) {
    const nodes = [...page.querySelectorAll(selector)].filter((node) => node.nodeName.toLowerCase() !== 'meta' && textOf(node).length <= BYLINE_LENGTH);
    const names = [...new Set(nodes.map((node) => cleanByline(textOf(node))).filter((name) => name !== null))];
    // A page that names many people lists its staff, not its author.
    if (names.length > 0 && names.length <= NAMES_TAKEN) return selector.startsWith('[rel') || selector.startsWith('[itemprop') ? names.join(', ') : (names[0] ?? null);
  }
  return null;
}

function findPagePublished(page: Page): string | null {
  for (const selector of DATE_SELECTORS) {
    for (const node of [...page.querySelectorAll(selector)].slice(0, 3)) {
      const date = findDate(node.getAttribute?.('datetime') ?? '') ?? findDate(node.getAttribute?.('content') ?? '') ?? findDate(textOf(node).slice(0, 100));
      if (date) return date;
    }
  }
  return null;
}

function dateInAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:\D|$)/.exec(url ?? '') ?? [];
  return year ? findDate(`${year}-${month}-${day}`) : null;
}

const isLanguageTag = (tag: string) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag);

const DEK_NAME = /(?:^|[\s_-])(?:dek|deck|standfirst|stand-?first|sub-?(?:title|head(?:line|ing)?)|summary|excerpt|lede?|lead|intro(?:duction)?|description|teaser|sapo|strap(?:line)?|kicker|abstract)(?:$|[\s_-])/i;
const PROSE_WORDS = 12;

/** True for the first of the text's own paragraphs: it has no name of its own, and the next one follows it. */
function isFirstParagraph(node: PageElement): boolean {
  if (node.nodeName.toLowerCase() !== 'p' || DEK_NAME.test(`${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`)) return false;
  const next = node.nextElementSibling;
  return next?.nodeName.toLowerCase() === 'p' && countWords(textOf(next)) >= PROSE_WORDS;
}

/** The description, where the page shows it to its readers and not in the text itself: then it is the dek. */
function findDek(page: Page, descriptions: readonly (string | null | undefined)[]): string | null {
  const wanted = new Map(descriptions.flatMap((each) => (each && each.length >= DEK_LENGTH.least && each.length <= DEK_LENGTH.most ? [[foldText(normaliseLine(each)), normaliseLine(each)]] : [])));
  if (wanted.size === 0) return null;
  for (const node of page.body.querySelectorAll('p, h2, h3, h4, div, span')) {
    const raw = node.textContent ?? '';
    if (raw.length > DEK_LENGTH.most * 2) continue;
    const shown = wanted.get(foldText(normaliseLine(raw)));
    if (shown) return isFirstParagraph(node) ? null : shown;
  }
  return null;
}

const hostOf = (url: string | null) => (url ? new URL(url).hostname.replace(/^www\./, '') : null);

/** What a page says of its article: where several parts say something, the most trusted one that does. */
export function findPageDetails(page: Page, url: string | null): FoundDetails {
  const metas = readMetas(page);
  const declared = findDeclaredArticle(page);
  const site = metas.get('og:site_name') ?? declared?.publisher ?? metas.get('application-name') ?? null;
  const title = findTitle(page, { declared: [declared?.headline, declared?.name, TITLE_NAMES.map((name) => metas.get(name)).find((text) => text !== undefined)], site });
  const byMeta = AUTHOR_NAMES.map((name) => cleanByline(metas.get(name))).find((name) => name !== null) ?? null;
  const dates = [declared?.published, ...PUBLISHED_NAMES.map((name) => metas.get(name))].map((text) => (text ? findDate(text) : null));
  const languages = [page.documentElement.getAttribute?.('lang'), metas.get('og:locale'), declared?.language, metas.get('content-language')].map((tag) => (tag ?? '').trim().replaceAll('_', '-'));
  return {
    ...(title === null ? { title: null, label: null } : splitLabel(title)),
    dek: findDek(page, [metas.get('og:description'), metas.get('description'), declared?.description]),
    byline: cleanByline(declared?.byline) ?? byMeta ?? findPageByline(page),
    source: site ?? hostOf(url), url,
    published: dates.find((date) => date !== null) ?? dateInAddress(url) ?? findPagePublished(page),
    language: languages.find(isLanguageTag) ?? null,
  };
}
