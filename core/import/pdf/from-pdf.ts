import { type Block, createContent, leavesOf, type PageStart } from '../../article/blocks.ts';
import { mapLeaves } from '../../article/map-leaves.ts';
import { projectContent } from '../../article/projection.ts';
import { type FoundArticle, nothingFound } from '../found-article.ts';
import { draftLeaf, numberLeaves } from '../number-leaves.ts';
import { columnsOf } from './columns.ts';
import { type DraftLeaf, draftLeafOf } from './draft-leaves.ts';
import { givenTitle, type Judged, makeHeadingRules, sameText } from './headings.ts';
import { findWords } from './join-lines.ts';
import { commonSize, type Line, lineOf, rowsOf } from './line.ts';
import { highlightsOf, type PlacedLine } from './markups.ts';
import { takeNotes } from './notes.ts';
import { paragraphsOf, startsWithBullet } from './paragraphs.ts';
import type { PdfFile, PdfPage } from './pdf-file.ts';
import { findRunningLines } from './running-lines.ts';

const BULLET_START = /^\s*\S\s+/;

/** The pages without the heads and feet that run through them, and those lines. */
function withoutRunning(pages: readonly PdfPage[]): { readonly pages: readonly PdfPage[]; readonly running: readonly Line[] } {
  const rows = pages.map(({ items }, page) => rowsOf(items).map((row) => ({ row, line: lineOf(page, row) })));
  const running = findRunningLines(rows.flat().map(({ line }) => line), pages);
  const kept = pages.map((page, index) => ({ ...page, items: (rows[index] ?? []).filter(({ line }) => !running.has(line)).flatMap(({ row }) => row) }));
  return { pages: kept, running: [...running] };
}

/** A block with the draft leaf that it holds. */
type Drafted = DraftLeaf & { readonly block: Block };

/** Paragraphs that begin with a bullet, one after another, are a list. */
function withLists(drafted: readonly Drafted[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { block } of drafted) {
    if (block.kind !== 'paragraph' || !startsWithBullet(block.leaf.text)) {
      blocks.push(block);
      continue;
    }
    const last = blocks.at(-1);
    if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, [block]] };
    else blocks.push({ kind: 'list', ordered: false, start: 1, items: [[block]] });
  }
  return blocks;
}

/** A list's items without the signs that stand before them. */
function withoutBullet(draft: DraftLeaf): DraftLeaf {
  const cut = BULLET_START.exec(draft.leaf.text)?.[0].length ?? 0;
  const moved = (offset: number) => Math.max(0, offset - cut);
  const marks = draft.leaf.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })).filter(({ start, end }) => start < end);
  const lines = draft.lines.map((line, index) => (index === 0 ? { ...line, skipped: line.skipped + cut } : { ...line, start: moved(line.start) }));
  return { leaf: { ...draft.leaf, text: draft.leaf.text.slice(cut), marks }, lines };
}

/** Texts that are no part of the article, each once: heads, feet, and what stands sideways. */
function setAside(running: readonly Line[], pages: readonly PdfPage[]): readonly Block[] {
  const shape = (text: string) => text.replace(/\d+/g, '#').trim();
  const texts = [...running.map(({ text }) => text.trim()), ...pages.flatMap(({ sideways }) => sideways)].filter((text) => /\p{L}{2}/u.test(text));
  const once = [...new Map(texts.map((text) => [shape(text), text])).values()];
  if (once.length === 0) return [];
  return [{ kind: 'aside', id: '', reason: 'repeated', blocks: once.map((text) => ({ kind: 'paragraph', leaf: draftLeaf(text) })) }];
}

/** Numbers the leaves; references follow the leaves that they name. */
function settle(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly idOf: ReadonlyMap<string, string> } {
  const numbered = numberLeaves(blocks);
  const after = numbered.flatMap(leavesOf);
  const idOf = new Map(blocks.flatMap(leavesOf).map(({ id }, index) => [id, after[index]?.id ?? '']));
  return { idOf, blocks: mapLeaves(numbered, (leaf) => ({ ...leaf, marks: leaf.marks.map((mark) => (mark.kind === 'reference' ? { ...mark, leaf: idOf.get(mark.leaf) ?? '' } : mark)) })) };
}

/** The title: that of the file, where somebody gave it one, else the largest words at the top of the first page. */
function findTitle(judged: readonly Judged[], file: PdfFile, bodySize: number): string | null {
  const first = judged.filter(({ paragraph, text }) => paragraph.lines[0]?.page === 0 && paragraph.size > bodySize * 1.12 && /\p{L}/u.test(text));
  const largest = first.reduce<Judged | null>((best, each) => (best && best.paragraph.size >= each.paragraph.size ? best : each), null);
  return givenTitle(file.title) ?? largest?.text ?? null;
}

/** Reads the text of a PDF file, as its pages draw it, into an article: columns, paragraphs, headings, footnotes, and what was marked in it. */
export function fromPdf(file: PdfFile): FoundArticle {
  const { pages, running } = withoutRunning(file.pages);
  const bodySize = commonSize(pages.flatMap(({ items }) => items));
  const { columns, notes } = takeNotes(pages.flatMap(({ items }, page) => columnsOf(page, items)), bodySize);
  const paragraphs = paragraphsOf(columns);
  const context = { words: findWords([...paragraphs, ...notes].map(({ lines }) => lines)), links: pages.map(({ links }) => links), noteIds: new Map(notes.map(({ label, lines }, index) => [`${lines[0]?.page ?? 0} ${label}`, `n${index}`])) };
  const drafts = paragraphs.map(({ lines }, index) => draftLeafOf(`p${index}`, lines, context));
  const judged = drafts.map(({ leaf }, index): Judged => ({ text: leaf.text, paragraph: paragraphs[index] ?? { lines: [], size: 0 } }));
  const rules = makeHeadingRules(judged, { outline: file.outline, bodySize });
  const title = findTitle(judged, file, bodySize);
  const isTitle = ({ text, paragraph }: Judged) => title !== null && paragraph.lines[0]?.page === 0 && sameText(text) === sameText(title);
  const titleIndex = judged.findIndex(isTitle);
  const drafted = judged.map((each, index): Drafted => {
    const draft = drafts[index] ?? { leaf: draftLeaf(''), lines: [] };
    if (index === titleIndex) return { ...draft, block: { kind: 'title', leaf: draft.leaf } };
    const level = rules.levelOf(each);
    if (level !== null) return { ...draft, block: { kind: 'heading', level, leaf: draft.leaf } };
    return { ...(startsWithBullet(draft.leaf.text) ? withoutBullet(draft) : draft), block: { kind: 'paragraph', leaf: draft.leaf } };
  });
  return assemble({ file, pages, running, drafted, noteDrafts: notes.map(({ lines }, index) => draftLeafOf(`n${index}`, lines, context)), title });
}

type Parts = { readonly file: PdfFile; readonly pages: readonly PdfPage[]; readonly running: readonly Line[]; readonly drafted: readonly Drafted[]; readonly noteDrafts: readonly DraftLeaf[]; readonly title: string | null };

/** Puts the parts in order and says where pages begin and marks lie in the text of it all. */
function assemble({ file, pages, running, drafted, noteDrafts, title }: Parts): FoundArticle {
  const texts = new Map(drafted.map((each) => [each.leaf.id, each.leaf]));
  const body = mapLeaves(withLists(drafted), (leaf) => texts.get(leaf.id) ?? leaf);
  const hasTitle = title === null || body.some(({ kind }) => kind === 'title');
  const front: readonly Block[] = hasTitle ? [] : [{ kind: 'title', leaf: draftLeaf(title) }];
  const ends = noteDrafts.map(({ leaf }): Block => ({ kind: 'paragraph', leaf }));
  const { blocks, idOf } = settle([...front, ...body.toSorted((a, b) => Number(b.kind === 'title') - Number(a.kind === 'title')), ...ends, ...setAside(running, file.pages)]);
  const { text, starts } = projectContent(createContent(blocks));
  const placed = [...drafted, ...noteDrafts].flatMap(({ leaf, lines }) => lines.map((joined): PlacedLine => ({ joined, leafStart: starts.get(idOf.get(leaf.id) ?? '') ?? 0 })));
  const linesOf = Map.groupBy(placed, ({ joined }) => joined.line.page);
  const bodyIds = new Set(drafted.map(({ leaf }) => starts.get(idOf.get(leaf.id) ?? '')));
  const pageStarts = pages.flatMap(({ label }, page): readonly PageStart[] => {
    const [first] = (linesOf.get(page) ?? []).filter(({ leafStart }) => bodyIds.has(leafStart)).map(({ joined, leafStart }) => leafStart + joined.start).sort((a, b) => a - b);
    return first === undefined || label === '' ? [] : [{ label, start: first }];
  });
  return {
    found: { ...nothingFound, title, byline: file.author, published: file.created, language: file.language },
    blocks, pages: pageStarts.sort((a, b) => a.start - b.start), highlights: highlightsOf(file.pages, text, linesOf),
  };
}
