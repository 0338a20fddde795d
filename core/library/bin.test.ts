import { describe, expect, it } from 'vitest';
import { daysLeft } from './bin.ts';

const DAY = 24 * 60 * 60 * 1_000;
const binnedAt = '2026-03-01T12:00:00.000Z';
const after = (days: number) => Date.parse(binnedAt) + days * DAY;

describe('daysLeft', () => {
  it.each([[0, 30], [0.1, 30], [1, 29], [28.9, 2], [29.5, 1], [30, 0], [400, 0], [-5, 30]])('%s days after it was binned, an article has %s left', (days, left) => expect(daysLeft(binnedAt, after(days))).toBe(left));
});
