import { foldText } from '../base/text.ts';
import { splitCredits } from './credit.ts';
import type { Part, PartOf } from './text-parts.ts';

type Figure = PartOf<'figure'>;

const isSame = (text: string, other: string) => text !== '' && foldText(text) === foldText(other);

/** A line that ends in a credit, as the figures it tells of; any other as it is. */
function readFigures(part: Part): readonly Part[] {
  const credited = part.kind === 'text' ? splitCredits(part.text) : [];
  return credited.length === 0 ? [part] : credited.map(({ caption, credit }, index) => ({ kind: 'figure', caption, credit, copies: 1, numbers: index === 0 ? part.numbers : [] }));
}

/** A credit on a line of its own belongs to the line before it, where that is a caption already or stands in the same chunk. */
function joinBareCredit(before: Part | undefined, figure: Figure, chunk: number | null): Figure | null {
  if (!before || figure.caption !== '') return null;
  const numbers = [...before.numbers, ...figure.numbers];
  if (before.kind === 'figure' && (before.credit === '' || isSame(before.credit, figure.credit))) return { ...before, credit: before.credit || figure.credit, numbers };
  if (before.kind === 'text' && before.chunk === chunk) return { ...figure, caption: before.text, numbers };
  return null;
}

/** Two copies of one caption are one figure. */
function mergeCopies(before: Part | undefined, figure: Figure): Figure | null {
  if (before?.kind !== 'figure' || !isSame(before.caption, figure.caption)) return null;
  return { ...before, credit: before.credit || figure.credit, copies: before.copies + figure.copies, numbers: [...before.numbers, ...figure.numbers] };
}

/** Makes figures of captions with credits (R4): lines that repeat a neighbouring caption count as copies of it. */
export function findFigures(parts: readonly PartOf<'text'>[]): readonly Part[] {
  const credited = parts.map(readFigures);
  const found: Part[] = [];
  credited.forEach((group, index) => {
    const chunk = parts[index]?.chunk ?? null;
    for (const part of group) {
      const before = found.at(-1);
      const next = credited[index + 1]?.[0];
      const isCopy = part.kind === 'text' && [before, next].some((near) => near?.kind === 'figure' && isSame(near.caption, part.text));
      const figure: Part = isCopy ? { kind: 'figure', caption: part.text, credit: '', copies: 1, numbers: part.numbers } : part;
      if (figure.kind !== 'figure') {
        found.push(figure);
        continue;
      }
      // The first line of all is a title, whatever follows it.
      const joined = joinBareCredit(found.length > 1 ? before : undefined, figure, chunk);
      if (joined) found.pop();
      const merged = mergeCopies(found.at(-1), joined ?? figure);
      if (merged) found.pop();
      found.push(merged ?? joined ?? figure);
    }
  });
  return found;
}
