import type { Block, Leaf, Mark } from '../../core/article/blocks.ts';
import { mapLeaves } from '../../core/article/map-leaves.ts';
import { isElement, nameOf } from '../../core/import/html-node.ts';
import { numberLeaves } from '../../core/import/number-leaves.ts';
import type { Page, PageElement } from './build-page.ts';

/** Addresses inside a source while its pages become blocks. None of a source's own leads there. */
const INSIDE = 'https://inside.invalid/';
/** What marks the place of a target in a text: a number between two characters that no text has. */
const TARGET = /\uE8F0(\d+)\uE8F1/g;
/** "1", "[12]", "*", "†", "iv": what stands where a footnote is meant. */
const LABEL = /^[[(]?(?:\d{1,4}|[ivxlc]{1,7}|[a-z]|[*†‡§¶#]{1,4})[\])]?\.?$/iu;
const WRAPPERS = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tr']);
const VOID = new Set(['img', 'br', 'hr', 'input', 'meta', 'link']);
const isInside = (mark: Mark) => mark.kind === 'link' && mark.href.startsWith(INSIDE);

export type PageReferences = {
  /** The address, as a resolver answers it, of an element in one of the source's pages. */
  addressOf(path: string, id: string): string;
  /** Marks where the targets stand that something in the source refers to. `path` is the page's own. */
  markTargets(page: Page, path: string): void;
  /** The blocks of all pages, numbered, with a mark on each label of a footnote that says which leaf begins it; and where places that were wanted stand in them. */
  settle(blocks: readonly Block[]): { readonly blocks: readonly Block[]; placeOf(path: string, id: string): LeafPlace | null };
};

/** An offset in the text of a leaf. */
export type LeafPlace = { readonly leafId: string; readonly offset: number };
type Target = { readonly number: number; readonly offset: number };

/** Takes the marked places of targets out of a leaf, and moves its marks to where their text is now. */
function takeTargets(leaf: Leaf): { readonly leaf: Leaf; readonly targets: readonly Target[] } {
  const found = [...leaf.text.matchAll(TARGET)];
  if (found.length === 0) return { leaf, targets: [] };
  const at = (offset: number) => offset - found.reduce((sum, { 0: whole, index }) => sum + Math.min(whole.length, Math.max(0, offset - index)), 0);
  const text = leaf.text.replaceAll(TARGET, '');
  const led = text.length - text.trimStart().length;
  const marks = leaf.marks.map((mark) => ({ ...mark, start: Math.max(0, at(mark.start) - led), end: at(mark.end) - led })).filter(({ start, end }) => start < end);
  return { leaf: { ...leaf, text: text.trimStart(), marks }, targets: found.map(({ 1: number, index }) => ({ number: Number(number), offset: Math.max(0, at(index) - led) })) };
}

/** Where the text of an element begins: a list has it in its first item, a table in its first cell; null for one that holds none. */
function placeFor(element: PageElement): PageElement | null {
  if (VOID.has(nameOf(element))) return null;
  if (!WRAPPERS.has(nameOf(element))) return element;
  const inside: PageElement | undefined = [...element.children].find(isElement);
  return inside ? placeFor(inside) : null;
}

function withoutEmpty(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'quote') return [{ ...block, blocks: withoutEmpty(block.blocks) }];
    if (block.kind === 'list') return [{ ...block, items: block.items.map(withoutEmpty) }];
    return block.kind === 'paragraph' && block.leaf.text === '' ? [] : [block];
  });
}

const addressOf = (path: string, id: string) => `${INSIDE}${encodeURIComponent(path)}?${encodeURIComponent(id)}`;

/** Keeps track of what refers to what inside a source of one or more pages. `wanted` are the places that are referred to. */
export function makePageReferences(wanted: readonly { readonly path: string; readonly id: string }[]): PageReferences {
  const numbers = new Map([...new Set(wanted.map(({ path, id }) => addressOf(path, id)))].map((address, number) => [address, number]));

  function settle(blocks: readonly Block[]): ReturnType<PageReferences['settle']> {
    // A target that had no text of its own stands before what follows it.
    let waiting: readonly number[] = [];
    const places = new Map<number, LeafPlace>();
    const numbered = numberLeaves(blocks);
    const cleared = mapLeaves(numbered, (leaf) => {
      const taken = takeTargets(leaf);
      if (taken.leaf.text === '') {
        waiting = [...waiting, ...taken.targets.map(({ number }) => number)];
        return taken.leaf;
      }
      for (const number of waiting) places.set(number, { leafId: leaf.id, offset: 0 });
      for (const { number, offset } of taken.targets) places.set(number, { leafId: leaf.id, offset });
      waiting = [];
      return taken.leaf;
    });
    const targets = new Set([...places.values()].map(({ leafId }) => leafId));
    const placeAt = (address: string) => places.get(numbers.get(address) ?? -1) ?? null;
    const settleMark = (leaf: Leaf, mark: Mark): readonly Mark[] => {
      if (mark.kind !== 'link' || !isInside(mark)) return [mark];
      const target = placeAt(mark.href)?.leafId;
      const isLabel = LABEL.test(leaf.text.slice(mark.start, mark.end).trim());
      // At the start of a footnote its label leads back.
      const leadsBack = mark.start === 0 && targets.has(leaf.id);
      return target !== undefined && target !== leaf.id && isLabel && !leadsBack ? [{ kind: 'reference', start: mark.start, end: mark.end, leaf: target }] : [];
    };
    const marked = mapLeaves(cleared, (leaf) => ({ ...leaf, marks: leaf.marks.flatMap((mark) => settleMark(leaf, mark)) }));
    return { blocks: withoutEmpty(marked), placeOf: (path, id) => placeAt(addressOf(path, id)) };
  }

  return {
    addressOf,
    markTargets(page, path) {
      for (const element of page.querySelectorAll('[id], a[name]')) {
        const number = numbers.get(addressOf(path, element.getAttribute?.('id') ?? element.getAttribute?.('name') ?? ''));
        const place = number === undefined ? null : placeFor(element);
        const [first = null] = place?.childNodes ?? [];
        place?.insertBefore(page.createTextNode(`\uE8F0${number}\uE8F1`), first);
      }
    },
    settle,
  };
}
