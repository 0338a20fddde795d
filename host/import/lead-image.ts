import { type Block, imagesIn } from '../../core/article/blocks.ts';
import { ASSET_ATTRIBUTE, KEPT_ADDRESS_ATTRIBUTE, readFigure, readImage } from '../../core/import/html-figure.ts';
import { attributeOf, type ResolveAddress } from '../../core/import/html-node.ts';
import { unsaid } from '../../core/import/leaf-writer.ts';
import type { Page, PageElement } from './build-page.ts';

const DECLARED = ['meta[property="og:image"]', 'meta[property="og:image:url"]', 'meta[property="og:image:secure_url"]', 'meta[name="twitter:image"]', 'meta[itemprop="image"]', 'link[rel="image_src"]'];
const ADDRESSES = [KEPT_ADDRESS_ATTRIBUTE, 'data-src', 'data-original', 'data-lazy-src', 'src'];

/** The name of the file at an address, without sizes that servers add to it. */
function fileOf(address: string): string | null {
  const name = address.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
  return name.length > 5 ? name.replace(/[-_]\d{2,4}x\d{2,4}(?=\.\w+$)/, '').toLowerCase() : null;
}

function figureOf(image: PageElement, resolve: ResolveAddress): Block | null {
  const frame = image.closest('figure');
  const [figure] = (frame && readFigure(frame, { resolve, said: unsaid })) ?? [];
  if (figure?.kind === 'figure' && figure.images.length === 1) return figure;
  const alone = readImage(image, resolve);
  return alone && { kind: 'figure', images: [alone], caption: null, credit: null, copies: 1 };
}

/** The image that a page names as its article's own, where the page or its source holds it, with its caption; else null. Looks before the page is changed. */
export function findLeadImage(page: Page, resolve: ResolveAddress): Block | null {
  const names = new Set(DECLARED.flatMap((selector) => [...page.querySelectorAll(selector)].map((node) => fileOf(attributeOf(node, 'content') || attributeOf(node, 'href')))));
  names.delete(null);
  if (names.size === 0) return null;
  for (const image of page.querySelectorAll('img')) {
    if (attributeOf(image, ASSET_ATTRIBUTE) === '') continue;
    if (ADDRESSES.some((name) => names.has(fileOf(attributeOf(image, name))))) return figureOf(image, resolve);
  }
  return null;
}

/** Puts the lead image behind title and dek, where the article shows no image of its own. */
export function withLeadImage(blocks: readonly Block[], lead: Block | null): readonly Block[] {
  if (!lead || imagesIn(blocks).length > 0) return blocks;
  const at = blocks.findIndex((block) => !['title', 'dek', 'byline', 'dateline'].includes(block.kind));
  return [...blocks.slice(0, Math.max(0, at)), lead, ...blocks.slice(Math.max(0, at))];
}
