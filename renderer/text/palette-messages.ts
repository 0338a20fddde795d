import type { CommandId } from '../../core/api/commands.ts';
import type { ShortcutRefusal } from '../../core/base/shortcut.ts';
import { type ColourLegend, colours, nameColour } from '../../core/highlight/colour.ts';
import { commandLabels } from '../../core/messages/command-labels.ts';
import type { Lack } from '../commands/can-run.ts';
import type { EntryKind } from '../palette/match-entries.ts';
import { formatCount } from './format.ts';
import * as german from './de/palette-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

/** What a command is called here: a colour with what the user calls it. */
export function commandName(id: CommandId, legend: ColourLegend): string {
  const colour = colours.find((each) => id === `colour-${each}`);
  return colour === undefined ? commandLabels[id] : nameColour(commandLabels[id], legend[colour]);
}

/** What the palette says. */
const paletteEnglish = {
  title: 'Go to anything',
  field: 'Commands, articles, tags, headings',
  results: 'Results',
  kinds: { command: 'Commands', heading: 'Headings of this article', article: 'Articles', tag: 'Tags', collection: 'Collections', search: 'Saved searches' } satisfies Record<EntryKind, string>,
  lacks: {
    'no-article': 'needs an article', 'nothing-selected': 'needs a selection', 'no-highlight': 'needs a highlight', 'table-shown': 'not beside the table',
    'nothing-to-undo': 'nothing to undo', 'nothing-to-redo': 'nothing to redo', 'no-search': 'needs a search',
  } satisfies Record<Lack, string>,
  nothing: 'Nothing has that in its name. Try fewer words, or search the texts with',
  found: (count: number) => formatCount(count, 'result', 'results'),
} as const;
export type PaletteMessages = Said<typeof paletteEnglish>;
export const paletteMessages = spoken<PaletteMessages>({ en: paletteEnglish, de: german.paletteMessages });

const refusals: Readonly<Record<ShortcutRefusal | 'with-alt', (keys: string) => string>> = {
  'not-a-key': (keys) => `${keys} can’t be a shortcut. Press a letter, a digit, a sign or a function key, with Control or Command, Shift, or neither.`,
  'for-fields': (keys) => `${keys} is needed for writing in text fields.`,
  'for-the-system': (keys) => `${keys} belongs to the system or the browser.`,
  'with-alt': () => 'Shortcuts with Alt type letters on some keyboards, so Lectern uses none.',
};

/** What the list of shortcuts says. */
const shortcutEnglish = {
  hint: 'Press a key to change it, then the new one.',
  change: (command: string, keys: string | null) => `${command}: ${keys ?? 'no key'}`,
  none: '–',
  press: 'Press keys…',
  noKey: 'No key',
  reset: 'Usual key',
  resetOf: (command: string) => `Usual key for ${command}`,
  resetAll: 'Reset all…',
  askResetAll: (count: number) => `Give ${formatCount(count, 'changed shortcut its usual key', 'changed shortcuts their usual keys')}?`,
  resetNow: 'Reset all',
  keep: 'Keep mine',
  refusal: (why: keyof typeof refusals, keys: string) => refusals[why](keys),
  taken: (keys: string, command: string) => `${keys} is “${command}” now.`,
  takeOver: 'Take it over',
} as const;
export type ShortcutMessages = Said<typeof shortcutEnglish>;
export const shortcutMessages = spoken<ShortcutMessages>({ en: shortcutEnglish, de: german.shortcutMessages });

/** What the legend of the colours says. */
const legendEnglish = {
  title: 'Names of the colours',
  lead: 'What a colour stands for, such as “disputed”. The name is shown wherever the colour is, and written into exports.',
  open: 'Colours…',
  done: 'Done',
} as const;
export type LegendMessages = Said<typeof legendEnglish>;
export const legendMessages = spoken<LegendMessages>({ en: legendEnglish, de: german.legendMessages });
