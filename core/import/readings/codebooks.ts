import { type FoundTag } from './reading.ts';
import { nearestToCss } from '../../highlight/nearest-colour.ts';
import type { Row } from './readwise.ts';

const NAME_COLUMNS = ['tag', 'path', 'name'] as const;

/** True for the table of a codebook, as Taguette writes and reads it. */
export const isCodebookTable = (columns: readonly string[]) => columns.length <= 4 && columns.some((column) => column === 'tag' || column === 'path') && columns.every((column) => ['tag', 'name', 'path', 'description', 'number of highlights', 'number of documents'].includes(column));

/** Taguette's codebook: a row for each tag; parts of a path are parents. */
export function fromTaguetteCodebook(rows: readonly Row[]): readonly FoundTag[] {
  return rows.flatMap((row): readonly FoundTag[] => {
    const column = NAME_COLUMNS.find((each) => row[each]);
    const name = (column && row[column]?.trim()) ?? '';
    return name === '' ? [] : [{ name, definition: row['description'] ?? '', colour: null, parent: null }];
  });
}

/** As much of a codebook's XML as is read. */
export type CodeElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (CodeElement | string)[] };

const elementsOf = ({ children }: CodeElement) => children.filter((child): child is CodeElement => typeof child !== 'string');
const wordsOf = (element: CodeElement): string => element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('').trim();

function codesIn(element: CodeElement, parent: string | null): readonly FoundTag[] {
  return elementsOf(element).flatMap((child): readonly FoundTag[] => {
    const name = child.name === 'Code' ? (child.attributes['name'] ?? '').trim() : '';
    if (name === '') return codesIn(child, parent);
    const definition = elementsOf(child).find((each) => each.name === 'Description');
    return [{ name, definition: definition ? wordsOf(definition) : '', colour: nearestToCss(child.attributes['color'] ?? ''), parent }, ...codesIn(child, name)];
  });
}

/** A REFI-QDA codebook (.qdc), as NVivo, ATLAS.ti and MAXQDA exchange it; null for what is none. */
export function fromRefiCodebook(root: CodeElement): readonly FoundTag[] | null {
  if (root.name !== 'CodeBook' && root.name !== 'Project') return null;
  return codesIn(root, null);
}
