import type { StepKind } from '../base/step-kind.ts';
import * as german from './de/edit-names.ts';
import { type Said, spoken } from './spoken.ts';

/** What a step of undo is called, in menus and in what is said of it. */
const stepNamesEnglish: Readonly<Record<StepKind, string>> = {
  'add-highlight': 'highlight', 'remove-highlight': 'delete highlight', 'note-highlight': 'note', 'colour-highlight': 'colour', 'move-highlight': 'change of range', 'tag-highlight': 'tags',
  'summarise-article': 'summary', 'describe-article': 'details', 'set-status': 'move', 'put-back': 'put back', 'bin-article': 'delete article', 'set-content': 'new version', 'put-tag': 'tag', 'remove-tag': 'remove tag',
  'put-collection': 'collection', 'remove-collection': 'delete collection', collect: 'collect', 'put-search': 'saved search', 'remove-search': 'delete search',
  'import-articles': 'import', 'import-version': 'new version', 'restore-version': 'restore version',
};
export const stepNames = spoken<Readonly<Record<StepKind, string>>>({ en: stepNamesEnglish, de: german.stepNames });

const stepLabelsEnglish = { undo: 'Undo', undoOf: (step: string) => `Undo ${step}`, redo: 'Redo', redoOf: (step: string) => `Redo ${step}` } as const;
export type StepLabels = Said<typeof stepLabelsEnglish>;
const stepLabels = spoken<StepLabels>({ en: stepLabelsEnglish, de: german.stepLabels });

export const undoLabel = (kind: StepKind | null): string => (kind === null ? stepLabels.undo : stepLabels.undoOf(stepNames[kind]));
export const redoLabel = (kind: StepKind | null): string => (kind === null ? stepLabels.redo : stepLabels.redoOf(stepNames[kind]));
