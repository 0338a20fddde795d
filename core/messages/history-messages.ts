import { inForce } from '../base/language.ts';
import { assertNever } from '../base/never.ts';
import { shorten } from '../base/text.ts';
import type { VersionChange } from '../base/version-change.ts';
import * as german from './de/history-messages.ts';
import { type Said, spoken } from './spoken.ts';

const quoted = (text: string) => `“${shorten(text.replace(/\s+/g, ' '), 60)}”`;

/** The words for what a version of an article changed. */
export const versionChangeWords = (change: VersionChange): string => inForce({ en: englishWords, de: german.versionChangeWords })(change);

function englishWords(change: VersionChange): string {
  switch (change.kind) {
    case 'highlight-added': return `highlighted ${quoted(change.quote)}`;
    case 'highlight-removed': return `removed the highlight ${quoted(change.quote)}`;
    case 'highlight-moved': return `moved a highlight to ${quoted(change.quote)}`;
    case 'note-added': return `wrote a note on ${quoted(change.quote)}`;
    case 'note-changed': return `changed the note on ${quoted(change.quote)}`;
    case 'note-removed': return `removed the note on ${quoted(change.quote)}`;
    case 'tags-changed': return `changed the tags of ${quoted(change.quote)}`;
    case 'colour-changed': return `changed the colour of ${quoted(change.quote)}`;
    case 'summary-changed': return 'changed the summary';
    case 'binned': return 'put it into the bin';
    case 'taken-out': return 'took it out of the bin';
    case 'asides-changed': return 'changed what is set aside';
    case 'status-changed': return `moved it to ${change.status}`;
    case 'detail-changed': return `changed its ${change.field}`;
    default: return assertNever(change);
  }
}

/** Words of `lectern history` beside facts. */
const historyWordsEnglish = {
  present: 'now',
  read: 'read on, and changed nothing else',
  oldest: 'the earliest that is kept',
  restored: (rev: number, now: number) => `Version ${rev} is the present one again, as version ${now}. What was there before is kept.`,
} as const;
export type HistoryWords = Said<typeof historyWordsEnglish>;
export const historyWords = spoken<HistoryWords>({ en: historyWordsEnglish, de: german.historyWords });
