import { describe, expect, it } from 'vitest';
import { contrast, painted, paintOf } from './paint.ts';
import { valueIn } from './style-sheet.ts';

const tokens = new Map([['--paper', '#ffffff'], ['--colour', 'var(--blue)'], ['--blue', '#0000ff'], ['--tint', '30%']]);
const read = (value: string) => paintOf(value, tokens);

describe('what style sheets paint, as the contrast of the themes is counted', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.478],
    ['#ff0000', '#ffffff', 3.998],
  ])('%s on %s has the ratio that WCAG gives', (drawn, ground, ratio) => {
    expect(contrast(read(drawn), read(ground))).toBeCloseTo(ratio, 2);
  });

  it('a mix with transparent keeps the colour and covers by its share', () => {
    expect(read('color-mix(in srgb, var(--colour) calc(var(--tint) + 10%), transparent)')).toEqual({ rgb: [0, 0, 255], alpha: 0.4 });
  });

  it('layers are painted on each other, the lowest first', () => {
    const { rgb, alpha } = painted(read('var(--paper)'), read('color-mix(in srgb, #000000 50%, transparent)'));
    expect([rgb, alpha]).toEqual([[127.5, 127.5, 127.5], 1]);
  });

  it('an unknown colour or token is an error, not a colour', () => {
    expect(() => read('papayawhip')).toThrow();
    expect(() => read('var(--nothing)')).toThrow();
  });

  it('the last rule of a selector counts, and none in a media query', () => {
    const css = '.a { color: red; } .b, .a { color: blue; } /* .a { color: grey; } */ @media print { .a { color: black; } }';
    expect(valueIn(css, '.a', 'color')).toBe('blue');
    expect(() => valueIn(css, '.a', 'background')).toThrow();
  });
});
