/** A stretch of text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type Range = { readonly start: number; readonly end: number };

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
