import { strToU8, type Zippable, zipSync } from 'fflate';

type Chapter = { readonly name: string; readonly body: string; readonly linear?: 'no' };
export type EpubParts = {
  readonly chapters: readonly Chapter[];
  readonly metadata?: string;
  /** Items of the manifest and files besides the chapters. */
  readonly items?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly version?: '2.0' | '3.0';
};

const container = '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
const xhtml = (body: string) => `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Chapter</title></head><body>${body}</body></html>`;

/** Makes an EPUB of chapters in its folder OEBPS, as publishers' programs do. */
export function makeEpub({ chapters, metadata = '<dc:title>Two Navies</dc:title>', items = '', files = {}, version = '3.0' }: EpubParts): Uint8Array {
  const manifest = chapters.map(({ name }) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`).join('');
  const spine = chapters.map(({ name, linear }) => `<itemref idref="${name}"${linear ? ` linear="${linear}"` : ''}/>`).join('');
  const opf = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${manifest}${items}</manifest><spine>${spine}</spine></package>`;
  const zip: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0 }], 'META-INF/container.xml': strToU8(container), 'OEBPS/book.opf': strToU8(opf) };
  for (const { name, body } of chapters) zip[`OEBPS/${name}.xhtml`] = strToU8(xhtml(body));
  for (const [name, file] of Object.entries(files)) zip[name] = typeof file === 'string' ? strToU8(file) : file;
  return zipSync(zip);
}
