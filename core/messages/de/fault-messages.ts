import type { BackupFault, DamageReason, Fault, LockHolder, Unsaved } from '../../base/fault.ts';
import type { RecordKind } from '../../base/named-record.ts';
import { assertNever } from '../../base/never.ts';
import { shorten } from '../../base/text.ts';

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0).replace('.', ',')}\u00a0MB`;
const quoted = (text: string) => `„${shorten(text, 80)}“`;
const times = (count: number) => (count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count}-mal`);

type Noun = { readonly aNoun: string; readonly noNoun: string; readonly thisNoun: string };
const records: Record<RecordKind, Noun> = {
  tag: { aNoun: 'ein Schlagwort', noNoun: 'kein Schlagwort', thisNoun: 'Dieses Schlagwort' },
  collection: { aNoun: 'eine Sammlung', noNoun: 'keine Sammlung', thisNoun: 'Diese Sammlung' },
  search: { aNoun: 'eine gespeicherte Suche', noNoun: 'keine gespeicherte Suche', thisNoun: 'Diese gespeicherte Suche' },
};

const holders: Record<LockHolder['door'], string> = { desktop: 'Die App Lectern', serve: '„lectern serve“', command: 'Ein anderer lectern-Befehl' };

const damages: Record<DamageReason, string> = {
  empty: 'sie leer ist',
  'nul-filled': 'sie mit Nullbytes gefüllt ist, wie nach einem Stromausfall',
  'not-json': 'sie kein gültiges JSON ist',
  'too-deep': 'sie zu tief verschachtelt ist',
  'wrong-shape': 'sie nicht so aufgebaut ist, wie ein solches Dokument es sein muss',
  'wrong-hash': 'ihr Text nicht zu ihrer Prüfsumme passt',
  'wrong-id': 'sie die Kennung eines anderen Dokuments trägt',
};

const unreadable = { missing: 'Es gibt keine solche Datei', 'not-a-file': 'Es ist keine gewöhnliche Datei', 'no-permission': 'Dieses Konto darf sie nicht lesen', 'dead-link': 'Es ist eine Verknüpfung mit einer Datei, die nicht da ist', other: 'Der Datenträger gab sie nicht her' } as const;

const holderName = ({ door, pid, host, startedAt }: LockHolder) => `${holders[door]} (Prozess ${pid} auf ${host}, seit ${startedAt})`;

const readOnlys: Record<Extract<Fault, { code: 'library-read-only' }>['reason'], string> = {
  'no-permission': 'Dieses Konto darf nicht in ihren Ordner schreiben. Nichts ging verloren. Das Schreiben in den Ordner erlauben und es erneut versuchen.',
  'read-only-disk': 'Ihr Datenträger nimmt keine Änderungen an. Nichts ging verloren. Den Datenträger beschreibbar machen oder die Bibliothek auf einen anderen kopieren und es erneut versuchen.',
  'opened-to-read': 'Sie wurde nur zum Lesen geöffnet. Nichts ging verloren.',
};

const refusedAddresses = {
  'not-web': 'Sie ist keine Webadresse (http oder https) oder führt zu keiner', private: 'Sie führt auf diesen Rechner oder in sein eigenes Netz', redirects: 'Sie führt immer weiter von einer Adresse zur nächsten',
} as const;

function unreachableSentence({ url, reason, status }: Extract<Fault, { code: 'page-unreachable' }>): string {
  const kept = 'Nichts wurde hinzugefügt. Die Seite im Browser öffnen, speichern und die Datei hierher ziehen.';
  switch (reason) {
    case 'timeout': return `${quoted(url)} antwortete nicht rechtzeitig. ${kept}`;
    case 'no-connection': return `${quoted(url)} war nicht zu erreichen. Nichts wurde hinzugefügt. Adresse und Verbindung prüfen und es erneut versuchen.`;
    case 'broken': return `Was ${quoted(url)} sandte, war fehlerhaft. ${kept}`;
    case 'status': return status === 404 || status === 410 ? `Unter ${quoted(url)} gibt es keine Seite (mehr). Nichts wurde hinzugefügt. Die Adresse prüfen.` : `Der Server von ${quoted(url)} lehnte ab (Status ${status ?? 0}), wie dort, wo man angemeldet sein muss. ${kept}`;
    default: return assertNever(reason);
  }
}

const unsafes = { full: 'Der Datenträger ist voll', 'no-permission': 'Dieses Konto darf dort nicht schreiben', other: 'Der Datenträger nahm sie nicht an' } as const;

function importSentence(fault: Extract<Fault, { name: string }>): string {
  switch (fault.code) {
    case 'format-unsupported': return `${quoted(fault.name)} ist von einer Art, die Lectern noch nicht lesen kann; nichts wurde hinzugefügt. Als Webseite (.html), reinen Text (.txt) Markdown (.md), EPUB, PDF oder Word (.docx) speichern oder den Text einfügen.`;
    case 'file-empty': return `${quoted(fault.name)} ist leer; nichts wurde hinzugefügt. Prüfen, ob die Datei vollständig gespeichert oder heruntergeladen wurde.`;
    case 'file-too-large': return `${quoted(fault.name)} hat ${megabytes(fault.bytes)}; die Grenze liegt bei ${megabytes(fault.limitBytes)}. Nichts wurde hinzugefügt. Die Datei teilen oder nur den benötigten Teil einfügen.`;
    case 'file-binary': return `${quoted(fault.name)} ist trotz des Namens kein Text; nichts wurde hinzugefügt. Im Programm öffnen, das die Datei erzeugt hat, und als Text speichern.`;
    case 'file-unreadable': return `${quoted(fault.name)} konnte nicht gelesen werden. ${unreadable[fault.reason]}. Nichts wurde hinzugefügt; den Namen prüfen und es erneut versuchen.`;
    case 'html-too-deep': return `${quoted(fault.name)} verschachtelt mehr als ${fault.limit} Elemente, wie es keine echte Seite tut, und wurde nicht geöffnet. Den Text im Browser kopieren und einfügen.`;
    case 'import-timeout': return `${quoted(fault.name)} konnte nicht innerhalb von ${fault.seconds} Sekunden gelesen werden; der Versuch wurde abgebrochen. Nichts wurde hinzugefügt. Den Text kopieren und einfügen.`;
    case 'import-failed': return `${quoted(fault.name)} konnte nicht gelesen werden: Das Lesen brach ab. Nichts wurde hinzugefügt, und die Datei ist, wie sie war. Den Text kopieren und einfügen.`;
    case 'article-without-text': return `In ${quoted(fault.name)} fand Lectern keinen Text; nichts wurde hinzugefügt. Den Text in dem Programm kopieren, das ihn zeigt, und einfügen.`;
    case 'file-damaged': return `${quoted(fault.name)} ist beschädigt oder unvollständig; nichts wurde hinzugefügt, und die Datei ist, wie sie war. Erneut herunterladen oder kopieren, oder im Programm öffnen, das sie erzeugt hat, und neu speichern.`;
    case 'file-encrypted': return `${quoted(fault.name)} ist durch ein Kennwort oder einen Kopierschutz gesperrt und kann nicht gelesen werden; nichts wurde hinzugefügt. In dem Programm, das die Datei öffnen darf, ohne Schutz speichern.`;
    case 'file-unpacks-too-large': return `${quoted(fault.name)} würde ausgepackt größer als ${megabytes(fault.limitBytes)}, wie es keine ehrliche Datei dieser Art wird, und wurde nicht geöffnet. Nichts wurde hinzugefügt. Prüfen, woher die Datei stammt.`;
    case 'pages-over-limit': return `${quoted(fault.name)} hat ${fault.pages} Seiten; die Grenze liegt bei ${fault.limit}. Nichts wurde hinzugefügt. Die Datei teilen und die benötigten Teile hinzufügen.`;
    case 'pages-without-text': return `${quoted(fault.name)} hat ${fault.pages === 1 ? 'eine Seite' : `${fault.pages} Seiten`} aus Bildern und keinen Text, wie gescannte Papiere; nichts wurde hinzugefügt. In einem anderen Programm eine Texterkennung (OCR) ausführen und erneut hinzufügen.`;
    case 'tag-in-use': return `Das Schlagwort ${quoted(fault.name)} hängt an ${fault.count === 1 ? 'einer Markierung' : `${fault.count} Markierungen`} und wurde behalten. Zuerst dort entfernen.`;
    case 'name-taken': return `Es gibt schon ${records[fault.record].aNoun} ${quoted(fault.name)}; nichts wurde geändert. Einen anderen Namen wählen.`;
    case 'name-unknown': return `In dieser Bibliothek gibt es ${records[fault.record].noNoun} ${quoted(fault.name)}; nichts wurde getan.`;
    default: return assertNever(fault);
  }
}

function quoteSentence(fault: Extract<Fault, { quote: string }>): string {
  switch (fault.code) {
    case 'quote-missing': return `Der Artikel enthält ${quoted(fault.quote)} nicht; nichts wurde markiert. Die Wörter genau so kopieren, wie sie im Artikel stehen; Groß- und Kleinschreibung zählt.`;
    case 'quote-ambiguous': return `Der Artikel enthält ${quoted(fault.quote)} ${times(fault.count)}; nichts wurde markiert. Mit --occurrence 1 bis ${fault.count} eine Stelle wählen oder mehr Wörter zitieren.`;
    case 'occurrence-missing': return `Der Artikel enthält ${quoted(fault.quote)} ${times(fault.count)}; eine Stelle ${fault.occurrence} gibt es nicht. Nichts wurde markiert. Eine von 1 bis ${fault.count} wählen.`;
    default: return assertNever(fault);
  }
}

const backupReasons: Readonly<Record<BackupFault['reason'], (folder: string) => string>> = {
  'disk-full': (folder) => `Der Datenträger von ${folder} ist voll. Platz schaffen oder einen anderen Ordner für Sicherungen wählen.`,
  'folder-missing': (folder) => `Der Ordner ${folder} ist nicht da. Seinen Datenträger anschließen oder einen anderen Ordner für Sicherungen wählen.`,
  'no-permission': (folder) => `Dieses Konto darf nicht nach ${folder} schreiben. Das erlauben oder einen anderen Ordner für Sicherungen wählen.`,
  'inside-library': (folder) => `${folder} liegt in der Bibliothek selbst, wo eine Sicherung mit ihr verloren geht. Einen Ordner außerhalb wählen.`,
  'not-a-path': (folder) => `${folder} ist kein vollständiger Pfad eines Ordners. Einen anderen Ordner für Sicherungen wählen.`,
  'broken-off': (folder) => `Die Arbeit an der Sicherung in ${folder} brach ab, vielleicht aus Mangel an Speicher. Binnen einer Stunde wird es erneut versucht.`,
  other: (folder) => `${folder} ließ sich nicht beschreiben, oder die Sicherung las sich nicht zurück, wie sie sollte. Den Datenträger prüfen und es erneut versuchen.`,
};

const unsaved: Readonly<Record<Extract<Unsaved, string>, string>> = {
  library: 'Die Bibliothek', codebook: 'Das Schlagwortverzeichnis', collections: 'Die Liste der Sammlungen', searches: 'Die Liste der gespeicherten Suchen', settings: 'Die Datei der Einstellungen', article: 'Der Artikel', text: 'Der Text des Artikels',
  image: 'Ein Bild des Artikels', original: 'Die Originaldatei', change: 'Die Änderung', archive: 'Das Archiv', 'restored-library': 'Die wiederhergestellte Bibliothek', repair: 'Die Reparatur', comparison: 'Der Vergleich', output: 'Die Ausgabe',
};

function unsavedName(what: Unsaved): string {
  if (typeof what === 'string') return unsaved[what];
  return 'file' in what ? quoted(what.file) : `Der Export nach ${quoted(what.exportTo)}`;
}

const saveReasons: Readonly<Record<string, string>> = {
  'library-closed': 'die Bibliothek ist geschlossen', EACCES: 'dieses Konto darf dort nicht schreiben', EPERM: 'dieses Konto darf dort nicht schreiben', EROFS: 'der Datenträger ist schreibgeschützt', ENOSPC: 'der Datenträger ist voll', ENOENT: 'dort kann kein Ordner angelegt werden', ENOTDIR: 'am Platz des Ordners liegt eine Datei', EEXIST: 'am Platz des Ordners liegt eine Datei',
};

/** Faults of a library as a whole, and of its archives. */
function librarySentence(fault: Extract<Fault, { folder: string } | { holder: LockHolder }>): string {
  switch (fault.code) {
    case 'library-locked': return `${holderName(fault.holder)} hat die Bibliothek ${quoted(fault.folder)} geöffnet. Nichts wurde geändert. Dort beenden und es erneut versuchen oder mit --library eine andere Bibliothek wählen.`;
    case 'holder-gone': return `${holderName(fault.holder)} hatte die Bibliothek geöffnet, endete aber vor der Antwort. Was gespeichert war, ist erhalten. Nachsehen, ob die Änderung da ist, und es erneut versuchen.`;
    case 'holder-version': return `${holderName(fault.holder)} hat die Bibliothek geöffnet und ist Version ${fault.theirs}; dieser Befehl ist Version ${fault.ours}. Nichts wurde geändert. Lectern beenden, neu starten und den Befehl wiederholen.`;
    case 'library-read-only': return `Die Bibliothek ${quoted(fault.folder)} kann gelesen, durchsucht und exportiert, aber nicht geändert werden. ${readOnlys[fault.reason]}`;
    case 'library-gone': return `Der Ordner ${quoted(fault.folder)} ist zurzeit nicht da: Laufwerk oder Netzwerk sind vielleicht nicht verbunden, oder er wurde verschoben. Nichts wurde geändert und nichts an seiner Stelle neu angelegt. Verbinden und es erneut versuchen.${fault.catalog === null ? '' : ` Soll er fort sein: einen anderen Ordner wählen oder ${fault.catalog} löschen, um in diesem neu zu beginnen.`}`;
    case 'upgrade-unsafe': return `Die Bibliothek ${quoted(fault.folder)} stammt von einem früheren Lectern. Bevor darin etwas geändert wird, wird sie ganz nach ${quoted(fault.archive)} kopiert; das misslang. ${unsafes[fault.reason]}. Nichts wurde geändert; sie kann gelesen, durchsucht und exportiert werden. Die Ursache beheben und es erneut versuchen.`;
    case 'library-newer': return `Die Bibliothek ${quoted(fault.folder)} stammt von einem späteren Lectern (Format ${fault.format}). Sie kann gelesen, durchsucht und exportiert, aber nicht geändert werden; was dieses Lectern nicht versteht, fehlt in der Anzeige. Nichts wurde geändert. Zum Ändern Lectern aktualisieren.`;
    case 'library-missing': return `Unter ${quoted(fault.folder)} gibt es keine Bibliothek. Nichts wurde angelegt. Den Ordner prüfen oder einen Artikel hinzufügen, um eine zu beginnen.`;
    case 'library-unsound': return `Die Bibliothek ${quoted(fault.folder)} hat ${fault.count === 1 ? 'einen Fehler' : `${fault.count} Fehler`}. Durch das Prüfen ging nichts verloren. „lectern check --repair“ behebt, was sich beheben lässt; den Rest aus einer Sicherung wiederherstellen.`;
    case 'export-differs': return `Was aus der Bibliothek ${quoted(fault.folder)} herauskam, weicht an ${fault.count === 1 ? 'einer Stelle' : `${fault.count} Stellen`} von ihr ab. Die Bibliothek selbst wurde nur gelesen. „lectern check“ ausführen und es erneut versuchen.`;
    case 'folder-in-use': return `Der Ordner ${quoted(fault.folder)} ist nicht leer; nichts wurde darin wiederhergestellt. Einen neuen wählen.`;
    case 'watch-misplaced': return `Der Ordner ${quoted(fault.folder)} kann nicht überwacht werden: Die Bibliothek liegt darin oder er in der Bibliothek, und Lectern nähme seine eigenen Dateien auf. Es wurde nichts geändert. Einen anderen Ordner wählen.`;
    case 'backup-failed': return `Es wurde keine Sicherung angelegt. ${backupReasons[fault.reason](quoted(fault.folder))} Bibliothek und frühere Sicherungen sind unberührt.`;
    case 'disk-full': return `Der Datenträger von ${quoted(fault.folder)} ist voll; die Änderung ist nicht gespeichert. Was vorher gespeichert war, ist unberührt. Platz schaffen und es erneut versuchen.`;
    case 'documents-vanished': return `${fault.count} der ${fault.total} Artikel von ${fault.folder} sind plötzlich nicht mehr in ihrem Ordner. Nichts wurde aus der Liste genommen. Die Dateien zurückholen: aus dem Papierkorb des Programms, das den Ordner abgleicht, aus der Versionsverwaltung oder aus einer Sicherung.${fault.catalog === null ? '' : ` Sollen sie fort sein: Lectern schließen und ${fault.catalog} löschen; die Liste entsteht dann aus dem, was da ist.`}`;
    default: return assertNever(fault);
  }
}

export function faultSentence(fault: Fault): string {
  if ('quote' in fault) return quoteSentence(fault);
  if ('name' in fault) return importSentence(fault);
  if ('folder' in fault || 'holder' in fault) return librarySentence(fault);
  switch (fault.code) {
    case 'upload-missing': return 'Die Datei war nicht mehr da, als sie gelesen werden sollte; nichts wurde hinzugefügt. Erneut wählen.';
    case 'article-missing': return 'Dieser Artikel liegt nicht mehr im Ordner der Bibliothek. Wurde der Ordner verschoben oder ist sein Datenträger nicht verbunden: zurückholen oder verbinden und es erneut versuchen. Wurde der Artikel gelöscht: im Papierkorb oder in einer Sicherung nachsehen.';
    case 'article-ambiguous': return `Die Kennungen von ${fault.count} Artikeln beginnen oder enden mit ${quoted(fault.articleId)}; nichts wurde getan. Mehr davon angeben; „lectern list“ zeigt die Kennungen.`;
    case 'content-missing': return 'Der Text dieses Artikels fehlt im Inhaltsordner der Bibliothek. Die Notizen dazu sind sicher. Den Artikel erneut hinzufügen, um ihn zu lesen.';
    case 'highlight-missing': return 'Diese Markierung ist nicht mehr da: Sie wurde in einem anderen Fenster gelöscht. Sonst wurde nichts geändert.';
    case 'record-missing': return `${records[fault.record].thisNoun} ist nicht mehr da und wurde in einem anderen Fenster entfernt. Sonst wurde nichts geändert.`;
    case 'version-missing': return `Eine Fassung ${fault.rev} dieses Artikels ist nicht erhalten. Nichts wurde geändert. „lectern history ID“ listet die vorhandenen auf.`;
    case 'archive-damaged': return `${fault.file} kann nicht als Archiv verwendet werden (${fault.reason}). Nichts wurde wiederhergestellt. Ein anderes Archiv verwenden.`;
    case 'archive-misplaced': return fault.reason === 'present'
      ? `Es gibt schon eine Datei ${quoted(fault.file)}; kein Archiv wurde geschrieben. Einen anderen Namen wählen.`
      : `${quoted(fault.file)} liegt in der Bibliothek selbst, wo ein Archiv mit ihr verloren geht. Nichts wurde geschrieben. Einen Platz außerhalb wählen.`;
    case 'save-failed': return `${unsavedName(fault.what)} konnte nicht gespeichert werden (${saveReasons[fault.reason] ?? fault.reason}). Was vorher gespeichert war, ist unberührt. Erneut versuchen.`;
    case 'document-damaged': return `Die Datei ${fault.file} konnte nicht gelesen werden, weil ${damages[fault.reason]}. Die Bytes sind unverändert erhalten. Die Datei aus einer Sicherung wiederherstellen oder ohne sie weiterarbeiten.`;
    case 'document-unreadable': return fault.reason === 'being-written' ? `Die Datei ${fault.file} kann noch nicht gelesen werden. Sie ist nicht vollständig; vielleicht schreibt ein anderes Programm noch daran. Sie blieb, wie sie ist, und wird wieder gelesen, wenn sie sich ändert.` : `Die Datei ${fault.file} konnte nicht gelesen werden. ${unreadable[fault.reason]}. Die Datei blieb, wie sie war. Die Rechte des Ordners und den Datenträger prüfen und es erneut versuchen.`;
    case 'document-newer': return `${fault.file} wurde von einem späteren Lectern geschrieben (Format ${fault.format}). Die Datei blieb, wie sie war. Zum Öffnen Lectern aktualisieren.`;
    case 'document-changed-outside': return `${fault.file} wurde von einem anderen Programm geändert und deshalb nicht überschrieben. Den Artikel neu öffnen, um die Änderung zu sehen, und die eigene wiederholen.`;
    case 'search-unavailable': return 'Der Suchindex konnte weder gelesen noch angelegt werden; nichts wurde durchsucht. Die Artikel sind unberührt. Erneut versuchen; geschieht es wieder, bitte melden.';
    case 'port-taken': return `Port ${fault.port} wird von einem anderen Programm benutzt. Mit --port einen anderen wählen oder die Option weglassen, um einen freien zu nehmen.`;
    case 'address-refused': return `${quoted(fault.url)} wurde nicht abgerufen. ${refusedAddresses[fault.reason]}. Nichts wurde hinzugefügt. Die Seite im Browser öffnen, speichern und die Datei hierher ziehen.`;
    case 'page-unreachable': return unreachableSentence(fault);
    case 'link-refused': return `Der Link ${quoted(fault.url)} wurde nicht geöffnet: Nur Web- und E-Mail-Adressen werden geöffnet. Kopieren, wenn er vertrauenswürdig ist.`;
    case 'input-invalid': return `Diese Anfrage wurde nicht verstanden (${fault.path}: ${fault.issue}). Nichts wurde geändert.`;
    case 'call-unknown': return `Einen Aufruf ${quoted(fault.path)} gibt es nicht. Nichts wurde geändert.`;
    case 'connection-lost': return 'Die Bibliothek von Lectern antwortet nicht; vielleicht wurde „lectern serve“ beendet. Was zu sehen ist, bleibt in diesem Fenster erhalten. Wieder starten und es erneut versuchen.';
    case 'unauthorised': return 'Dieser Seite fehlt der Schlüssel zur Bibliothek. Die ganze Adresse öffnen, die „lectern serve“ ausgegeben hat, samt dem Teil nach dem #.';
    case 'internal': return 'In Lectern ist etwas schiefgegangen. Was vorher gespeichert war, ist unberührt. Erneut versuchen; geschieht es wieder, bitte melden.';
    default: return assertNever(fault);
  }
}
