import type { Range } from '../base/range.ts';
import { type Block, type Content, type Leaf, leavesOf, type Mark } from './blocks.ts';
import { mapLeaves } from './map-leaves.ts';

/** A footnote: the blocks that say it. Its first leaf names it. */
export type Footnote = { readonly leafId: string; readonly blocks: readonly Block[] };

/** What a content says in footnotes: where each is referred to, by leaf, and what it says, by the id of its first leaf. */
export type Footnotes = { readonly references: ReadonlyMap<string, readonly FootnoteReference[]>; readonly notes: ReadonlyMap<string, Footnote> };
export type FootnoteReference = Range & { readonly target: string };

export const noFootnotes: Footnotes = { references: new Map(), notes: new Map() };

/** "1", "[1]", "*", "†": what stands raised where a footnote is meant. */
const RAISED_LABEL = /^\[?(\d{1,3}|[*†‡§¶]{1,3})\]?$/u;
/** Markdown's own: "[^1]", "[^note]". */
const TYPED_LABEL = /\[\^([^\]\s]{1,40})\]/gu;
/** What a paragraph that is a footnote begins with: "[^1]: ", "[1] ", "1. ", "1 ", "* ", "† ". */
const NOTE_START = /^(?:\[\^([^\]\s]{1,40})\]:|\[(\d{1,3})\]\s|(\d{1,3})[.)]?\s|([*†‡§¶]{1,3})\s?)/u;

type Reference = FootnoteReference & { readonly leafId: string; readonly label: string };

function referencesIn(leaf: Leaf): readonly Omit<Reference, 'target'>[] {
  const raised = leaf.marks.flatMap(({ kind, start, end }) => {
    const label = kind === 'superscript' && start > 0 ? RAISED_LABEL.exec(leaf.text.slice(start, end).trim())?.[1] : undefined;
    return label === undefined ? [] : [{ leafId: leaf.id, label, start, end }];
  });
  const typed = [...leaf.text.matchAll(TYPED_LABEL)].flatMap(({ 0: whole, 1: label = '', index }) => {
    const isNote = index === 0 && leaf.text.startsWith(':', whole.length);
    return isNote ? [] : [{ leafId: leaf.id, label: `^${label}`, start: index, end: index + whole.length }];
  });
  return [...raised, ...typed];
}

/** True where labels are met as footnotes are: the numbers count up from 1, so that a square metre is none. */
function countUp(labels: readonly string[]): boolean {
  const numbers = [...new Set(labels)].map(Number);
  return numbers.length > 0 && numbers.every((number, index) => number === index + 1);
}

function labelOf(block: Block): string | null {
  if (block.kind !== 'paragraph') return null;
  const [, typed, bracketed, number, sign] = NOTE_START.exec(block.leaf.text) ?? [];
  const isRaised = block.leaf.marks.some(({ kind, start }) => kind === 'superscript' && start === 0);
  if (typed !== undefined) return `^${typed}`;
  return bracketed ?? (isRaised ? RAISED_LABEL.exec(block.leaf.text.slice(0, superscriptEnd(block.leaf)).trim())?.[1] : undefined) ?? number ?? sign ?? null;
}

const superscriptEnd = ({ marks }: Leaf) => marks.find(({ kind, start }) => kind === 'superscript' && start === 0)?.end ?? 0;

const noteOf = (blocks: readonly Block[]): Footnote | null => {
  const [first] = blocks.flatMap(leavesOf);
  return first ? { leafId: first.id, blocks } : null;
};

/** Blocks with those inside quotes and parts set aside; lists stay whole. */
const unwrapped = (blocks: readonly Block[]): readonly Block[] => blocks.flatMap((block) => (block.kind === 'aside' || block.kind === 'quote' ? unwrapped(block.blocks) : [block]));

/** The notes that stand in a numbered list: the last one that has as many items as there are references. */
function notesInList(blocks: readonly Block[], count: number): ReadonlyMap<string, Footnote> {
  const list = blocks.findLast((block) => block.kind === 'list' && block.ordered && block.start === 1 && block.items.length >= count);
  if (list?.kind !== 'list') return new Map();
  return new Map(list.items.flatMap((item, index) => {
    const note = noteOf(item);
    return note ? [[String(index + 1), note] as const] : [];
  }));
}

/** The notes that are paragraphs after the last reference, each beginning with its label. The last of a label counts. */
function notesInParagraphs(blocks: readonly Block[]): ReadonlyMap<string, Footnote> {
  return new Map(blocks.flatMap((block) => {
    const label = labelOf(block);
    const note = label === null ? null : noteOf([block]);
    return label !== null && note ? [[label, note] as const] : [];
  }));
}

/** The block that holds a leaf, or the item of a list. */
function partWith(blocks: readonly Block[], leafId: string): readonly Block[] | null {
  const holds = (block: Block) => leavesOf(block).some(({ id }) => id === leafId);
  const block = blocks.find(holds);
  return block?.kind === 'list' ? (block.items.find((item) => item.some(holds)) ?? null) : block ? [block] : null;
}

/** The footnotes whose references the source told by their marks; null where it told none. */
function toldFootnotes(blocks: readonly Block[]): Footnotes | null {
  const references = blocks.flatMap(leavesOf).flatMap(({ id, marks }) => marks.flatMap((mark) => (mark.kind === 'reference' ? [{ leafId: id, target: mark.leaf, start: mark.start, end: mark.end }] : [])));
  if (references.length === 0) return null;
  const notes = new Map([...new Set(references.map(({ target }) => target))].flatMap((leafId) => {
    const part = partWith(blocks, leafId);
    return part ? [[leafId, { leafId, blocks: part }] as const] : [];
  }));
  return { references: Map.groupBy(references.filter(({ target }) => notes.has(target)), ({ leafId }) => leafId), notes };
}

/**
 * Finds the footnotes of a content: those whose references it tells, else as importers leave them: raised numbers or signs, or Markdown's "[^1]", in the text, and what
 * they refer to in a numbered list or in paragraphs behind the last of them. What has no such counterpart is no footnote.
 */
export function findFootnotes(content: Content): Footnotes {
  const blocks = unwrapped(content.blocks);
  const told = toldFootnotes(blocks);
  if (told) return told;
  const found = blocks.map((block) => leavesOf(block).flatMap(referencesIn));
  const numbers = found.flat().map(({ label }) => label).filter((label) => /^\d/.test(label));
  const areNumbered = countUp(numbers);
  const wanted = found.map((each) => each.filter(({ label }) => areNumbered || !/^\d/.test(label)));
  const last = wanted.findLastIndex((each) => each.length > 0);
  if (last === -1) return noFootnotes;
  const behind = blocks.slice(last + 1);
  const paragraphs = notesInParagraphs(behind);
  const inList = areNumbered ? notesInList(behind, new Set(numbers).size) : new Map<string, Footnote>();
  const notes = new Map([...paragraphs, ...inList]);
  const references = wanted.flat().flatMap(({ label, ...reference }): readonly Omit<Reference, 'label'>[] => {
    const note = notes.get(label);
    return note ? [{ ...reference, target: note.leafId }] : [];
  });
  return {
    references: Map.groupBy(references, ({ leafId }) => leafId),
    notes: new Map([...notes.values()].map((note) => [note.leafId, note])),
  };
}

/** The address of a place in the article itself. No file can bring one: links of contents are checked. */
export const footnoteAddress = (leafId: string): string => `#${leafId}`;

/** The leaf with a link to the footnote over each reference, in place of a link that the page had there. */
export function withFootnoteLinks(leaf: Leaf, references: readonly FootnoteReference[]): Leaf {
  const isReplaced = (mark: Mark) => mark.kind === 'link' && references.some(({ start, end }) => mark.start < end && mark.end > start);
  const links = references.map(({ start, end, target }): Mark => ({ kind: 'link', start, end, href: footnoteAddress(target) }));
  return { ...leaf, marks: [...leaf.marks.filter((mark) => !isReplaced(mark)), ...links] };
}

/** The content as a reader is shown it, with a link at every reference to a footnote. Text and ids stay as they are. */
export function linkFootnotes(content: Content, { references }: Footnotes): Content {
  if (references.size === 0) return content;
  const link = (leaf: Leaf): Leaf => {
    const own = references.get(leaf.id);
    return own ? withFootnoteLinks(leaf, own) : leaf;
  };
  return { ...content, blocks: mapLeaves(content.blocks, link) };
}
