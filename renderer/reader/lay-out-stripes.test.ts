import { describe, expect, it } from 'vitest';
import { highlightIdSchema } from '../../core/base/ids.ts';
import { layOutStripes } from './lay-out-stripes.ts';

const id = (last: string) => highlightIdSchema.parse(last.padStart(26, '0'));

describe('layOutStripes', () => {
  it('gives highlights that stand one under the other the same lane', () => {
    const stripes = layOutStripes([{ id: id('1'), top: 0, bottom: 40 }, { id: id('2'), top: 60, bottom: 90 }], () => ['blue']);
    expect(stripes.map((stripe) => stripe.lane)).toEqual([0, 0]);
  });

  it('gives highlights that overlap lanes of their own', () => {
    const stripes = layOutStripes([{ id: id('1'), top: 0, bottom: 80 }, { id: id('2'), top: 60, bottom: 90 }], () => ['blue']);
    expect(stripes.map((stripe) => stripe.lane)).toEqual([0, 1]);
  });

  it('gives a highlight a stripe for each of its colours', () => {
    expect(layOutStripes([{ id: id('1'), top: 0, bottom: 80 }], () => ['blue', 'red']).map(({ colour, lane }) => [colour, lane])).toEqual([['blue', 0], ['red', 1]]);
  });

  it('draws a stripe that can be seen for a single short word', () => {
    expect(layOutStripes([{ id: id('1'), top: 10, bottom: 12 }], () => ['blue'])[0]?.height).toBeGreaterThanOrEqual(14);
  });

  it('stays within the margin however many overlap', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ id: id(String(index).padStart(2, '0')), top: index, bottom: 500 }));
    expect(Math.max(...layOutStripes(many, () => ['red']).map((stripe) => stripe.lane))).toBeLessThan(6);
  });
});
