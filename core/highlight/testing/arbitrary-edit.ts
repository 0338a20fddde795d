import fc from 'fast-check';

const line = 'Day one: oats, two eggs, tea.';
const pieces = [
  'The fleet met ', 'the alliance ', 'in the strait ', 'of Hormuz. ', 'fleet ', 'café ', 'cafe\u0301 ', 'ﬁnal ', '\n', '\r\n', ' ', '“', '” ', ' — ', '…', '👩‍🚀', '👍🏽', '🇳🇴', '𝔸', '\ud83d', '\ude80',
  '\u202bשלום\u202c ', 'السلام عليكم ', '中文字符', '的', 'ที่นี่', '한국어 ', `${line}\n`, `${line}\n`, 'Day two: oats, two eggs, tea.\n', 'a'.repeat(300), 'ab'.repeat(40),
];

/** Texts that are hard on anchors: marks that combine, pairs and their halves, right to left, no spaces, lines that are alike, very long words. */
export const hardText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 5 }, { arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }), weight: 1 }), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(`${line}\n`, 'ab', 'a', '👩‍🚀', '的', 'the '), fc.integer({ min: 1, max: 60 })).map(([part, count]) => part.repeat(count)),
);

/** A text, a range of it that is not empty, and the text after an edit that leaves the range as it is; `truth` is where it stands then. */
export type Edited = { readonly text: string; readonly range: { start: number; end: number }; readonly after: string; readonly truth: { start: number; end: number } };

type Edit = { readonly kind: 'insert' | 'delete' | 'move'; readonly isBefore: boolean; readonly at: number; readonly length: number; readonly inserted: string };

const someEdits = fc.array(fc.record<Edit>({
  kind: fc.constantFrom('insert', 'delete', 'move'), isBefore: fc.boolean(), at: fc.nat(400), length: fc.integer({ min: 1, max: 60 }), inserted: hardText,
}), { minLength: 1, maxLength: 4 });

function edit(side: string, { kind, at, length, inserted }: Edit): { readonly side: string; readonly cut: string } {
  const place = at % (side.length + 1);
  if (kind === 'insert') return { side: side.slice(0, place) + inserted + side.slice(place), cut: '' };
  return { side: side.slice(0, place) + side.slice(place + length), cut: kind === 'move' ? side.slice(place, place + length) : '' };
}

export const editedOutside: fc.Arbitrary<Edited> = fc.tuple(hardText, hardText, hardText, someEdits)
  .filter(([, quote]) => quote !== '')
  .map(([before, quote, after, edits]) => {
    let [left, right] = [before, after];
    for (const each of edits) {
      const { side, cut } = edit(each.isBefore ? left : right, each);
      // What is moved goes to the far end of the other side.
      if (each.isBefore) [left, right] = [side, right + cut];
      else [left, right] = [cut + left, side];
    }
    return {
      text: before + quote + after, range: { start: before.length, end: before.length + quote.length },
      after: left + quote + right, truth: { start: left.length, end: left.length + quote.length },
    };
  });
