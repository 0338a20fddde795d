import type { HighlightId } from '../../core/base/ids.ts';
import { searchColumns } from '../../core/search/query.ts';
import type { SearchedText } from '../../core/search/searched-article.ts';

/** A text as it is kept for snippets: its column, and what it says, or from where to where it stands in the article's text; then its highlight. */
type Kept = readonly [column: number, text: string, start: number, end: number, highlightId: HighlightId | null];

/** The texts of an article as they are kept for snippets. Quotes stand in the text as a rule, and are not kept twice. */
export function packTexts(texts: readonly SearchedText[]): string {
  const whole = texts.find(({ column }) => column === 'text')?.text ?? '';
  return JSON.stringify(texts.map(({ column, text, highlightId = null }): Kept => {
    const start = column === 'quotes' ? whole.indexOf(text) : -1;
    return start < 0 ? [searchColumns.indexOf(column), text, 0, 0, highlightId] : [searchColumns.indexOf(column), '', start, start + text.length, highlightId];
  }));
}

function isKept(value: unknown): value is Kept {
  if (!Array.isArray(value)) return false;
  const [column, text, start, end, highlightId]: readonly unknown[] = value;
  return typeof column === 'number' && column in searchColumns && typeof text === 'string' && typeof start === 'number' && typeof end === 'number' && (highlightId === null || typeof highlightId === 'string');
}

function parsePacked(packed: string): unknown {
  try {
    return JSON.parse(packed);
  } catch {
    return null;
  }
}

/** The texts that were packed; null for what can't have been. */
export function unpackTexts(packed: string): readonly SearchedText[] | null {
  const kept = parsePacked(packed);
  if (!Array.isArray(kept) || !kept.every(isKept)) return null;
  const whole = kept.find(([column]) => searchColumns[column] === 'text')?.[1] ?? '';
  return kept.map(([column, text, start, end, highlightId]) => ({ column: searchColumns[column] ?? 'text', text: end > start ? whole.slice(start, end) : text, ...(highlightId === null ? {} : { highlightId }) }));
}
