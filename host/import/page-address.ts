import type { Capture } from '../../core/article/article.ts';
import { isSafeLink } from '../../core/article/blocks.ts';
import type { ResolveAddress } from '../../core/import/html-node.ts';
import type { Page } from './build-page.ts';

/** Browsers and SingleFile write where a page was saved from into a comment at its head. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)\s*-->|Page saved with SingleFile\s+url:\s*(https?:\/\/[^\s>]+)/i;
const HEAD_LENGTH = 12_000;

function toWebAddress(address: string | null | undefined, base: string | null): string | null {
  const parsed = address ? URL.parse(address.trim(), base ?? undefined) : null;
  return parsed && isSafeLink(parsed.href) ? parsed.href : null;
}

const SAVED_AT = /Page saved with SingleFile\s[^>]{0,10000}?\ssaved date:\s*([^\n(]{10,60})/i;

/** Where and when a page was saved, of what of it can be believed: a web address, a date. */
export function makeCapture(url: string | null, date: string | null): Capture {
  const address = toWebAddress(url, null);
  const time = Date.parse(date ?? '');
  return { ...(address !== null && /^https?:/i.test(address) && { url: address }), ...(!Number.isNaN(time) && { capturedAt: new Date(time).toISOString() }) };
}

/** What the program that saved a page wrote at its head: where from, and, if that was SingleFile, when. */
export function findCapture(html: string): Capture {
  const head = html.slice(0, HEAD_LENGTH);
  const [, savedFrom, singleFile] = SAVED_FROM.exec(head) ?? [];
  return makeCapture(savedFrom ?? singleFile ?? null, SAVED_AT.exec(head)?.[1] ?? null);
}

/** The address that a page says it has, else the one that it was saved from; null when neither is known. */
export function findPageAddress(page: Page, capture: Capture): string | null {
  const attribute = (selector: string, name: string) => [...page.querySelectorAll(selector)].map((node) => node.getAttribute?.(name))[0];
  const found = [attribute('link[rel="canonical"]', 'href'), attribute('meta[property="og:url"]', 'content'), capture.url].map((address) => toWebAddress(address, null));
  return found.find((address) => address !== null && /^https?:/i.test(address)) ?? null;
}

/** Resolves the addresses in a page against its own; a relative one leads nowhere when that is not known. */
export function makeResolver(page: Page, url: string | null): ResolveAddress {
  const [base] = [...page.querySelectorAll('base[href]')].map((node) => toWebAddress(node.getAttribute?.('href'), url));
  return (address) => (address === '' || address.startsWith('#') ? null : toWebAddress(address, base ?? url));
}
