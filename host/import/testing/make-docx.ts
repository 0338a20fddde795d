import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A run of text, and what its properties say. */
export const run = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs, in a named style. */
export const paragraph = (runs: string, style = '') => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;
/** An image that the document's relation of that id leads to. */
export const picture = (id: string, link: 'embed' | 'link' = 'embed') => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A map"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${link}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

export type DocxParts = { readonly body: string; readonly comments?: string; readonly footnotes?: string; readonly core?: string; readonly relations?: string; readonly files?: Readonly<Record<string, Uint8Array>> };

const styles = ['Title', 'Subtitle', 'Heading1', 'Heading2', 'Quote'].map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(\d)$/, ' $1')}"/></w:style>`).join('');

/** Makes a Word document of the parts that are given, as Word itself lays them out. */
export function makeDocx({ body, comments, footnotes, core, relations = '', files = {} }: DocxParts): Uint8Array {
  const override = (name: string, type: string) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('comments', 'comments')}${override('footnotes', 'footnotes')}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s', 'styles', 'styles.xml')}${comments ? relation('c', 'comments', 'comments.xml') : ''}${footnotes ? relation('f', 'footnotes', 'footnotes.xml') : ''}${relations}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${W}>${styles}</w:styles>`,
    ...(comments ? { 'word/comments.xml': `<?xml version="1.0"?><w:comments ${W}>${comments}</w:comments>` } : {}),
    ...(footnotes ? { 'word/footnotes.xml': `<?xml version="1.0"?><w:footnotes ${W}>${footnotes}</w:footnotes>` } : {}),
    ...(core ? { 'docProps/core.xml': `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>` } : {}),
  };
  return zipSync({ ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), ...files });
}
