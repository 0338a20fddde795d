import { describe, expect, it } from 'vitest';
import { stepZoom, zoomForKey } from './zoom-steps.ts';

describe('stepZoom', () => {
  it.each([[1, 1, 1.5], [1.5, -1, 1], [1, -1, 1], [8, 1, 8], [2.5, 1, 3], [2.5, -1, 2]] as const)('goes from %d by %i to %d', (zoom, step, next) => expect(stepZoom(zoom, step)).toBe(next));
});

describe('zoomForKey', () => {
  it.each([['+', 1.5], ['=', 1.5], ['-', 1], ['0', 1], ['a', null]] as const)('reads %s as %d', (key, zoom) => expect(zoomForKey(key, 1)).toBe(zoom));
});
