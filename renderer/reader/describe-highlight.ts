import { type ColourLegend, shownColour } from '../../core/highlight/colour.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { readerMessages } from '../text/reader-messages.ts';

/** A highlight in a few words, for those who do not see it: colour, tags, and whether it has a note. */
export function describeHighlight(highlight: Highlight, tags: readonly Tag[], legend: ColourLegend): string {
  const names = tags.filter((tag) => highlight.tags.includes(tag.id)).map((tag) => tag.name);
  return [readerMessages.highlightOfColour(shownColour(highlight.colour), legend), ...names, ...(highlight.note.trim() === '' ? [] : [readerMessages.hasNote])].join(', ');
}
