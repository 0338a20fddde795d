import { posix } from 'node:path';
import { normaliseLine } from '../../core/base/text.ts';
import { type FoundDetails, nothingFound } from '../../core/import/found-article.ts';
import { findDate } from '../../core/import/published.ts';
import { decodeText } from './decode-text.ts';
import type { Zip } from './open-zip.ts';
import { elementsOf, findElements, readXml, textOf, type XmlElement } from './read-xml.ts';

/** A chapter's heading in the table of contents: `depth` counts from 0. */
export type TocEntry = { readonly path: string; readonly label: string; readonly depth: number };
/** What an EPUB says of itself. Paths are names in the archive; `spine` has the documents in reading order. */
export type EpubPackage = { readonly found: FoundDetails; readonly spine: readonly string[]; readonly toc: readonly TocEntry[]; readonly cover: string | null; readonly pages: readonly PageEntry[] };
/** A page of the printed book: its label, and the place where it begins. */
export type PageEntry = { readonly label: string; readonly path: string; readonly id: string };

/** These only make fonts hard to copy. */
const FONT_LOCKS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);
const DOCUMENT_TYPES = new Set(['application/xhtml+xml', 'text/html', 'application/x-dtbncx+xml']);

async function readPart(zip: Zip, path: string): Promise<XmlElement | null> {
  const bytes = await zip.read(path);
  return bytes && readXml(decodeText(bytes, null).text);
}

/** The path in an archive that an address in one of its documents leads to; null for one that leads out of it. The place inside the document is cut off. */
export function pathFrom(base: string, address: string): string | null {
  const [path = ''] = address.split('#');
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('/')) return null;
  try {
    const joined = path === '' ? base : posix.normalize(posix.join(posix.dirname(base), decodeURIComponent(path)));
    return joined.startsWith('..') ? null : joined;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** True for a book whose text is locked, and not only its fonts. */
export async function isLocked(zip: Zip): Promise<boolean> {
  const encryption = await readPart(zip, 'META-INF/encryption.xml');
  const methods = encryption ? findElements(encryption, 'EncryptedData').flatMap((each) => findElements(each, 'EncryptionMethod')) : [];
  return zip.names.includes('META-INF/rights.xml') || methods.some(({ attributes }) => !FONT_LOCKS.has(attributes['Algorithm'] ?? ''));
}

const lineOf = (element: XmlElement | undefined) => normaliseLine(element ? textOf(element) : '') || null;

function findDetails(metadata: readonly XmlElement[]): FoundDetails {
  const named = (name: string) => metadata.filter((each) => each.name === name);
  const authors = named('creator').filter(({ attributes }) => ['aut', undefined].includes(attributes['opf:role'])).map(lineOf).filter((name) => name !== null);
  const dates = named('date');
  const published = dates.find(({ attributes }) => attributes['opf:event'] === 'publication') ?? dates[0];
  const [address] = [...named('source'), ...named('identifier')].map(lineOf).filter((line) => /^https?:\/\/\S+$/i.test(line ?? ''));
  // A year alone is a date too; an hour that no year goes with is none.
  const date = lineOf(published) ?? '';
  return {
    ...nothingFound, title: lineOf(named('title')[0]), byline: authors.join(', ') || null, source: lineOf(named('publisher')[0]), url: address ?? null,
    published: /^\d{4}$/.test(date) ? date : findDate(date), language: lineOf(named('language')[0]),
  };
}

type Item = { readonly path: string; readonly type: string; readonly properties: readonly string[] };

function readManifest(opf: XmlElement, opfPath: string): ReadonlyMap<string, Item> {
  return new Map(findElements(opf, 'item').flatMap(({ attributes }) => {
    const path = pathFrom(opfPath, attributes['href'] ?? '');
    return path === null ? [] : [[attributes['id'] ?? '', { path, type: attributes['media-type'] ?? '', properties: (attributes['properties'] ?? '').split(/\s+/) }] as const];
  }));
}

/** The table of contents of EPUB 3, nested lists of links. */
function readNav(element: XmlElement, base: string, depth: number): readonly TocEntry[] {
  return elementsOf(element).flatMap((child): readonly TocEntry[] => {
    const path = child.name === 'a' ? pathFrom(base, child.attributes['href'] ?? '') : null;
    const label = lineOf(child);
    if (child.name === 'a') return path !== null && label !== null ? [{ path, label, depth }] : [];
    return readNav(child, base, child.name === 'ol' ? depth + 1 : depth);
  });
}

/** The table of contents of EPUB 2: points with a label, a place and points inside. */
function readPoints(element: XmlElement, base: string, depth: number): readonly TocEntry[] {
  return elementsOf(element).filter(({ name }) => name === 'navPoint' || name === 'navMap').flatMap((point): readonly TocEntry[] => {
    const [label] = elementsOf(point).filter(({ name }) => name === 'navLabel');
    const [content] = elementsOf(point).filter(({ name }) => name === 'content');
    const path = content ? pathFrom(base, content.attributes['src'] ?? '') : null;
    const text = lineOf(label);
    const own = path !== null && text !== null ? [{ path, label: text, depth }] : [];
    return [...own, ...readPoints(point, base, point.name === 'navMap' ? depth : depth + 1)];
  });
}

function readPageEntry(label: string | null, address: string, base: string): readonly PageEntry[] {
  const path = pathFrom(base, address);
  return label === null || path === null || !address.includes('#') ? [] : [{ label: label.slice(0, 32), path, id: address.slice(address.indexOf('#') + 1) }];
}

type Contents = Pick<EpubPackage, 'toc' | 'pages'>;

async function readContents(zip: Zip, manifest: ReadonlyMap<string, Item>): Promise<Contents> {
  const items = [...manifest.values()];
  const nav = items.find(({ properties }) => properties.includes('nav'));
  const navs = (nav ? await readPart(zip, nav.path).then((root) => root && findElements(root, 'nav')) : null) ?? [];
  const navNamed = (name: string, usual: string) => navs.find(({ attributes }) => (attributes['epub:type'] ?? usual).split(' ').includes(name));
  const [toc, list] = [navNamed('toc', 'toc'), navNamed('page-list', '')];
  const pages = nav && list ? findElements(list, 'a').flatMap((link) => readPageEntry(lineOf(link), link.attributes['href'] ?? '', nav.path)) : [];
  if (nav && toc) return { toc: readNav(toc, nav.path, -1), pages };
  const ncx = items.find(({ type }) => type === 'application/x-dtbncx+xml');
  const root = ncx && (await readPart(zip, ncx.path));
  if (!ncx || !root) return { toc: [], pages };
  const targets = findElements(root, 'pageTarget').flatMap((target) => {
    const [label, content] = [findElements(target, 'text')[0], findElements(target, 'content')[0]];
    return readPageEntry(lineOf(label), content?.attributes['src'] ?? '', ncx.path);
  });
  return { toc: readPoints(root, ncx.path, 0), pages: targets };
}

/** Reads what an EPUB, 2 or 3, says of itself; null for an archive that is none. */
export async function readPackage(zip: Zip): Promise<EpubPackage | null> {
  const container = await readPart(zip, 'META-INF/container.xml');
  const [rootfile] = container ? findElements(container, 'rootfile') : [];
  const opfPath = rootfile ? pathFrom('', rootfile.attributes['full-path'] ?? '') : null;
  const opf = opfPath === null ? null : await readPart(zip, opfPath);
  if (!opf || opfPath === null) return null;
  const manifest = readManifest(opf, opfPath);
  const spine = findElements(opf, 'itemref').filter(({ attributes }) => attributes['linear'] !== 'no').flatMap(({ attributes }) => {
    const item = manifest.get(attributes['idref'] ?? '');
    return item && DOCUMENT_TYPES.has(item.type) && !item.properties.includes('nav') ? [item.path] : [];
  });
  const [metadata] = findElements(opf, 'metadata');
  const covers = metadata ? findElements(metadata, 'meta').filter(({ attributes }) => attributes['name'] === 'cover').map(({ attributes }) => attributes['content'] ?? '') : [];
  const cover = [...manifest.values()].find(({ properties }) => properties.includes('cover-image')) ?? manifest.get(covers[0] ?? '');
  return { found: findDetails(metadata ? elementsOf(metadata) : []), spine: [...new Set(spine)], cover: cover?.path ?? null, ...(await readContents(zip, manifest)) };
}
