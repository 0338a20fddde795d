import { diffArrays } from 'diff';

/** A stretch that two lists of tokens have in common: where it begins in each, and how many tokens it has. */
export type Match = { readonly before: number; readonly after: number; readonly length: number };

/** Stretches of two lists that are compared: from the first index to before the second. */
type Gap = { readonly before: readonly [number, number]; readonly after: readonly [number, number]; readonly depth: number };
type Lists = { readonly before: readonly string[]; readonly after: readonly string[] };

/** Stretches that differ in more tokens than this have nothing to say to each other. The time it takes is the square of it. */
const EDIT_LIMIT = 400;
/** Up to so many tokens together the shortest difference is looked for at once; more are cut at landmarks first. */
const SHORT = 400;
/** Landmarks in gaps between landmarks, so many times over. */
const DEPTH_LIMIT = 24;

/** The indexes of the tokens that a stretch has once. */
function onceIn(tokens: readonly string[], [from, to]: readonly [number, number]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let index = from; index < to; index += 1) {
    const token = tokens[index] ?? '';
    places.set(token, places.has(token) ? -1 : index);
  }
  return places;
}

/** Of pairs in the order of their first, the most whose second rise too. */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const before = new Array<number>(pairs.length).fill(-1);
  const ends: number[] = [];
  pairs.forEach(([, second], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const risen: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) risen.push(pair);
  }
  return risen.reverse();
}

/** The tokens that stand once in both stretches, as far as their order is the same: what was not changed tells where the rest went. */
function landmarksIn({ before, after }: Lists, gap: Gap): readonly (readonly [number, number])[] {
  const there = onceIn(after, gap.after);
  const pairs: (readonly [number, number])[] = [];
  for (const [token, index] of onceIn(before, gap.before)) {
    const other = there.get(token) ?? -1;
    if (index !== -1 && other !== -1) pairs.push([index, other]);
  }
  return longestRise(pairs);
}

/** The gap without the tokens that are the same at both of its ends, which are matched. */
function trimGap({ before, after }: Lists, gap: Gap, match: (found: Match) => void): Gap {
  let [[from, to], [otherFrom, otherTo]] = [gap.before, gap.after];
  const start = { before: from, after: otherFrom };
  while (from < to && otherFrom < otherTo && before[from] === after[otherFrom]) [from, otherFrom] = [from + 1, otherFrom + 1];
  match({ ...start, length: from - start.before });
  const end = to;
  while (to > from && otherTo > otherFrom && before[to - 1] === after[otherTo - 1]) [to, otherTo] = [to - 1, otherTo - 1];
  match({ before: to, after: otherTo, length: end - to });
  return { before: [from, to], after: [otherFrom, otherTo], depth: gap.depth };
}

/** Matches what the shortest difference leaves as it is; false where that is too long. */
function matchShortest({ before, after }: Lists, gap: Gap, match: (found: Match) => void): boolean {
  const changes = diffArrays(before.slice(...gap.before), after.slice(...gap.after), { maxEditLength: EDIT_LIMIT });
  if (!changes) return false;
  let [at, other] = [gap.before[0], gap.after[0]];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) match({ before: at, after: other, length: count });
    if (!added) at += count;
    if (!removed) other += count;
  }
  return true;
}

/** The gaps between landmarks, the last first, as a stack has them. */
function gapsBetween(gap: Gap, landmarks: readonly (readonly [number, number])[]): readonly Gap[] {
  const stops = [[gap.before[0] - 1, gap.after[0] - 1] as const, ...landmarks, [gap.before[1], gap.after[1]] as const];
  return stops.slice(1).map(([to, otherTo], index): Gap => {
    const [from, otherFrom] = stops[index] ?? [0, 0];
    return { before: [from + 1, to], after: [otherFrom + 1, otherTo], depth: gap.depth + 1 };
  }).reverse();
}

/**
 * What two lists of tokens have in common, in order. It takes little more time than the lists are long, however much was changed, and no more
 * memory: long stretches are cut at their landmarks, and what differs too much is not matched. It stops now and then, to be gone on with when there is time.
 */
export function* alignTokens(before: readonly string[], after: readonly string[]): Generator<undefined, readonly Match[]> {
  const lists = { before, after };
  const matches: Match[] = [];
  const match = (found: Match) => void (found.length > 0 && matches.push(found));
  const gaps: Gap[] = [{ before: [0, before.length], after: [0, after.length], depth: 0 }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const rest = trimGap(lists, gap, match);
    const [length, otherLength] = [rest.before[1] - rest.before[0], rest.after[1] - rest.after[0]];
    if (length === 0 || otherLength === 0) continue;
    yield undefined;
    if (length + otherLength <= SHORT && matchShortest(lists, rest, match)) continue;
    const landmarks = rest.depth < DEPTH_LIMIT ? landmarksIn(lists, rest) : [];
    landmarks.forEach(([at, other]) => match({ before: at, after: other, length: 1 }));
    if (landmarks.length > 0) gaps.push(...gapsBetween(rest, landmarks));
    else if (length + otherLength > SHORT) matchShortest(lists, rest, match);
  }
  return matches.sort((a, b) => a.before - b.before);
}
