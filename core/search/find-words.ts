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
  const places = parts.map((part) => ({ each: stretchesOf(tokens, part), begun: 0, left: 0, taken: 0 }));
  const starts = [...new Set(places.flatMap(({ each }) => each.map(({ from }) => from)))].sort((a, b) => a - b);
  const found: Stretch[] = [];
  // All stretches of a part are as long as each other, so those near a word are a window, which moves on with the word.
  for (const last of starts) {
    for (const place of places) {
      while ((place.each[place.begun]?.from ?? Infinity) <= last) place.begun += 1;
      while (place.left < place.begun && last - (place.each[place.left]?.to ?? Infinity) > distance) place.left += 1;
    }
    if (places.some(({ left, begun }) => left === begun)) continue;
    for (const place of places) {
      found.push(...place.each.slice(Math.max(place.left, place.taken), place.begun));
      place.taken = place.begun;
    }
  }
  return found;
}

/** Ranges in order, those that overlap as one. */
export function merged(ranges: readonly Range[]): readonly Range[] {
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
