import type { Article } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { pagesOf } from '../article/pages.ts';
import { type Place, placesOf } from '../article/place.ts';
import { leavesInRange, type Projection, projectContent } from '../article/projection.ts';
import type { HighlightId, TagId } from '../base/ids.ts';
import { foldText } from '../base/text.ts';
import { type Colour, shownColour } from '../highlight/colour.ts';
import { inReadingOrder, type PlacedHighlight } from '../highlight/reading-order.ts';
import type { Codebook } from '../tag/tag.ts';
import { tagSlugs } from './tag-slugs.ts';

/** How exported notes are arranged: as they come in the text, or under the tags they carry. */
export type Arrangement = 'in-order' | 'by-tag';

/** A tag with its slug, which is unique in its codebook. */
export type OutlineTag = { readonly id: TagId; readonly name: string; readonly slug: string };

/** A highlight as an export tells it. An orphan is no longer found in the text, and so has no place. */
export type OutlineEntry = {
  readonly id: HighlightId;
  /** The name of its block in the file, which links may lead to: it stays the same from export to export. */
  readonly blockId: string;
  readonly paragraphs: readonly string[];
  readonly note: string;
  readonly tags: readonly OutlineTag[];
  readonly colour: Colour;
  readonly place: Place | null;
  /** As printed; null where the source had none. */
  readonly pages: string | null;
  readonly isOrphan: boolean;
};

/** Entries under one heading. In those by tag, an entry is told in full once; `repeats` are those told under another tag. */
export type OutlineSection = {
  readonly kind: 'all' | 'tag' | 'untagged';
  readonly tag: OutlineTag | null;
  readonly entries: readonly { readonly entry: OutlineEntry; readonly isRepeat: boolean }[];
};

/** An article's notes, arranged, in no format yet. `tags` are those of its highlights, by name. */
export type NotesOutline = { readonly article: Article; readonly tags: readonly OutlineTag[]; readonly sections: readonly OutlineSection[] };

/** Null content: the text could not be read, and every highlight is an orphan. */
type OutlineSources = { readonly article: Article; readonly content: Content | null; readonly codebook: Codebook };

const BLOCK_ID_LENGTH = 10;

/** The name of a highlight's block in an exported file. */
export const blockIdOf = (id: HighlightId): string => `h-${id.slice(-BLOCK_ID_LENGTH)}`;

function paragraphsOf(projection: Projection, { highlight, range }: PlacedHighlight): readonly string[] {
  const parts = range
    ? leavesInRange(projection, range).map(({ leaf, start }) => leaf.text.slice(Math.max(0, range.start - start), range.end - start))
    : highlight.anchor.exact.split('\n');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function byName(a: OutlineTag, b: OutlineTag): number {
  const [first, second] = [foldText(a.name), foldText(b.name)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function entriesOf({ article, content, codebook }: OutlineSources): readonly OutlineEntry[] {
  const projection = projectContent(content ?? { kind: 'content', format: 1, blocks: [] });
  const places = content ? placesOf(content) : new Map<string, Place>();
  const slugs = tagSlugs(codebook.tags);
  const tags = new Map(codebook.tags.map((tag) => [tag.id, { id: tag.id, name: tag.name, slug: slugs.get(tag.id) ?? '' }]));
  return inReadingOrder(projection.text, article.highlights).map((placed) => {
    const { highlight, range } = placed;
    const leaf = range ? leavesInRange(projection, range)[0]?.leaf : undefined;
    return {
      id: highlight.id,
      blockId: blockIdOf(highlight.id),
      paragraphs: paragraphsOf(projection, placed),
      note: highlight.note,
      tags: highlight.tags.flatMap((id) => tags.get(id) ?? []),
      colour: shownColour(highlight.colour),
      place: (leaf && places.get(leaf.id)) ?? null,
      pages: content && range ? pagesOf(content, range) : null,
      isOrphan: range === null,
    };
  });
}

function sectionsByTag(entries: readonly OutlineEntry[], tags: readonly OutlineTag[]): readonly OutlineSection[] {
  const tagged = tags.map((tag): OutlineSection => ({
    kind: 'tag',
    tag,
    entries: entries.filter((entry) => entry.tags.includes(tag)).map((entry) => ({ entry, isRepeat: entry.tags[0] !== tag })),
  }));
  const untagged = entries.filter((entry) => entry.tags.length === 0).map((entry) => ({ entry, isRepeat: false }));
  return untagged.length > 0 ? [...tagged, { kind: 'untagged', tag: null, entries: untagged }] : tagged;
}

/** Arranges an article's highlights: each is told in full exactly once. */
export function outlineNotes(sources: OutlineSources, arrangement: Arrangement): NotesOutline {
  const entries = entriesOf(sources);
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort(byName);
  const all: OutlineSection = { kind: 'all', tag: null, entries: entries.map((entry) => ({ entry, isRepeat: false })) };
  const sections = arrangement === 'by-tag' && entries.length > 0 ? sectionsByTag(entries, tags) : [all];
  return { article: sources.article, tags, sections };
}
