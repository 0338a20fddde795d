import { shorten } from '../../core/base/text.ts';
import { type Said, spoken } from '../../core/messages/spoken.ts';
import * as german from './de/browser-messages.ts';

const titled = (title: string) => `“${shorten(title, 60)}”`;

/** What the window says of browsers that hand over pages. */
const browserEnglish = {
  title: 'Browsers',
  lead: 'Lectern’s extension saves the page that you see in your browser, also where you are signed in, with one press. It asks nobody but this Lectern, on this computer.',
  steps: ['Open your browser’s page for extensions (in Chrome, Edge and their like: chrome://extensions), turn on the developer mode, choose “Load unpacked”, and choose this folder:', 'Press Lectern’s button in the browser’s toolbar, and give it a code from here:'],
  pair: 'Make a code',
  pairAgain: 'Make another code',
  copy: 'Copy',
  copied: 'Copied the code',
  codeEnds: 'It pairs one browser, within five minutes.',
  paired: 'Paired browsers',
  none: 'No browser is paired yet.',
  pairedAt: (when: string) => `paired ${when}`,
  lastAt: (when: string) => `last page ${when}`,
  forget: 'Forget',
  forgetNamed: (name: string) => `Forget ${name}`,
  handedOver: (title: string, isNewVersion: boolean) => (isNewVersion ? `A new version of ${titled(title)} came from the browser` : `${titled(title)} came from the browser`),
  open: 'Open',
} as const;
export type BrowserMessages = Said<typeof browserEnglish>;
export const browserMessages = spoken<BrowserMessages>({ en: browserEnglish, de: german.browserMessages });
