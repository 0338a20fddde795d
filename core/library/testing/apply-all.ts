import type { Result } from '../../base/result.ts';

/** Applies edits one after another, those that are refused left out, and answers the inverses, latest first. */
export function applyAll<T, E>(value: T, row: readonly E[], apply: (value: T, edit: E) => Result<{ next: T; inverse: E }>): { value: T; inverses: readonly E[] } {
  return row.reduce<{ value: T; inverses: readonly E[] }>((at, edit) => {
    const edited = apply(at.value, edit);
    return edited.ok ? { value: edited.value.next, inverses: [edited.value.inverse, ...at.inverses] } : at;
  }, { value, inverses: [] });
}
