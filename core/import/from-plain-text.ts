import type { Block, Leaf } from '../article/blocks.ts';
import { arrangeText } from './arrange-text.ts';
import { findByline } from './byline.ts';
import { type FoundArticle, nothingFound } from './found-article.ts';
import { draftLeaf, numberLeaves } from './number-leaves.ts';
import { findDateline } from './published.ts';
import type { Part } from './text-parts.ts';
import { splitLabel } from './title.ts';

const leafOrNull = (text: string): Leaf | null => (text === '' ? null : draftLeaf(text));

function toBlock(part: Part): Block {
  switch (part.kind) {
    case 'figure':
      return { kind: 'figure', images: [], caption: leafOrNull(part.caption), credit: leafOrNull(part.credit), copies: part.copies };
    case 'aside':
      return { kind: 'aside', id: '', reason: part.reason, blocks: [{ kind: 'paragraph', leaf: draftLeaf(part.text) }] };
    case 'heading':
      return { kind: 'heading', level: 2, leaf: draftLeaf(part.text) };
    case 'text':
      return { kind: 'paragraph', leaf: draftLeaf(part.text) };
    default:
      return { kind: part.kind, leaf: draftLeaf(part.text) };
  }
}

/** Reads a text as it was copied from a page of news: title, dek, byline, date, captions, boilerplate and body, by fixed rules. */
export function fromPlainText(text: string): FoundArticle {
  const parts = arrangeText(text);
  const title = parts.find((part) => part.kind === 'title');
  const dek = parts.find((part) => part.kind === 'dek');
  const bylines = parts.filter((part) => part.kind === 'byline').map((part) => part.text);
  const dates = parts.filter((part) => part.kind === 'dateline' || part.kind === 'byline').map((part) => findDateline(part.text) ?? findDateline(part.text.split(/\s+[|·•]\s+/).at(-1) ?? ''));
  const found = {
    ...nothingFound, ...(title && splitLabel(title.text)), dek: dek?.text ?? null,
    byline: bylines.map(findByline).filter((names) => names !== null).join(', ') || null,
    published: dates.find((date) => date !== null) ?? null,
  };
  return { found, blocks: numberLeaves(parts.map(toBlock)) };
}
