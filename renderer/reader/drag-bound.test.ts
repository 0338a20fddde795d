import { expect, it } from 'vitest';
import { scrollPace } from './drag-bound.ts';

it('scrolls the faster the nearer the pointer is to an edge of the view, and not in its middle', () => {
  const view = { top: 100, bottom: 700 };
  expect(scrollPace(400, view)).toBe(0);
  expect(scrollPace(124, view)).toBeLessThan(0);
  expect(scrollPace(100, view)).toBeLessThan(scrollPace(124, view));
  expect(scrollPace(690, view)).toBeGreaterThan(0);
  expect(scrollPace(2_000, view)).toBe(scrollPace(700, view));
});
