import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMenu } from './place-menu.ts';

const view = { width: 1000, height: 700 };
const menu = { width: 200, height: 300 };

describe('placeMenu', () => {
  it('hangs from the left edge of a button, under it', () => {
    expect(placeMenu({ from: { left: 40, top: 10, right: 100, bottom: 38 }, align: 'start', menu, view })).toEqual({ left: 40, top: 42 });
  });

  it('is flush with the right edge when asked', () => {
    expect(placeMenu({ from: { left: 900, top: 10, right: 960, bottom: 38 }, align: 'end', menu, view })).toEqual({ left: 760, top: 42 });
  });

  it('opens upwards where there is no room below', () => {
    expect(placeMenu({ from: { left: 40, top: 600, right: 100, bottom: 628 }, align: 'start', menu, view }).top).toBe(296);
  });

  it('stays inside the window wherever it hangs from', () => {
    const edge = fc.integer({ min: -50, max: 1050 });
    fc.assert(fc.property(edge, edge, fc.constantFrom('start' as const, 'end' as const), (x, y, align) => {
      const spot = placeMenu({ from: { left: x, top: y, right: x, bottom: y }, align, menu, view });
      expect(spot.left).toBeGreaterThanOrEqual(0);
      expect(spot.top).toBeGreaterThanOrEqual(0);
      expect(spot.left + menu.width).toBeLessThanOrEqual(view.width);
      expect(spot.top + menu.height).toBeLessThanOrEqual(view.height);
    }));
  });
});
