const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;

/** An archive in a folder, and when it was made by its name. */
export type KeptArchive = { readonly name: string; readonly timeMs: number };

const dayOf = (timeMs: number): number => Math.floor(timeMs / DAY_MS);
/** Weeks begin on Monday; the first day that is counted was a Thursday. */
const weekOf = (timeMs: number): number => Math.floor((dayOf(timeMs) + 3) / 7);

/** The latest first. What a clock that was wrong has dated ahead of now comes after all that is dated right. */
export function latestFirst<A extends Pick<KeptArchive, 'timeMs'>>(archives: readonly A[], nowMs: number): readonly A[] {
  const isAhead = ({ timeMs }: Pick<KeptArchive, 'timeMs'>) => timeMs > nowMs;
  return archives.toSorted((a, b) => Number(isAhead(a)) - Number(isAhead(b)) || b.timeMs - a.timeMs);
}

/** Keeps the latest of each stretch of time, as many as are wanted; a stretch whose latest is kept already takes none. */
function keepLatest(archives: readonly KeptArchive[], kept: Set<KeptArchive>, { stretchOf, count }: { stretchOf: (timeMs: number) => number; count: number }): void {
  const seen = new Set<number>();
  let left = count;
  for (const archive of archives) {
    const stretch = stretchOf(archive.timeMs);
    if (seen.has(stretch)) continue;
    seen.add(stretch);
    if (kept.has(archive) || left === 0) continue;
    kept.add(archive);
    left -= 1;
  }
}

/**
 * The archives that are not needed any more: all but the last of each of seven days and of each of the four weeks
 * before. Of the latest day all stay, and so does the one just made, whatever the clock says.
 */
export function archivesToDrop(archives: readonly KeptArchive[], { nowMs, made }: { readonly nowMs: number; readonly made: string }): readonly KeptArchive[] {
  const ordered = latestFirst(archives, nowMs);
  const [latest] = ordered;
  if (!latest) return [];
  const kept = new Set<KeptArchive>();
  keepLatest(ordered, kept, { stretchOf: dayOf, count: DAYS_KEPT });
  keepLatest(ordered, kept, { stretchOf: weekOf, count: WEEKS_KEPT });
  return ordered.filter((archive) => !kept.has(archive) && archive.name !== made && dayOf(archive.timeMs) !== dayOf(latest.timeMs));
}
