import { isSafeLink } from '../../core/article/blocks.ts';
import type { ResolveAddress } from '../../core/import/html-node.ts';
import type { Page } from './build-page.ts';

/** Browsers and SingleFile write where a page was saved from into a comment at its head. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)\s*-->|Page saved with SingleFile\s+url:\s*(https?:\/\/[^\s>]+)/i;
const HEAD_LENGTH = 2_000;

function toWebAddress(address: string | null | undefined, base: string | null): string | null {
  const parsed = address ? URL.parse(address.trim(), base ?? undefined) : null;
  return parsed && isSafeLink(parsed.href) ? parsed.href : null;
}

/** The address that a page says it has; null when it does not say. */
export function findPageAddress(page: Page, html: string): string | null {
  const attribute = (selector: string, name: string) => [...page.querySelectorAll(selector)].map((node) => node.getAttribute?.(name))[0];
  const [, savedFrom, singleFile] = SAVED_FROM.exec(html.slice(0, HEAD_LENGTH)) ?? [];
  const found = [attribute('link[rel="canonical"]', 'href'), attribute('meta[property="og:url"]', 'content'), savedFrom, singleFile].map((address) => toWebAddress(address, null));
  return found.find((address) => address !== null && /^https?:/i.test(address)) ?? null;
}

/** Resolves the addresses in a page against its own; a relative one leads nowhere when that is not known. */
export function makeResolver(page: Page, url: string | null): ResolveAddress {
  const [base] = [...page.querySelectorAll('base[href]')].map((node) => toWebAddress(node.getAttribute?.('href'), url));
  return (address) => (address === '' || address.startsWith('#') ? null : toWebAddress(address, base ?? url));
}
