import { type Block, createContent, leavesOf } from '../../article/blocks.ts';
import { projectContent } from '../../article/projection.ts';
import type { FoundHighlight } from '../found-article.ts';
import { draftLeaf, numberLeaves } from '../number-leaves.ts';
import type { Reading } from './reading.ts';

/** An article made of what is known of a text: the text itself, or its quotes one under the other. Highlights say where they stand where that is known. */
export type ReadingArticle = { readonly blocks: readonly Block[]; readonly highlights: readonly FoundHighlight[]; readonly isQuotes: boolean };

const titleBlock = (title: string | null): readonly Block[] => (title === null ? [] : [{ kind: 'title', leaf: draftLeaf(title) }]);

function quoteBlock({ quote }: FoundHighlight): Block {
  return { kind: 'quote', blocks: quote.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => ({ kind: 'paragraph', leaf: draftLeaf(line) })) };
}

/** Makes the article of a reading. Without its text it holds the quotes, which find their places when the text comes later as a new version. */
export function articleOfReading({ found, text, highlights }: Reading): ReadingArticle {
  if (text) {
    const hasTitle = text.some(({ kind }) => kind === 'title');
    return { blocks: numberLeaves([...(hasTitle ? [] : titleBlock(found.title)), ...text]), highlights, isQuotes: false };
  }
  const quoted = highlights.filter(({ quote }) => quote.trim() !== '');
  const title = titleBlock(found.title);
  const blocks = numberLeaves([...title, ...quoted.map(quoteBlock)]);
  const { starts } = projectContent(createContent(blocks));
  const placed = quoted.map((highlight, index): FoundHighlight => {
    const leaves = leavesOf(blocks[title.length + index] ?? { kind: 'rule' });
    const quote = leaves.map((leaf) => leaf.text).join('\n');
    return { ...highlight, quote, prefix: '', suffix: '', offset: starts.get(leaves[0]?.id ?? '') ?? null };
  });
  return { blocks, highlights: placed, isQuotes: true };
}
