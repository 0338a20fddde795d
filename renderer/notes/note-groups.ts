import type { HighlightId, TagId } from '../../core/base/ids.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { compareNames } from '../../core/base/language.ts';

/** Notes under one tag, in reading order; without a tag where none of the codebook's is on them. */
export type NoteGroup = { readonly tag: Tag | null; readonly notes: readonly PlacedHighlight[] };

/** A card's key: its highlight may stand under several tags, each time as another card. */
export const cardKey = (group: NoteGroup, note: PlacedHighlight): string => `${group.tag?.id ?? ''}/${note.highlight.id}`;

/** The notes under each tag they carry, tags by name; those without a tag come last. */
export function groupByTag(notes: readonly PlacedHighlight[], tags: readonly Tag[]): readonly NoteGroup[] {
  const byTag = new Map<TagId, PlacedHighlight[]>(tags.map((tag) => [tag.id, []]));
  const untagged: PlacedHighlight[] = [];
  for (const note of notes) {
    const known = note.highlight.tags.filter((id) => byTag.has(id));
    for (const id of known) byTag.get(id)?.push(note);
    if (known.length === 0) untagged.push(note);
  }
  const byName = [...tags].sort((a, b) => compareNames(a.name, b.name));
  const groups: NoteGroup[] = [...byName.map((tag) => ({ tag, notes: byTag.get(tag.id) ?? [] })), { tag: null, notes: untagged }];
  return groups.filter((group) => group.notes.length > 0);
}

/** The card that stands for the current highlight: the one that was used last if it is that highlight's, else its first. Without one, the first card of all. */
export function currentCard(groups: readonly NoteGroup[], currentId: HighlightId | null, usedKey: string | null): string | null {
  const cards = groups.flatMap((group) => group.notes.map((note) => ({ key: cardKey(group, note), id: note.highlight.id })));
  const own = cards.filter((card) => card.id === currentId);
  return (own.find((card) => card.key === usedKey) ?? own[0] ?? cards[0])?.key ?? null;
}
