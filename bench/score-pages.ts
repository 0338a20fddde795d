import { z } from 'zod';
import { type Block, contentSchema, leavesOf } from '../core/article/blocks.ts';
import { foldText, normaliseLine } from '../core/base/text.ts';
import { blocksFromHtmlTree } from '../core/import/from-html-tree.ts';
import { buildPage } from '../host/import/build-page.ts';
import { decodeText } from '../host/import/decode-text.ts';
import { findDeclaredArticle } from '../host/import/json-ld.ts';
import type { CorpusPage, Declared } from './page-corpora.ts';
import { type Score, scoreText } from './score-text.ts';

const details = { title: z.string().nullable(), byline: z.string().nullable(), published: z.string().nullable() };
/** What a reader found on a page: Lectern's blocks, or the markup that another gives. Null: nothing. */
export const foundPageSchema = z.union([z.object({ blocks: contentSchema.shape.blocks, ...details }), z.object({ content: z.string(), ...details })]).nullable();
export type FoundPage = z.infer<typeof foundPageSchema>;

/** Title, dek, byline and date have places of their own, and what was set aside is not the text. */
const APART = new Set<Block['kind']>(['title', 'dek', 'byline', 'dateline', 'aside']);

function pageOf(html: string) {
  const built = buildPage(html);
  if ('over' in built) throw new Error('A page of the corpora is over a limit.');
  return built.page;
}

const blocksOf = (found: NonNullable<FoundPage>): readonly Block[] => ('blocks' in found ? found.blocks : blocksFromHtmlTree(pageOf(`<body>${found.content}</body>`).body, (address) => address));

function textOf(blocks: readonly Block[], apart: ReadonlySet<Block['kind']>): string {
  const lines = blocks.filter((block) => !apart.has(block.kind)).flatMap((block): readonly string[] => {
    if (block.kind === 'quote') return [textOf(block.blocks, apart)];
    return block.kind === 'list' ? block.items.map((item) => textOf(item, apart)) : leavesOf(block).map((leaf) => leaf.text);
  });
  return lines.join('\n');
}

/** How well the text of a page was found. News: by runs of four words, captions counted apart, as its truths have none. Web: by words, with captions. */
export function scorePage(page: CorpusPage, found: FoundPage): Score {
  const blocks = found ? blocksOf(found) : [];
  if (page.corpus === 'news') return scoreText(textOf(blocks, new Set([...APART, 'figure'])), page.truth, 4);
  return scoreText(textOf(blocks, APART), pageOf(`<body>${page.truth}</body>`).body.textContent ?? '', 1);
}

/** What a page says of itself to machines (JSON-LD); null where it does not. */
export function readDeclared(bytes: Uint8Array): Declared | null {
  const said = findDeclaredArticle(pageOf(decodeText(bytes, null).text));
  return said && { title: said.headline, byline: said.byline, published: said.published };
}

const fold = (text: string | null | undefined) => foldText(normaliseLine(text ?? '')).replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
const wordsOf = (text: string) => fold(text).replace(/^by /, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word !== 'and').sort().join(' ');
// The year 1 is what programs write that know no date.
const dayOf = (text: string | null | undefined) => (text ? /^(?!000)\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? null : null);

/** A rule for one detail: what is asked for, null where nothing is, and whether what was found is something else. */
type Rule = { wanted(declared: Declared | null): string | null; of(found: FoundPage, declared: Declared | null): boolean };
const rule = (pick: (from: Declared | NonNullable<FoundPage>) => string | null): Rule => ({
  wanted: (declared) => (declared ? pick(declared) || null : null),
  of: (found, declared) => !found || !declared || pick(found) !== pick(declared),
});

export const isTitleWrong = rule(({ title }) => fold(title));
/** Names in any order, with or without "By". */
export const isNameWrong = rule(({ byline }) => wordsOf(byline ?? ''));
/** The day; hours differ by zones. */
export const isDateWrong = rule(({ published }) => dayOf(published));
