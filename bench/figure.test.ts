import { describe, expect, it } from 'vitest';
import { type Figure, toJson, toTable } from './figure.ts';
import { median } from './measure.ts';

const figure: Figure = { figure: 'open', value: 120, unit: 'ms', baseline: 40, against: 'a static page', goal: null };

describe('figures', () => {
  it('--json says figure, value, unit, baseline, ratio, goal and whether it is met', () => {
    expect(JSON.parse(toJson([figure]))).toEqual([{ figure: 'open', value: 120, unit: 'ms', baseline: 40, ratio: 3, goal: null, met: null }]);
  });

  it.each([[100, false], [120, true], [200, true]])('a goal of %i for 120 is met: %s', (goal, met) => {
    expect(JSON.parse(toJson([{ ...figure, goal }]))).toMatchObject([{ goal, met }]);
  });

  it('the table says what the baseline is', () => {
    expect(toTable([figure])).toContain('a static page');
  });

  it('the median of an even number of values is half-way between the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
