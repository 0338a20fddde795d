import { formatCount } from '../format.ts';
import type { WatchMessages } from '../watch-messages.ts';

export const watchMessages: WatchMessages = {
  title: 'Überwachter Ordner',
  lead: 'Was in diesen Ordner gelegt wird, kommt von selbst in die Bibliothek, sobald es vollständig ist: Webseiten, PDF, EPUB, Word und alles andere, was Lectern liest. Die Dateien bleiben, wo sie sind.',
  already: 'Auch was schon dort liegt, kommt hinzu. Ein gelöschter Artikel kommt erst wieder, wenn sich seine Datei ändert.',
  onlyDesktop: 'Ein Ordner lässt sich in der Desktop-App wählen oder mit „lectern serve --watch FOLDER“.',
  folder: 'Ordner',
  none: 'noch keiner',
  notThere: 'Dieser Ordner ist nicht da. Sobald er es ist, macht Lectern weiter.',
  underWay: 'Wird hinzugefügt\u00a0…',
  count: 'Hinzugekommen',
  failed: 'Nicht hinzugekommen',
  chooseFolder: 'Ordner wählen\u00a0…',
  stop: 'Keinen Ordner überwachen',
  cameIn: (count) => `${formatCount(count, 'Artikel', 'Artikel')} aus dem überwachten Ordner hinzugekommen`,
};
