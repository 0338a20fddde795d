import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { ColumnItem } from './use-card-column.ts';
import { cardKey, type NoteGroup } from './note-groups.ts';

/** What stands in the column of notes: a tag's heading, or a card. `place` is which of the cards it is, from 1. */
export type NoteItem = ColumnItem & ({ readonly kind: 'heading'; readonly group: NoteGroup } | { readonly kind: 'card'; readonly note: PlacedHighlight; readonly place: number });

const HEADING_HEIGHT = 34;
const CARD_HEIGHT = 62;
const LINE_HEIGHT = 21;
const LINE_LENGTH = 44;
const LONGEST_QUOTE = 420;

/** About how high a card will be. */
function estimateCard({ highlight }: PlacedHighlight): number {
  const lines = (length: number) => Math.ceil(length / LINE_LENGTH);
  return CARD_HEIGHT + LINE_HEIGHT * (lines(Math.min(highlight.anchor.exact.length, LONGEST_QUOTE)) + lines(highlight.note.length));
}

/** On which level a card wants to stand; undefined where that is not known yet. */
export type LevelOf = (id: string) => number | undefined;

/** The groups as rows of a column, each with its heading where `hasHeadings`; without levels they stand one below the other. */
export function noteItems(groups: readonly NoteGroup[], hasHeadings: boolean, levelOf: LevelOf | null): readonly NoteItem[] {
  let place = 0;
  let before = 0;
  // A highlight just made has no level until the text is measured: beside the one before it, it pushes no other card away.
  const nextLevel = (id: string): number | null => (levelOf ? (before = levelOf(id) ?? before) : null);
  return groups.flatMap((group): NoteItem[] => [
    ...(hasHeadings ? [{ kind: 'heading' as const, key: `heading ${group.tag?.id ?? ''}`, estimate: HEADING_HEIGHT, level: null, group }] : []),
    ...group.notes.map((note): NoteItem => ({ kind: 'card', key: cardKey(group, note), estimate: estimateCard(note), level: nextLevel(note.highlight.id), note, place: (place += 1) })),
  ]);
}
