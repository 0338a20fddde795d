import { shorten } from '../../core/base/text.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';
import * as german from './de/changes-messages.ts';
import { formatCount, formatNumber } from './format.ts';

/** What is said of what changed between two texts of an article. */
const changesEnglish = {
  open: 'Changes between versions…',
  title: (title: string) => `Changes in “${shorten(title, 60)}”`,
  show: 'Changes',
  from: 'From',
  to: 'To',
  now: (when: string) => `Now, imported ${when}`,
  text: (when: string, name: string) => `${when} · ${shorten(name, 40)}`,
  pasted: 'pasted text',
  loading: 'Comparing…',
  only: 'This article has had one text so far. When its address or a file is imported again as a new version, what changed is shown here.',
  same: 'The two texts are the same.',
  region: 'The text with its changes',
  count: (changes: number, added: number, removed: number) => `${formatCount(changes, 'change', 'changes')}: ${formatCount(added, 'word', 'words')} added, ${formatNumber(removed)} gone`,
  position: (place: number, count: number) => `${formatNumber(place)} of ${formatNumber(count)}`,
  previous: 'Previous change',
  next: 'Next change',
  added: 'added: ',
  removed: 'gone: ',
} as const;
export type ChangesMessages = Said<typeof changesEnglish>;
export const changesMessages = spoken<ChangesMessages>({ en: changesEnglish, de: german.changesMessages });
