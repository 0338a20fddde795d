import type { Range } from '../base/range.ts';
import type { Wanted, Words } from './query.ts';
import type { Token } from './tokens.ts';

/** Tokens in a row, by their index: `from` inclusive, `to` exclusive. */
type Stretch = { readonly from: number; readonly to: number };

function standsAt(tokens: readonly Token[], { terms, isPrefix }: Words, from: number): boolean {
  return terms.every((term, index) => {
    const found = tokens[from + index]?.term;
    return isPrefix && index === terms.length - 1 ? found?.startsWith(term) : found === term;
  });
}

function stretchesOf(tokens: readonly Token[], words: Words): readonly Stretch[] {
  const last = tokens.length - words.terms.length;
  const found: Stretch[] = [];
  for (let from = 0; from <= last; from += 1) if (standsAt(tokens, words, from)) found.push({ from, to: from + words.terms.length });
  return found;
}

/** Where every part stands with at most `distance` words between the end of any and the beginning of the last. */
function nearStretches(tokens: readonly Token[], parts: readonly Words[], distance: number): readonly Stretch[] {
  const places = parts.map((part) => stretchesOf(tokens, part));
  const starts = [...new Set(places.flat().map(({ from }) => from))].sort((a, b) => a - b);
  return starts.flatMap((last) => {
    const clump = places.map((each) => each.filter(({ from, to }) => from <= last && last - to <= distance));
    return clump.every((each) => each.length > 0) ? clump.flat() : [];
  });
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else result.push(range);
  }
  return result;
}

/** Where in a text, given as its tokens, something wanted stands; in order, none over another. */
export function findWanted(tokens: readonly Token[], wanted: readonly Wanted[]): readonly Range[] {
  const stretches = wanted.flatMap((each) => (each.kind === 'near' ? nearStretches(tokens, each.parts, each.distance) : stretchesOf(tokens, each)));
  return merged(stretches.flatMap(({ from, to }) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  }));
}
