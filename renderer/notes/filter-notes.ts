import { assertNever } from '../../core/base/never.ts';
import type { HighlightId, TagId } from '../../core/base/ids.ts';
import { foldText } from '../../core/base/text.ts';
import { type Colour, shownColour } from '../../core/highlight/colour.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Tag } from '../../core/tag/tag.ts';

/** Which notes are shown. Within tags and within colours any of those chosen will do; all else must hold at once. */
export type NoteFilter = {
  /** Words that quote, note or tags must have, each of them. */
  readonly text: string;
  readonly tags: ReadonlySet<TagId>;
  readonly colours: ReadonlySet<Colour>;
  readonly note: 'any' | 'with' | 'without';
};

export const noFilter: NoteFilter = { text: '', tags: new Set(), colours: new Set(), note: 'any' };

export const isFiltering = ({ text, tags, colours, note }: NoteFilter): boolean => text.trim() !== '' || tags.size > 0 || colours.size > 0 || note !== 'any';

function hasNoteAs(note: string, wanted: NoteFilter['note']): boolean {
  switch (wanted) {
    case 'any': return true;
    case 'with': return note.trim() !== '';
    case 'without': return note.trim() === '';
    default: return assertNever(wanted);
  }
}

/** The notes that a filter lets through, in the order they came, and those that are being written, whatever they say by now. */
export function filterNotes(notes: readonly PlacedHighlight[], filter: NoteFilter, { tags, written }: { readonly tags: readonly Tag[]; readonly written: readonly (HighlightId | 'summary' | null)[] }): readonly PlacedHighlight[] {
  if (!isFiltering(filter)) return notes;
  const words = foldText(filter.text).split(/\s+/).filter((word) => word !== '');
  const names = new Map(tags.map((tag) => [tag.id, tag.name]));
  return notes.filter(({ highlight }) => {
    if (written.includes(highlight.id)) return true;
    if (filter.colours.size > 0 && !filter.colours.has(shownColour(highlight.colour))) return false;
    if (filter.tags.size > 0 && !highlight.tags.some((id) => filter.tags.has(id))) return false;
    if (!hasNoteAs(highlight.note, filter.note)) return false;
    if (words.length === 0) return true;
    const text = foldText([highlight.anchor.exact, highlight.note, ...highlight.tags.map((id) => names.get(id) ?? '')].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
