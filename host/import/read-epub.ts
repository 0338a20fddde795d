import { assetsOf, type Block, createContent, type PageStart } from '../../core/article/blocks.ts';
import { projectContent } from '../../core/article/projection.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { foldText, normaliseLine } from '../../core/base/text.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import { blocksFromHtmlTree } from '../../core/import/from-html-tree.ts';
import { draftLeaf } from '../../core/import/number-leaves.ts';
import type { Source } from '../../core/import/source.ts';
import { buildPage } from './build-page.ts';
import { decodeText } from './decode-text.ts';
import { type EpubPackage, isLocked, type PageEntry, pathFrom, readPackage, type TocEntry } from './epub-package.ts';
import { type ImageKeeper, makeImageKeeper } from './keep-images.ts';
import { withZip, type Zip } from './open-zip.ts';
import { makePageReferences, type PageReferences } from './page-references.ts';

/** Addresses with a place in a document, as they stand in its source: a first look, before anything is built. */
const PLACE_ADDRESS = /\bhref\s*=\s*["']([^"'<>]{0,2000}#[^"'<>]{1,500})["']/gi;
const HEADING_LEVELS = 6;

type Book = { readonly zip: Zip; readonly package: EpubPackage; readonly images: ImageKeeper; readonly references: PageReferences; readonly texts: ReadonlyMap<string, string> };

async function readTexts(zip: Zip, spine: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of spine) {
    const bytes = await zip.read(path);
    if (bytes) texts.set(path, decodeText(bytes, null).text);
  }
  return texts;
}

const idOf = (address: string) => address.slice(address.indexOf('#') + 1);

/** Every place inside the book that one of its documents refers to. */
function findWanted(texts: ReadonlyMap<string, string>): readonly { readonly path: string; readonly id: string }[] {
  return [...texts].flatMap(([base, text]) => [...text.matchAll(PLACE_ADDRESS)].flatMap(([, address = '']) => {
    const path = pathFrom(base, address);
    return path !== null && texts.has(path) ? [{ path, id: idOf(address) }] : [];
  }));
}

/** The heading that the table of contents gives a document which has none at its start. */
function headingFor(path: string, blocks: readonly Block[], toc: readonly TocEntry[]): readonly Block[] {
  const entry = toc.find((each) => each.path === path);
  const isHeaded = blocks.slice(0, 4).some((block) => block.kind === 'heading');
  if (!entry || isHeaded || blocks.length === 0) return [];
  return [{ kind: 'heading', level: Math.min(HEADING_LEVELS, entry.depth + 1), leaf: draftLeaf(entry.label) }];
}

/** The bytes of the images that a page shows, by the address that it has for each. */
async function readImages(zip: Zip, path: string, addresses: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>();
  for (const address of addresses) {
    const inside = pathFrom(path, address);
    const bytes = inside === null ? null : await zip.read(inside);
    if (bytes) held.set(address, bytes);
  }
  return held;
}

/** A chapter's blocks; null for one that goes over the limits of a page. */
async function readChapter(path: string, text: string, { zip, package: { toc }, images, references }: Book): Promise<readonly Block[] | null> {
  const built = buildPage(text);
  if ('over' in built) return null;
  const { page } = built;
  const held = await readImages(zip, path, [...page.querySelectorAll('img')].map((image) => image.getAttribute?.('src')?.trim() ?? ''));
  images.keep(page, (address) => held.get(address) ?? null);
  references.markTargets(page, path);
  const resolve = (address: string) => {
    if (/^(?:https?|mailto):/i.test(address)) return address;
    const inside = address.includes('#') ? pathFrom(path, address) : null;
    // A kept image's own name stays, to be known by.
    return inside === null ? (/^[0-9a-f]{64}\.[a-z]{3,4}$/.test(address) ? `https://kept.invalid/${address}` : null) : references.addressOf(inside, idOf(address));
  };
  const blocks = blocksFromHtmlTree(page.body, resolve);
  return [...headingFor(path, blocks, toc), ...blocks];
}

/** The picture on the cover, where no chapter shows it. */
async function readCover({ zip, package: { cover, found }, images }: Book, chapters: readonly Block[]): Promise<readonly Block[]> {
  const bytes = cover === null ? null : await zip.read(cover);
  const asset = bytes && images.add(bytes);
  if (!asset || chapters.slice(0, 3).flatMap(assetsOf).includes(asset)) return [];
  return [{ kind: 'figure', images: [{ asset, alt: found.title ?? '', address: null }], caption: null, credit: null, copies: 1 }];
}

/** Where the pages of the printed book begin, in the projection of the blocks. */
function placePages(pages: readonly PageEntry[], { blocks, placeOf }: ReturnType<PageReferences['settle']>): readonly PageStart[] {
  const { starts } = projectContent(createContent(blocks));
  const placed = pages.flatMap(({ label, path, id }) => {
    const place = placeOf(path, id);
    const start = place && starts.get(place.leafId);
    return place && start !== null && start !== undefined ? [{ label, start: start + place.offset }] : [];
  });
  return placed.sort((a, b) => a.start - b.start);
}

/** Without a line at the start that only says the title again. */
function withTitle(blocks: readonly Block[], title: string | null): readonly Block[] {
  if (title === null) return blocks;
  const isTitle = (block: Block | undefined) => (block?.kind === 'heading' || block?.kind === 'paragraph') && foldText(normaliseLine(block.leaf.text)) === foldText(title);
  const [first, ...rest] = blocks;
  return [{ kind: 'title', leaf: draftLeaf(title) }, ...(isTitle(first) ? rest : blocks)];
}

/** Reads an EPUB, 2 or 3, into one article: its chapters in reading order, with their images and footnotes. */
export function readEpub(source: Source): Promise<Result<FoundArticle>> {
  return withZip(source, async (zip) => {
    if (await isLocked(zip)) return fail({ code: 'file-encrypted', name: source.name });
    const read = await readPackage(zip);
    if (!read) return fail({ code: 'file-damaged', name: source.name });
    const texts = await readTexts(zip, read.spine);
    const references = makePageReferences([...findWanted(texts), ...read.pages]);
    const book: Book = { zip, package: read, images: makeImageKeeper(), references, texts };
    const chapters: Block[] = [];
    for (const [path, text] of texts) {
      const blocks = await readChapter(path, text, book);
      if (!blocks) return fail({ code: 'import-failed', name: source.name });
      chapters.push(...blocks);
    }
    const [title, ...rest] = withTitle(chapters, read.found.title);
    const settled = references.settle([...(title ? [title] : []), ...(await readCover(book, chapters)), ...rest]);
    return succeed({ found: read.found, blocks: settled.blocks, assets: book.images.usedBy(settled.blocks), pages: placePages(read.pages, settled) });
  });
}
