import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleId, articleIdSchema } from '../../core/base/ids.ts';
import { noSelection, type Selection, withAll, withoutGone, withRange, withToggled } from './selection.ts';

const order = 'abcdefgh'.split('').map((letter) => articleIdSchema.parse(letter.repeat(26)));
const letters = ({ ids }: Selection) => order.filter((id) => ids.has(id)).map((id) => id[0]).join('');
const at = (index: number) => order[index] ?? order[0] ?? articleIdSchema.parse('');

const article = fc.constantFrom(...order);
const selection = fc.record({ ids: fc.subarray(order).map((ids): ReadonlySet<ArticleId> => new Set(ids)), anchor: fc.option(article) });

describe('withToggled', () => {
  it('takes one in, and out when it is in, which leaves the rest as it was', () => {
    fc.assert(fc.property(selection, article, (chosen, id) => {
      const once = withToggled(chosen, id);
      expect(once.ids.has(id)).toBe(!chosen.ids.has(id));
      expect(withToggled(once, id).ids).toEqual(chosen.ids);
    }));
  });
});

describe('withRange', () => {
  it.each([
    ['goes down from the anchor', 1, 4, 'bcde'],
    ['goes up from the anchor', 4, 1, 'bcde'],
    ['is one when it ends where it begins', 2, 2, 'c'],
  ])('%s', (_, anchor, to, expected) => {
    expect(letters(withRange(withToggled(noSelection, at(anchor)), order, { to: at(to), from: at(0), isAdded: false }))).toBe(expected);
  });

  it('begins where it is told to while nothing was chosen before', () => {
    expect(letters(withRange(noSelection, order, { to: at(3), from: at(2), isAdded: false }))).toBe('cd');
  });

  it('shrinks when its end comes back to the anchor', () => {
    const long = withRange(withToggled(noSelection, at(1)), order, { to: at(6), from: at(0), isAdded: false });
    expect(letters(withRange(long, order, { to: at(2), from: at(0), isAdded: false }))).toBe('bc');
  });

  it('is without a gap and holds both its ends, in whatever order the list stands', () => {
    fc.assert(fc.property(selection, fc.shuffledSubarray(order, { minLength: order.length }), article, article, (chosen, shuffled, to, from) => {
      const ranged = withRange(chosen, shuffled, { to, from, isAdded: false });
      const places = shuffled.flatMap((id, index) => (ranged.ids.has(id) ? [index] : []));
      expect(places.at(-1)).toBe((places[0] ?? 0) + places.length - 1);
      expect(ranged.ids.has(to)).toBe(true);
      expect(ranged.ids.has(chosen.anchor ?? from)).toBe(true);
    }));
  });

  it('loses nothing when it is added', () => {
    fc.assert(fc.property(selection, article, article, (chosen, to, from) => {
      const ranged = withRange(chosen, order, { to, from, isAdded: true });
      expect([...chosen.ids].every((id) => ranged.ids.has(id))).toBe(true);
    }));
  });

  it('changes nothing when its end is not in the list', () => {
    expect(letters(withRange(withToggled(noSelection, at(1)), order.slice(0, 3), { to: at(7), from: at(0), isAdded: false }))).toBe('b');
  });
});

describe('withAll', () => {
  it('chooses every article of the list', () => expect(letters(withAll(noSelection, order))).toBe('abcdefgh'));
});

describe('withoutGone', () => {
  it('drops what has left the list, and nothing else', () => {
    fc.assert(fc.property(selection, fc.subarray(order), (chosen, listed) => {
      const kept = withoutGone(chosen, (id) => listed.includes(id));
      expect([...kept.ids]).toEqual([...chosen.ids].filter((id) => listed.includes(id)));
      expect(kept.anchor === null || listed.includes(kept.anchor)).toBe(true);
    }));
  });

  it('is the same selection while all of it is listed', () => {
    const chosen = withAll(noSelection, order);
    expect(withoutGone(chosen, () => true)).toBe(chosen);
  });
});
