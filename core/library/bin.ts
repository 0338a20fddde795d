/** How long a deleted article can be put back from the bin. */
export const BIN_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Days until an article that was put into the bin at that time goes for good; 0 when it goes at the next start. */
export function daysLeft(binnedAt: string, nowMs: number): number {
  return Math.min(BIN_DAYS, Math.max(0, Math.ceil((Date.parse(binnedAt) + BIN_DAYS * DAY_MS - nowMs) / DAY_MS)));
}
