import type { BackupMessages } from '../backup-messages.ts';

export const backupMessages: BackupMessages = {
  title: 'Sicherungen',
  lead: 'Einmal am Tag schreibt Lectern die ganze Bibliothek in eine Datei: jeden Artikel mit Markierungen und Notizen, die Texte und die Originale. Erhalten bleiben die Sicherungen der letzten sieben Tage und der vier Wochen davor.',
  restoring: 'Zurück zu einer Sicherung führt „lectern restore FILE --into DIR“. Der Befehl legt eine Bibliothek neben dieser an; diese wird nicht angerührt.',
  daily: 'Täglich sichern',
  folder: 'Ordner',
  folderHint: 'Liegt er auf einem anderen Datenträger, kostet ein Defekt nur eines von beiden.',
  folderHintBrowser: 'Ein anderer Ordner lässt sich in der Desktop-App wählen.',
  latest: 'Letzte Sicherung',
  none: 'noch keine',
  off: 'Sicherungen sind aus',
  chooseFolder: 'Ordner wählen\u00a0…',
  usualFolder: 'Üblichen Ordner verwenden',
  now: 'Jetzt sichern',
  underWay: 'Sicherung läuft\u00a0…',
  backedUp: (when) => `Gesichert ${when}`,
  failed: 'Sicherung misslungen',
  made: (file) => `Gesichert in ${file}`,
};
