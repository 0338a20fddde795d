import { fail, type Result } from '../../core/base/result.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import type { Source } from '../../core/import/source.ts';
import { decodeText } from './decode-text.ts';
import { allParts, findByAddress, overLimit, parseMime } from './mime.ts';
import { makeCapture } from './page-address.ts';
import { readHtml } from './read-html.ts';

/** Reads a page that a browser saved as one file (MHTML): the page with its images. */
export function readMhtml(source: Source): Result<FoundArticle> {
  const message = parseMime(source.bytes);
  if ('over' in message) return overLimit(source, message.over);
  const parts = [...allParts(message)];
  const start = /^<?([^<>\s]+)>?$/.exec(message.parameters.get('start') ?? '')?.[1];
  const findPart = findByAddress(parts);
  const pages = parts.filter((part) => part.type === 'text/html' || part.type === 'application/xhtml+xml');
  const page = pages.find((part) => start !== undefined && part === findPart(`cid:${start}`)) ?? pages[0];
  if (!page) return fail({ code: 'article-without-text', name: source.name });
  const { text } = decodeText(page.body(), page.headers.get('content-type') ?? null);
  const url = message.headers.get('snapshot-content-location') ?? page.headers.get('content-location') ?? null;
  return readHtml(source, text, {
    findHeld: (address) => findPart(resolveAgainst(address, url))?.body() ?? null,
    capture: makeCapture(url, message.headers.get('date') ?? null),
  });
}

const resolveAgainst = (address: string, base: string | null) => (/^cid:/i.test(address) ? address : (URL.parse(address, base ?? undefined)?.href ?? address));
