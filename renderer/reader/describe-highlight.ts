import { type ColourLegend, shownColour } from '../../core/highlight/colour.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { ShownHighlight } from '../../core/highlight/leaf-highlights.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { readerMessages } from '../text/reader-messages.ts';

/** A highlight in a few words, for those who do not see it: colour, tags, and whether it has a note. */
export function describeShown({ colour, tags: ids, hasNote }: Pick<ShownHighlight, 'colour' | 'tags' | 'hasNote'>, tags: readonly Tag[], legend: ColourLegend): string {
  const names = tags.filter((tag) => ids.includes(tag.id)).map((tag) => tag.name);
  return [readerMessages.highlightOfColour(colour, legend), ...names, ...(hasNote ? [readerMessages.hasNote] : [])].join(', ');
}

/** The same of a highlight as it is kept. */
export function describeHighlight(highlight: Highlight, tags: readonly Tag[], legend: ColourLegend): string {
  return describeShown({ colour: shownColour(highlight.colour), tags: highlight.tags, hasNote: highlight.note.trim() !== '' }, tags, legend);
}
