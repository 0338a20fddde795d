import type { Capture } from '../../core/article/article.ts';
import { leavesOf } from '../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { countWords } from '../../core/base/text.ts';
import { arrangeBlocks } from '../../core/import/arrange-blocks.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import { blocksFromHtmlTree } from '../../core/import/from-html-tree.ts';
import { numberLeaves } from '../../core/import/number-leaves.ts';
import type { Source } from '../../core/import/source.ts';
import { isTitleLine } from '../../core/import/title.ts';
import { buildPage, type BuiltPage, type Page, pageLimits, type PageLimit } from './build-page.ts';
import { findArticle } from './find-article.ts';
import { findCapture, findPageAddress, makeResolver } from './page-address.ts';
import { makeBesideImages } from './beside-images.ts';
import { type FindHeld, type ImageKeeper, makeImageKeeper } from './keep-images.ts';
import { findLeadImage, withLeadImage } from './lead-image.ts';
import { findPageDetails } from './page-details.ts';

/** What the clipboard marks as selected, in the form that Windows gives it. */
const FRAGMENT = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/i;

function limitFault({ name, bytes }: Source, over: PageLimit): Result<never> {
  if (over === 'characters') return fail({ code: 'file-too-large', name, bytes: bytes.length, limitBytes: pageLimits.characters });
  return over === 'depth' ? fail({ code: 'html-too-deep', name, limit: pageLimits.depth }) : fail({ code: 'import-failed', name });
}

/** What is known of a page besides its markup: the images that its source holds, and where and when it was saved. */
export type SavedPage = { readonly findHeld?: FindHeld | null; readonly capture?: Capture };

type Kept = { readonly html: string; readonly images: ImageKeeper; readonly findHeld: FindHeld | undefined; readonly capture: Capture; readonly foundAt: string | null };

/** The page built once more from the text that it was built from before. */
function rebuild({ html, images, findHeld }: Kept): BuiltPage {
  const built = buildPage(html);
  if ('over' in built) throw new Error('A page that was within the limits is not within them.');
  images.keep(built.page, findHeld);
  return built;
}

/** A saved page: the article without its menus, and what the page says of it. */
function readPage(built: BuiltPage, kept: Kept): FoundArticle {
  const url = findPageAddress(built.page, kept.capture);
  const found = findPageDetails(built.page, url);
  // A page that was fetched stands where it was found, whatever it calls its own address.
  const resolve = makeResolver(built.page, kept.foundAt ?? url);
  const lead = findLeadImage(built.page, resolve);
  const blocks = findArticle({ built, rebuild: () => rebuild(kept), resolve, front: found });
  return { found, blocks: blocks.length > 0 ? withLeadImage(arrangeBlocks(blocks, found), lead) : [], capture: kept.capture };
}

/** A piece of a page that someone selected: all of it is meant, menus or not. */
function readFragment(page: Page): FoundArticle {
  const found = findPageDetails(page, findPageAddress(page, {}));
  const blocks = blocksFromHtmlTree(page.body, makeResolver(page, found.url));
  const [first] = blocks;
  const isTitled = blocks.length > 1 && first && (first.kind === 'heading' || (first.kind === 'paragraph' && isTitleLine(first.leaf.text)));
  const title = found.title ?? (isTitled ? first.leaf.text : null);
  return { found: { ...found, title }, blocks: arrangeBlocks(blocks, { title, dek: null }) };
}

/** Reads a web page, saved or pasted, into blocks. It is parsed behind limits; none of its scripts run and nothing is fetched. */
export function readHtml(source: Source, html: string, { findHeld = source.beside ? makeBesideImages(source.beside) : null, capture = source.address ? { url: source.address } : findCapture(html) }: SavedPage = {}): Result<FoundArticle> {
  const built = buildPage(source.origin === 'paste' ? (FRAGMENT.exec(html)?.[1] ?? html) : html);
  if ('over' in built) return limitFault(source, built.over);
  const kept: Kept = { html, images: makeImageKeeper(), findHeld: findHeld ?? undefined, capture, foundAt: source.address ?? null };
  kept.images.keep(built.page, kept.findHeld);
  const read = source.origin === 'paste' ? readFragment(built.page) : readPage(built, kept);
  const body = read.blocks.filter((block) => block.kind !== 'title' && block.kind !== 'dek');
  if (body.flatMap(leavesOf).every((leaf) => countWords(leaf.text) === 0)) return fail({ code: 'article-without-text', name: source.name });
  return succeed({ ...read, blocks: numberLeaves(read.blocks), assets: kept.images.usedBy(read.blocks) });
}
