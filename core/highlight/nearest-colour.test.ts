import { describe, expect, it } from 'vitest';
import { colours } from './colour.ts';
import { nearestToCss } from './nearest-colour.ts';

describe('nearestToCss', () => {
  it.each([
    ['#ffd400', 'yellow'], ['#ff6666', 'red'], ['#5fb236', 'green'], ['#2ea8e5', 'blue'], ['#a28ae5', 'purple'], ['#e56eee', 'magenta'], ['#f19837', 'orange'], ['#aaaaaa', 'grey'],
    ['#ffff00', 'yellow'], ['#FFE28F', 'yellow'], ['#00ff00', 'green'], ['#f00', 'red'], ['rgb(0, 0, 255)', 'purple'], ['rgba(255, 0, 255, 0.5)', 'magenta'], ['#000', 'grey'], ['ffd400', 'yellow'],
  ])('takes %s for %s', (css, colour) => {
    expect(nearestToCss(css)).toBe(colour);
    expect(colours).toContain(colour);
  });

  it.each(['', 'yellow', '#12', 'rgb(1, 2)', '1 2 3'])('knows no colour in “%s”', (text) => expect(nearestToCss(text)).toBeNull());
});
