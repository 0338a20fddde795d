import type { Status } from '../../core/article/article.ts';
import type { VersionChange } from '../../core/base/version-change.ts';
import { historyWords, versionChangeWords } from '../../core/messages/history-messages.ts';
import { shorten } from '../../core/base/text.ts';
import { type Colour, type ColourLegend, nameColour } from '../../core/highlight/colour.ts';
import { formatCount } from './format.ts';
import { statusNames } from './library-messages.ts';
import { colourNames } from './reader-messages.ts';
import * as german from './de/version-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

const CHANGES_SHOWN = 3;

const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What a version changed, in one line. */
export function versionLine(changes: readonly VersionChange[] | null): string {
  if (changes === null) return capitalise(historyWords.oldest);
  if (changes.length === 0) return capitalise(historyWords.read);
  const told = changes.slice(0, CHANGES_SHOWN).map(versionChangeWords).join('; ');
  const more = changes.length - CHANGES_SHOWN;
  return capitalise(more > 0 ? versionMessages.more(told, more) : told);
}

/** What the dialog of earlier versions says. */
const versionEnglish = {
  title: (title: string) => `Earlier versions of “${shorten(title, 50)}”`,
  list: 'Versions',
  now: 'Now',
  more: (told: string, count: number) => `${told}; and ${formatCount(count, 'change', 'changes')} more`,
  loading: 'Reading the versions…',
  none: 'No earlier version is kept yet. One is kept for each minute in which you change something.',
  chooseOne: 'Choose a version to see what restoring it would change.',
  difference: 'What restoring it would change',
  noDifference: 'Nothing: it is as the article is now.',
  legend: 'Comes back',
  legendGone: 'Goes',
  comesBack: 'comes back: ',
  goes: 'goes: ',
  restore: 'Restore this version',
  restored: (when: string) => `Restored the version of ${when}`,
  summary: 'Summary',
  highlights: 'Highlights',
  details: 'Details',
  empty: 'empty',
  highlightKinds: { added: 'Comes back', removed: 'Goes', changed: 'Changes' },
  colour: (before: Colour, after: Colour, legend: ColourLegend) => `Colour: ${nameColour(colourNames[before].toLowerCase(), legend[before])} to ${nameColour(colourNames[after].toLowerCase(), legend[after])}`,
  tags: 'Tags',
  unknownTag: 'a tag that was removed',
  status: (before: Status, after: Status) => `Moves from ${statusNames[before]} to ${statusNames[after]}.`,
  outOfBin: 'Comes out of the bin.',
  asides: 'What is set aside changes.',
} as const;
export type VersionMessages = Said<typeof versionEnglish>;
export const versionMessages = spoken<VersionMessages>({ en: versionEnglish, de: german.versionMessages });
