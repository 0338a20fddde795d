import type { StepKind } from '../../core/base/step-kind.ts';
import type { Edit } from '../../core/library/edit.ts';

const UNDO_LIMIT = 500;

/** One step of undo: the edits that take it back, and what it was. Typing in one note is one step: its key is the same. It keeps its id when it is undone and done again. */
export type Step = { readonly id: number; readonly undo: readonly Edit[]; readonly kind: StepKind; readonly key: string | null };

const textOf = (edit: Edit): string | null => (edit.kind === 'note-highlight' ? edit.note : edit.kind === 'summarise-article' ? edit.summary : null);

/** What takes back two rows of edits of the same things, one after the other; null where somebody else wrote between them. */
function joinUndo(first: readonly Edit[], later: readonly Edit[]): readonly Edit[] | null {
  const joined = first.map((edit, index): Edit | null => {
    const next = later[index];
    if ((edit.kind !== 'note-highlight' && edit.kind !== 'summarise-article') || next?.kind !== edit.kind) return edit;
    return edit.base === undefined || textOf(next) === edit.base ? { ...edit, base: next.base } : null;
  });
  return joined.every((edit) => edit !== null) ? joined : null;
}

/** The steps with one more behind them. What has the same key as the last goes on in it. */
export function pushStep(steps: readonly Step[], step: Step): readonly Step[] {
  const last = steps.at(-1);
  const undo = last && step.key !== null && last.key === step.key ? joinUndo(last.undo, step.undo) : null;
  return last && undo ? [...steps.slice(0, -1), { ...last, undo }] : [...steps, step].slice(-UNDO_LIMIT);
}
