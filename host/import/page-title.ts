import { foldText, normaliseLine } from '../../core/base/text.ts';
import type { Page } from './build-page.ts';

const SEPARATOR = /\s+[|\-–—·•»:/]+\s+/;

/** A title without the site's name at its end ("A roadmap | The Daily"). */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  const isSite = parts.length > 1 && site !== null && foldText(last) === foldText(site);
  return isSite ? title.slice(0, title.length - last.length).replace(/\s+[|\-–—·•»:/]+\s+$/, '').trim() : title;
}

/** The pieces that a window's title is made of, the longest first: one of them is the article's. */
const segmentsOf = (title: string) => [...new Set([title, ...title.split(SEPARATOR)])].sort((a, b) => b.length - a.length);

/** A heading of one word that ends a longer title is the site's name. */
const isSiteName = (heading: string, windowTitle: string) => !heading.includes(' ') && segmentsOf(windowTitle).length > 1 && foldText(windowTitle.split(SEPARATOR).at(-1) ?? '') === foldText(heading);

export type TitleSources = { readonly declared: readonly (string | null | undefined)[]; readonly site: string | null };

/** The title that the page's own sources agree on best: each has votes, and those that say the same add theirs. */
export function findTitle(page: Page, { declared, site }: TitleSources): string | null {
  const textsOf = (selector: string) => [...page.querySelectorAll(selector)].map((node) => normaliseLine(node.textContent ?? '')).filter((text) => text !== '');
  const headings = textsOf('h1');
  const [windowTitle = ''] = textsOf('title');
  const votes = new Map<string, { text: string; count: number }>();
  const vote = (text: string | null | undefined, count: number) => {
    const line = withoutSite(normaliseLine(text ?? ''), site);
    if (line === '') return;
    const known = votes.get(foldText(line));
    votes.set(foldText(line), { text: known?.text ?? line, count: (known?.count ?? 0) + count });
  };
  for (const text of declared) vote(text, 3);
  // A heading that the window's title does not repeat is as likely the site's own.
  for (const heading of headings.slice(0, 3)) vote(heading, (isSiteName(heading, windowTitle) ? 0.4 : windowTitle === '' || foldText(windowTitle).includes(foldText(heading)) ? 2.5 : 1) / Math.min(headings.length, 3));
  for (const segment of segmentsOf(windowTitle)) vote(segment, segment === windowTitle ? 1.2 : 0.5);
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.text ?? null;
}
