import { shorten } from '../../core/base/text.ts';
import { formatCount, formatNumber } from './format.ts';
import * as german from './de/review-messages.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';

const highlights = (count: number) => formatCount(count, 'highlight', 'highlights');

/** Everything that is said of highlights whose place is to be settled, and of new versions of a text. */
const reviewEnglish = {
  title: 'To review',
  button: (count: number) => `${formatNumber(count)} to review`,
  close: 'Close the review',
  notFound: 'No longer found in the text',
  findAgain: 'Find again',
  wordingChanged: 'The wording under this highlight changed',
  review: 'Review',
  kinds: {
    moved: 'Moved',
    unsure: 'Its place is not certain',
    lost: 'No longer found in the text',
    orphan: 'Kept without a place',
  },
  before: 'Before',
  now: 'Now',
  likeliest: 'Likeliest place',
  nowhere: 'Nothing like it is left in the text.',
  sameWords: 'The same words, in other surroundings.',
  added: 'added: ',
  removed: 'gone: ',
  card: (kind: string, quote: string) => `${kind}: “${quote}”`,
  actions: 'Review',
  accept: 'Accept',
  show: 'Show',
  replace: 'Re-place by hand',
  keep: 'Keep as orphan',
  acceptMoved: (count: number) => `Accept all moved (${formatNumber(count)})`,
  keepLost: (count: number) => `Keep all lost (${formatNumber(count)})`,
  placing: 'Select the right words in the text, then press Enter.',
  placeHere: 'Place here',
  cancel: 'Cancel',
  accepted: (count: number) => `Accepted ${highlights(count)}`,
  kept: (count: number) => `Kept ${highlights(count)} as ${count === 1 ? 'an orphan' : 'orphans'}`,
  nothing: 'No highlight of this article is to be reviewed.',
  versionFromFile: 'New version from a file…',
  versionFromPaste: 'New version from pasted text…',
  versionTitle: (title: string) => `New version of “${shorten(title, 60)}”`,
  versionHint: 'Its text takes the place of the present one, which is kept. Highlights are looked for in it; those that moved are listed for review.',
  versionLabel: 'Paste the new text of the article',
  takeVersion: 'Take as new version',
  sameText: 'That is the text which the article has already, so nothing was changed.',
  versionTaken: (count: number) => (count === 0 ? 'The new version is in; every highlight stands where it stood.' : `The new version is in; ${highlights(count)} to review.`),
} as const;
export type ReviewMessages = Said<typeof reviewEnglish>;
export const reviewMessages = spoken<ReviewMessages>({ en: reviewEnglish, de: german.reviewMessages });
