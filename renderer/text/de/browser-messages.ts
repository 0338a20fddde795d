import { shorten } from '../../../core/base/text.ts';
import type { BrowserMessages } from '../browser-messages.ts';

const titled = (title: string) => `„${shorten(title, 60)}“`;

export const browserMessages: BrowserMessages = {
  title: 'Browser',
  lead: 'Die Erweiterung von Lectern speichert mit einem Druck die Seite, die der Browser gerade zeigt, auch nach einer Anmeldung. Sie fragt niemanden als dieses Lectern auf diesem Rechner.',
  steps: ['Im Browser die Seite der Erweiterungen öffnen (in Chrome, Edge und ihresgleichen: chrome://extensions), den Entwicklermodus einschalten, „Entpackte Erweiterung laden“ und diesen Ordner wählen:', 'In der Leiste des Browsers auf Lectern drücken und einen Code von hier eingeben:'],
  pair: 'Code erzeugen',
  pairAgain: 'Anderen Code erzeugen',
  copy: 'Kopieren',
  copied: 'Code kopiert',
  codeEnds: 'Er verbindet einen Browser, innerhalb von fünf Minuten.',
  paired: 'Verbundene Browser',
  none: 'Noch ist kein Browser verbunden.',
  pairedAt: (when) => `verbunden ${when}`,
  lastAt: (when) => `letzte Seite ${when}`,
  forget: 'Trennen',
  forgetNamed: (name) => `${name} trennen`,
  handedOver: (title, isNewVersion) => (isNewVersion ? `Eine neue Fassung von ${titled(title)} kam aus dem Browser` : `${titled(title)} kam aus dem Browser`),
  open: 'Öffnen',
};
