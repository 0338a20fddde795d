import type { StepKind } from '../base/step-kind.ts';

/** What a step of undo is called, in menus and in what is said of it. */
export const stepNames: Readonly<Record<StepKind, string>> = {
  'add-highlight': 'highlight', 'remove-highlight': 'delete highlight', 'note-highlight': 'note', 'colour-highlight': 'colour', 'move-highlight': 'change of range', 'tag-highlight': 'tags',
  'summarise-article': 'summary', 'describe-article': 'details', 'set-status': 'move', 'put-back': 'put back', 'bin-article': 'delete article', 'set-content': 'new version', 'put-tag': 'tag', 'remove-tag': 'remove tag',
  'put-collection': 'collection', 'remove-collection': 'delete collection', collect: 'collect', 'put-search': 'saved search', 'remove-search': 'delete search',
  'import-articles': 'import', 'import-version': 'new version', 'restore-version': 'restore version',
};

export const undoLabel = (kind: StepKind | null): string => (kind === null ? 'Undo' : `Undo ${stepNames[kind]}`);
export const redoLabel = (kind: StepKind | null): string => (kind === null ? 'Redo' : `Redo ${stepNames[kind]}`);
