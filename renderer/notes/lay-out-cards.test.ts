import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnCard, layOutCards, stackCards } from './lay-out-cards.ts';

const GAP = 4;
const card = (level: number, isPinned = false): ColumnCard => ({ height: 100, level, isPinned });

describe('cards beside the text', () => {
  it('stand level with their highlights where there is room', () => {
    expect(layOutCards([card(10), card(200), card(900)], GAP)).toEqual([10, 200, 900]);
  });

  it('share what room is missing', () => {
    expect(layOutCards([card(500), card(500)], GAP)).toEqual([448, 552]);
  });

  it('begin at the top where there is no room above', () => {
    expect(layOutCards([card(0), card(0), card(0)], GAP)).toEqual([0, 104, 208]);
  });

  it('make room for the one that is pinned', () => {
    const [first, second, third] = layOutCards([card(500), card(500, true), card(500)], GAP);
    expect([first, second, third].map((top) => Math.round(top ?? 0))).toEqual([396, 500, 604]);
  });

  const cards = fc.array(fc.record({ height: fc.integer({ min: 20, max: 400 }), level: fc.integer({ min: -100, max: 5_000 }), isPinned: fc.constant(false) }), { maxLength: 30 })
    .map((unsorted) => unsorted.toSorted((a, b) => a.level - b.level));

  it('never overlap, stay in order, and none is above the top', () => {
    fc.assert(fc.property(cards, (column) => {
      const tops = layOutCards(column, GAP);
      for (const [index, top] of tops.entries()) expect(top).toBeGreaterThanOrEqual(index === 0 ? 0 : (tops[index - 1] ?? 0) + (column[index - 1]?.height ?? 0) + GAP - 1e-6);
    }));
  });

  it('cannot be moved nearer to their levels, one alone or all that touch', () => {
    const distance = (column: readonly ColumnCard[], tops: readonly number[]) => tops.reduce((sum, top, index) => sum + (top - (column[index]?.level ?? 0)) ** 2, 0);
    const isAllowed = (column: readonly ColumnCard[], tops: readonly number[]) => tops.every((top, index) => top >= (index === 0 ? 0 : (tops[index - 1] ?? 0) + (column[index - 1]?.height ?? 0) + GAP));
    fc.assert(fc.property(cards, fc.nat(), fc.nat(), fc.integer({ min: -50, max: 50 }), (column, from, length, by) => {
      const tops = layOutCards(column, GAP);
      const first = from % Math.max(1, column.length);
      const moved = tops.map((top, index) => (index >= first && index <= first + (length % 5) ? top + by : top));
      if (isAllowed(column, moved)) expect(distance(column, moved)).toBeGreaterThanOrEqual(distance(column, tops) - 1e-3);
    }));
  });
});

describe('cards in a list', () => {
  it('stand one below the other', () => {
    expect(stackCards([10, 20, 30], GAP)).toEqual([0, 14, 38]);
  });
});
