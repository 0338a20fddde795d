import type { HighlightId, TagId } from '../../core/base/ids.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { compareNames } from '../../core/base/language.ts';

/** Notes under one tag, in reading order; without a tag where none of the codebook's is on them. */
export type NoteGroup = { readonly tag: Tag | null; readonly notes: readonly PlacedHighlight[] };

const keys = new WeakMap<Highlight, Map<string, string>>();

/** A card's key: its highlight may stand under several tags, each time as another card. The same string each time, which a map finds sooner than one just put together. */
export function cardKey({ tag }: NoteGroup, { highlight }: PlacedHighlight): string {
  const byTag = keys.get(highlight) ?? new Map<string, string>();
  keys.set(highlight, byTag);
  const tagId = tag?.id ?? '';
  const key = byTag.get(tagId) ?? `${tagId}/${highlight.id}`;
  byTag.set(tagId, key);
  return key;
}

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
  const own = currentId === null ? [] : groups.flatMap((group) => group.notes.filter(({ highlight }) => highlight.id === currentId).map((note) => cardKey(group, note)));
  const [first] = groups;
  const [note] = first?.notes ?? [];
  return own.find((key) => key === usedKey) ?? own[0] ?? (first && note ? cardKey(first, note) : null);
}
