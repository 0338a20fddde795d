import type { Line } from './line.ts';
import type { PdfPage } from './pdf-file.ts';

/** The part of a page's height at its top and at its foot where running heads and page numbers stand. */
const EDGE = 0.11;
const SHARE_OF_PAGES = 0.4;
const FEWEST_PAGES = 2;
const PAGE_NUMBER = /^(?:(?:page|seite|p\.|s\.)\s*)?[-–—[(|]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—\])|]?(?:\s*(?:\/|of|von|de)\s*\d{1,4})?$/i;

/** A line without what changes from page to page. */
const shapeOf = (line: Line) => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

const isAtEdge = (line: Line, { height }: PdfPage) => line.baseline < height * EDGE || line.baseline > height * (1 - EDGE);

/** The lines that are no part of the text: heads and feet that repeat from page to page, and page numbers. */
export function findRunningLines(lines: readonly Line[], pages: readonly PdfPage[]): ReadonlySet<Line> {
  const atEdge = lines.filter((line) => {
    const page = pages[line.page];
    return page !== undefined && isAtEdge(line, page);
  });
  const pagesOf = new Map<string, Set<number>>();
  for (const line of atEdge) pagesOf.set(shapeOf(line), (pagesOf.get(shapeOf(line)) ?? new Set()).add(line.page));
  const needed = Math.max(FEWEST_PAGES, pages.length * SHARE_OF_PAGES);
  return new Set(atEdge.filter((line) => PAGE_NUMBER.test(line.text.trim()) || (pagesOf.get(shapeOf(line))?.size ?? 0) >= needed));
}
