import type { StepKind } from '../../base/step-kind.ts';
import type { StepLabels } from '../edit-names.ts';

export const stepNames: Readonly<Record<StepKind, string>> = {
  'add-highlight': 'Markierung', 'remove-highlight': 'Markierung löschen', 'note-highlight': 'Notiz', 'colour-highlight': 'Farbe', 'move-highlight': 'Bereich ändern', 'tag-highlight': 'Schlagwörter',
  'summarise-article': 'Zusammenfassung', 'describe-article': 'Angaben', 'set-status': 'Verschieben', 'put-back': 'Zurückholen', 'bin-article': 'Artikel löschen', 'set-content': 'Neue Fassung', 'put-tag': 'Schlagwort', 'remove-tag': 'Schlagwort entfernen',
  'put-collection': 'Sammlung', 'remove-collection': 'Sammlung löschen', collect: 'Sammeln', 'put-search': 'Gespeicherte Suche', 'remove-search': 'Suche löschen',
  'import-articles': 'Hinzufügen', 'import-version': 'Neue Fassung', 'restore-version': 'Fassung wiederherstellen',
};

export const stepLabels: StepLabels = {
  undo: 'Rückgängig',
  undoOf: (step) => `Rückgängig: ${step}`,
  redo: 'Wiederholen',
  redoOf: (step) => `Wiederholen: ${step}`,
};
