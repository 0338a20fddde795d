import type { Range } from '../base/range.ts';
import type { Content, PageStart } from './blocks.ts';

/** The page that an offset of the projection is on; null before the first, and where there are none. */
function pageAt(pages: readonly PageStart[], offset: number): PageStart | null {
  return pages.findLast(({ start }) => start <= offset) ?? null;
}

/** The page, or the first and the last page, that a range is on, as they are printed: "4", "4–5". Null where the source had no pages. */
export function pagesOf({ pages = [] }: Content, range: Range): string | null {
  const [first, last] = [pageAt(pages, range.start), pageAt(pages, Math.max(range.start, range.end - 1))];
  if (!first || !last) return null;
  return first.label === last.label ? first.label : `${first.label}–${last.label}`;
}
