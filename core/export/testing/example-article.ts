import { type Article, createArticle } from '../../article/article.ts';
import { type Block, type Content, createContent, type Leaf } from '../../article/blocks.ts';
import { projectContent } from '../../article/projection.ts';
import { createArticleId, createHighlightId, createTagId } from '../../base/ids.ts';
import { describeAnchor } from '../../highlight/anchor.ts';
import { createHighlight, type Highlight } from '../../highlight/highlight.ts';
import type { Codebook } from '../../tag/tag.ts';

const DAY_MS = Date.UTC(2026, 2, 14);
const seeded = (seed: number) => Uint8Array.from({ length: 10 }, (_, index) => (seed * 37 + index * 11) % 256);
const now = new Date(DAY_MS).toISOString();
const leaf = (id: string, text: string): Leaf => ({ id, text, marks: [] });

/** A codebook of those names, in that order. */
export function exampleCodebook(...names: readonly string[]): Codebook {
  return { tags: names.map((name, index) => ({ id: createTagId(DAY_MS + index, seeded(index)), name, colour: 'blue', definition: '', createdAt: now })) };
}

export const codebook = exampleCodebook('alliance', 'freedom of navigation', 'Élysée', '1984');

const blocks: readonly Block[] = [
  { kind: 'title', leaf: leaf('1', 'Straits: who may pass?') },
  { kind: 'dek', leaf: leaf('2', 'A passage that everyone uses belongs to nobody, and is quarrelled over by all.') },
  { kind: 'figure', images: [], caption: leaf('3', 'A frigate under way in the narrows.'), credit: leaf('4', '(credit: A. N. OTHER)'), copies: 1 },
  { kind: 'paragraph', leaf: leaf('5', 'Ships of all states enjoy the right of transit passage. # Not a heading, *nor* emphasis.') },
  { kind: 'heading', level: 2, leaf: leaf('6', 'What the text says') },
  { kind: 'paragraph', leaf: leaf('7', 'Warships give no notice.\nSubmarines may stay under water.') },
  { kind: 'quote', blocks: [{ kind: 'paragraph', leaf: leaf('8', '“We sail where the law allows,” the minister said. It costs $5 a ton, or $6.') }] },
  { kind: 'aside', id: 'a1', reason: 'newsletter', blocks: [{ kind: 'paragraph', leaf: leaf('9', 'Subscribe to our newsletter') }] },
];

export const content: Content = createContent(blocks);

/** A highlight on the first place of a quote in a content; where it has none, an orphan. */
export function exampleHighlight(text: string, quote: string, draft: { seed: number } & Partial<Pick<Highlight, 'tags' | 'note' | 'colour'>>): Highlight {
  const start = text.indexOf(quote);
  const anchor = start === -1 ? { start: 30, end: 30 + quote.length, exact: quote, prefix: '', suffix: '' } : describeAnchor(text, { start, end: start + quote.length });
  return createHighlight({ anchor, colour: draft.colour ?? 'yellow', tags: draft.tags ?? [], note: draft.note ?? '' }, { id: createHighlightId(DAY_MS + draft.seed, seeded(draft.seed)), now });
}

const { text } = projectContent(content);
const [alliance, navigation, palace, year] = codebook.tags.map((tag) => tag.id);
const tagged = (...ids: readonly (Highlight['tags'][number] | undefined)[]) => ids.filter((id) => id !== undefined);

const bare = createArticle(
  {
    title: 'Straits: who may pass?', label: null, dek: 'A passage that everyone uses belongs to nobody, and is quarrelled over by all.', byline: 'By Ann Example, Bo Sample and Cy Pattern', source: 'The Example', url: 'https://example.org/straits?a=1#top',
    published: '2026-03-12T09:30:00+01:00', language: 'no', direction: 'ltr', wordCount: 60, content: 'c'.repeat(64),
    original: { sha256: 'd'.repeat(64), extension: 'txt', bytes: 100, name: 'straits.txt', mediaType: 'text/plain', encoding: 'utf-8' },
  },
  { id: createArticleId(DAY_MS, seeded(99)), now },
);

/** An article with a text, and nothing written about it. */
export const articleWithoutNotes: Article = bare;

/** An article with all that an export has to tell. */
export const articleWithNotes: Article = {
  ...bare,
  summary: 'Transit passage is **not** innocent passage.\n\n- see the convention',
  highlights: [
    exampleHighlight(text, '“We sail where the law allows,” the minister said. It costs $5 a ton, or $6.', { seed: 1, tags: tagged(palace), colour: 'red', note: 'Who pays?\n\n```\nfee = tons * 5' }),
    exampleHighlight(text, 'right of transit passage. # Not a heading, *nor* emphasis.\nWhat the text says\nWarships give no notice.', { seed: 2, tags: tagged(navigation, alliance), colour: 'blue', note: 'The core of it. See [[Convention]] #law' }),
    exampleHighlight(text, 'A frigate under way in the narrows.', { seed: 3 }),
    exampleHighlight(text, 'a sentence that the text has lost', { seed: 4, tags: tagged(alliance), colour: 'green', note: '<!-- check' }),
    exampleHighlight(text, 'Warships give no notice.\nSubmarines may stay under water.', { seed: 5, tags: tagged(year), colour: 'grey' }),
  ],
};
