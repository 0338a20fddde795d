import mammoth from 'mammoth';
import type { Block } from '../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { normaliseLine } from '../../core/base/text.ts';
import { type FoundArticle, type FoundDetails, nothingFound } from '../../core/import/found-article.ts';
import { blocksFromHtmlTree } from '../../core/import/from-html-tree.ts';
import { draftLeaf } from '../../core/import/number-leaves.ts';
import { findDate } from '../../core/import/published.ts';
import type { Source } from '../../core/import/source.ts';
import { buildPage, type Page } from './build-page.ts';
import { decodeText } from './decode-text.ts';
import { readWordMarks } from './docx-marks.ts';
import { makeImageKeeper } from './keep-images.ts';
import { withZip, type Zip } from './open-zip.ts';
import { makePageReferences } from './page-references.ts';
import { findElements, readXml, textOf, type XmlElement } from './read-xml.ts';

/** What Word's own styles mean. Everything else mammoth knows by itself. */
const STYLES = [
  "p[style-name='Title'] => h1.lectern-title:fresh",
  "p[style-name='Subtitle'] => p.lectern-dek:fresh",
  "p[style-name='Author'] => p.lectern-byline:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Caption'] => p.lectern-caption:fresh",
  'u => u',
  'strike => s',
];
/** The page that a Word document is read as. */
const PAGE = 'document';

async function readPart(zip: Zip, name: string): Promise<XmlElement | null> {
  const bytes = await zip.read(name);
  return bytes && readXml(decodeText(bytes, null).text);
}

const lineOf = (root: XmlElement | null, name: string) => normaliseLine(root ? findElements(root, name).map(textOf)[0] ?? '' : '') || null;

async function findDetails(zip: Zip): Promise<FoundDetails> {
  const core = await readPart(zip, 'docProps/core.xml');
  const date = lineOf(core, 'created');
  return { ...nothingFound, title: lineOf(core, 'title'), byline: lineOf(core, 'creator'), published: date && findDate(date), language: lineOf(core, 'language') };
}

/** The names of the document's own styles, which the page carries as classes. */
const own = { title: 'lectern-title', dek: 'lectern-dek', byline: 'lectern-byline' } as const;

/** The text of the first paragraph in one of those styles, which then is no paragraph of the page any more. */
function takeStyled(page: Page, name: string): string | null {
  const [element] = page.querySelectorAll(`.${name}`);
  const line = normaliseLine(element?.textContent ?? '');
  if (element) element.setAttribute('hidden', '');
  return line || null;
}

/** The blocks of the page that mammoth makes, and what of the details stands in it. */
function readPage(page: Page) {
  const images = makeImageKeeper();
  images.keep(page);
  // The arrows with which mammoth leads back from a footnote are not the document's.
  for (const link of page.querySelectorAll('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]')) link.setAttribute('hidden', '');
  const wanted = [...page.querySelectorAll('a[href]')].flatMap((link) => {
    const address = link.getAttribute?.('href') ?? '';
    return address.startsWith('#') ? [{ path: PAGE, id: address.slice(1) }] : [];
  });
  const references = makePageReferences(wanted);
  references.markTargets(page, PAGE);
  const styled = { title: takeStyled(page, own.title), dek: takeStyled(page, own.dek), byline: takeStyled(page, own.byline) };
  const resolve = (address: string) => (address.startsWith('#') ? references.addressOf(PAGE, address.slice(1)) : /^(?:https?|mailto):/i.test(address) ? address : null);
  const front: readonly Block[] = [
    ...(styled.title === null ? [] : [{ kind: 'title', leaf: draftLeaf(styled.title) } as const]),
    ...(styled.dek === null ? [] : [{ kind: 'dek', leaf: draftLeaf(styled.dek) } as const]),
    ...(styled.byline === null ? [] : [{ kind: 'byline', leaf: draftLeaf(styled.byline) } as const]),
  ];
  const { blocks } = references.settle([...front, ...blocksFromHtmlTree(page.body, resolve)]);
  return { styled, blocks, assets: images.usedBy(blocks) };
}

/** The page that mammoth makes of a document; null for one that it can't read or that goes over the limits of a page. */
async function convert(bytes: Uint8Array): Promise<Page | null> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false }).catch((error: unknown) => {
    // What mammoth throws for parts that are missing or broken has no class of its own.
    if (error instanceof Error) return { value: null };
    throw error;
  });
  const built = value === null ? null : buildPage(`<!doctype html><html><body>${value}</body></html>`);
  return built && 'page' in built ? built.page : null;
}

/** Reads every part once, so that none of them is other than the archive says when mammoth unpacks it. */
async function checkParts(zip: Zip): Promise<void> {
  for (const name of zip.names) await zip.read(name);
}

/** Reads a Word document: text, lists, tables, images and footnotes; comments and marked text become highlights. */
export function readDocx(source: Source): Promise<Result<FoundArticle>> {
  return withZip(source, async (zip) => {
    await checkParts(zip);
    const document = await readPart(zip, 'word/document.xml');
    const page = document && (await convert(source.bytes));
    if (!page) return fail({ code: 'file-damaged', name: source.name });
    const { styled, blocks, assets } = readPage(page);
    const details = await findDetails(zip);
    const found: FoundDetails = { ...details, title: styled.title ?? details.title, dek: styled.dek, byline: styled.byline ?? details.byline };
    return succeed({ found, blocks, assets, highlights: readWordMarks(document, await readPart(zip, 'word/comments.xml')) });
  });
}
