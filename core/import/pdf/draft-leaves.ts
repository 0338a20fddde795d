import { isSafeLink, type Leaf, type Mark } from '../../article/blocks.ts';
import { type JoinedLine, joinLines, type Words } from './join-lines.ts';
import type { Line } from './line.ts';
import type { PdfLink } from './pdf-file.ts';
import { underBox } from './under-box.ts';

/** A leaf with where each of its lines stands in its text. Its id is its own until leaves are numbered. */
export type DraftLeaf = { readonly leaf: Leaf; readonly lines: readonly JoinedLine[] };

/** The offset in the leaf's text of an offset in a line's. */
export function offsetInLeaf({ start, skipped, line }: JoinedLine, offset: number): number {
  const inside = Math.min(Math.max(0, offset - skipped), line.text.trim().length);
  return start + inside;
}

function linkMarks(lines: readonly JoinedLine[], links: readonly (readonly PdfLink[])[]): readonly Mark[] {
  return lines.flatMap((joined) => (links[joined.line.page] ?? []).filter(({ href }) => isSafeLink(href)).flatMap((link): readonly Mark[] => {
    const range = underBox(joined.line, link);
    return range ? [{ kind: 'link', href: link.href, start: offsetInLeaf(joined, range.start), end: offsetInLeaf(joined, range.end) }] : [];
  }));
}

/** A leaf of some lines, with what is raised and what links. `noteIds` are the ids of the leaves of footnotes, by label and page. */
export function draftLeafOf(id: string, lines: readonly Line[], { words, links, noteIds }: { words: Words; links: readonly (readonly PdfLink[])[]; noteIds: ReadonlyMap<string, string> }): DraftLeaf {
  const joined = joinLines(lines, words);
  const raised = joined.lines.flatMap((each) => each.line.raised.map(({ start, end }) => ({ page: each.line.page, start: offsetInLeaf(each, start), end: offsetInLeaf(each, end) })));
  const raisedMarks = raised.flatMap(({ page, start, end }): readonly Mark[] => {
    const label = joined.text.slice(start, end).replace(/[[\]().\s]/g, '');
    const target = noteIds.get(`${page} ${label}`);
    const superscript: Mark = { kind: 'superscript', start, end };
    return target !== undefined && target !== id ? [superscript, { kind: 'reference', start, end, leaf: target }] : [superscript];
  });
  const marks = [...raisedMarks, ...linkMarks(joined.lines, links)].filter(({ start, end }) => start < end && end <= joined.text.length);
  return { leaf: { id, text: joined.text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }, lines: joined.lines };
}
