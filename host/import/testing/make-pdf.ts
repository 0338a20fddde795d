/** A piece of text on a page: its place in points from the bottom left, in Helvetica. */
export type PdfText = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };
export type PdfParts = {
  readonly pages: readonly { readonly texts: readonly PdfText[]; readonly annotations?: readonly string[] }[];
  /** Entries of the catalog, the information dictionary and the trailer, as PDF writes them. */
  readonly catalog?: string;
  readonly info?: string;
  readonly trailer?: string;
  /** Further objects, numbered from 1000 on. */
  readonly objects?: readonly string[];
};

const FIRST_PAGE = 10;
const STEP = 10;
const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** The object number of a page, for outlines and links. */
export const pageObject = (index: number) => FIRST_PAGE + index * STEP;

/** Makes a PDF of A4 pages as plain as it gets: one font, no compression. */
export function makePdf({ pages, catalog = '', info = '', trailer = '', objects = [] }: PdfParts): Uint8Array {
  const parts = new Map<number, string>();
  parts.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  parts.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageObject(index)} 0 R`).join(' ')}] >>`);
  parts.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  parts.set(4, `<< ${info} >>`);
  pages.forEach(({ texts, annotations = [] }, index) => {
    const stream = texts.map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`).join('\n');
    parts.set(pageObject(index), `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageObject(index) + 1} 0 R /Annots [${annotations.join(' ')}] >>`);
    parts.set(pageObject(index) + 1, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  objects.forEach((object, index) => parts.set(1000 + index, object));
  let file = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of parts) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...parts.keys()) + 1;
  const entries = Array.from({ length: size }, (_, number) => (offsets.has(number) ? `${String(offsets.get(number)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n')).join('');
  return latin(`${file}xref\n0 ${size}\n${entries}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`);
}

/** Lines under each other from a height down, 14 points apart. */
export const linesFrom = (x: number, y: number, lines: readonly string[], size = 11): readonly PdfText[] => lines.map((text, index) => ({ text, x, y: y - index * 14, size }));

/** A markup annotation over one box. */
export const markup = (subtype: string, [left, bottom, right, top]: readonly [number, number, number, number], more: string) =>
  `<< /Type /Annot /Subtype /${subtype} /Rect [${left} ${bottom} ${right} ${top}] /QuadPoints [${left} ${top} ${right} ${top} ${left} ${bottom} ${right} ${bottom}] ${more} >>`;
