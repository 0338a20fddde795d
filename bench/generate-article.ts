import { type Article, createArticle } from '../core/article/article.ts';
import { type Block, type Content, createContent } from '../core/article/blocks.ts';
import { projectContent } from '../core/article/projection.ts';
import { createArticleId, createHighlightId, type TagId } from '../core/base/ids.ts';
import { describeAnchor } from '../core/highlight/anchor.ts';
import { colours } from '../core/highlight/colour.ts';
import { createHighlight, type Highlight } from '../core/highlight/highlight.ts';
import { makeParagraphs, type PickWord } from './generate-text.ts';
import type { Random } from './random.ts';

const START_MS = Date.UTC(2026, 0, 1);
const PARAGRAPHS_A_HEADING = 12;

/** The time of the n-th thing that is generated, a second apart. */
export const timeOf = (index: number): string => new Date(START_MS + index * 1000).toISOString();

/** The blocks of an article of that many words: a title, then paragraphs with a heading now and then. */
export function generateContent(random: Random, words: number, pick?: PickWord): Content {
  const leaf = (index: number, text: string) => ({ id: `l${index}`, text, marks: [] });
  const blocks = makeParagraphs(random, words, pick).flatMap((text, index): Block[] => {
    const paragraph: Block = { kind: 'paragraph', leaf: leaf(2 * index + 1, text) };
    return index % PARAGRAPHS_A_HEADING === 0 ? [{ kind: 'heading', level: 2, leaf: leaf(2 * index, text.split(' ').slice(0, 5).join(' ')) }, paragraph] : [paragraph];
  });
  return createContent([{ kind: 'title', leaf: leaf(2 * blocks.length, 'A generated article') }, ...blocks]);
}

/** Highlights of two to forty words, spread over the text; some overlap, and half carry a note and tags. */
export function generateHighlights(random: Random, content: Content, { count, tags }: { count: number; tags: readonly TagId[] }): readonly Highlight[] {
  const { text } = projectContent(content);
  return Array.from({ length: count }, (_, index) => {
    const start = random.between(0, Math.max(0, text.length - 300));
    const anchor = describeAnchor(text, { start, end: Math.min(text.length, start + random.between(12, 260)) });
    const note = random.next() < 0.5 ? makeParagraphs(random, 20).join('\n\n') : '';
    const tagged = tags.filter(() => random.next() < 1 / (tags.length + 1));
    return createHighlight({ anchor, colour: random.pick(colours), note, tags: tagged }, { id: createHighlightId(START_MS + index, random.bytes(10)), now: timeOf(index) });
  });
}

/** The document of a generated article, without highlights; `content` is the hash of its content. */
export function generateArticle(random: Random, index: number, { content, wordCount }: { content: string; wordCount: number }): Article {
  const original = { sha256: content, extension: 'txt', bytes: wordCount * 6, name: `generated-${index}.txt`, mediaType: 'text/plain', encoding: 'utf-8' };
  const details = {
    title: `Generated article ${index}`, label: null, dek: null, byline: random.pick(['Ada Marsh', 'Ben Ito', 'Chidi Okafor']), source: random.pick(['The Courier', 'Harbour Times']),
    url: `https://courier.example/2026/${index}/generated-article`, published: '2026-03-14', language: 'en', direction: 'ltr' as const,
  };
  return createArticle({ ...details, wordCount, content, original }, { id: createArticleId(START_MS + index, random.bytes(10)), now: timeOf(index) });
}
