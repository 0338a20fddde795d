import type { Range } from '../core/base/range.ts';
import { createHighlightId } from '../core/base/ids.ts';
import { type Anchor, describeAnchor } from '../core/highlight/anchor.ts';
import { findAnchors } from '../core/highlight/find-anchors.ts';
import { createHighlight } from '../core/highlight/highlight.ts';
import { reanchor } from '../core/highlight/reanchor.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { timeOf } from './generate-article.ts';
import { type EditedText, generateQuotes, generateTextEdits } from './generate-text-edits.ts';
import { matchQuote } from './match-quote.ts';
import { measurePair } from './measure.ts';
import { makeRandom } from './random.ts';
import { readParagraphs } from './real-paragraphs.ts';

const SEED = 1;
const LONG = { words: 100_000, quotes: 500 };
const SHORT = { words: 1_000, quotes: 30 };
const SHARES = [0, 0.01, 0.05, 0.2] as const;
/** The share of changed words that the goals are for. */
const MEASURED = 0.05;
const ROUNDS = 5;
/** Hypothesis keeps this much context. */
const USUAL_CONTEXT = 32;
/** A range is right when it and the true one have so much in common, of what both cover. */
const RIGHT = 0.7;
const USUAL = 'approx-string-match, as Hypothesis uses it';

/** Where a quote was put; `isListed` when a person is asked about it. */
type Answer = { readonly range: Range; readonly isListed: boolean } | null;

/** Anchors of a text, and the text after edits. */
type Task = { readonly before: string; readonly ranges: readonly Range[]; readonly anchors: readonly Anchor[]; readonly edited: EditedText };

function makeTask(paragraphs: readonly string[], quotes: number, share: number): Task {
  const random = makeRandom(SEED);
  const before = paragraphs.join('\n');
  const ranges = generateQuotes(random, paragraphs, quotes);
  return { before, ranges, anchors: ranges.map((range) => describeAnchor(before, range)), edited: generateTextEdits(random, paragraphs, share) };
}

const ours = ({ anchors, edited }: Task): readonly Answer[] =>
  findAnchors(edited.text, anchors).map((placement) => (placement.kind === 'found' ? { range: placement.range, isListed: !placement.isCertain } : null));

/** The same with the old text at hand, as when an article is imported again; what moved is listed too, and not counted as such. */
function oursWithOldText({ before, anchors, edited }: Task): readonly Answer[] {
  const highlights = anchors.map((anchor, at) => createHighlight({ anchor, colour: 'yellow' }, { id: createHighlightId(at, new Uint8Array(10)), now: timeOf(at) }));
  return reanchor(highlights, before, edited.text).map(({ kind, next }) => (kind === 'orphan' ? null : { range: next.anchor, isListed: kind === 'review' }));
}

const usual = ({ anchors, edited }: Task): readonly Answer[] => anchors.map(({ exact, prefix, suffix, start }) => {
  const range = matchQuote(edited.text, exact, { prefix: prefix.slice(-USUAL_CONTEXT), suffix: suffix.slice(0, USUAL_CONTEXT), hint: start });
  return range && { range, isListed: false };
});

function isRight(found: Range, truth: Range | undefined): boolean {
  if (!truth) return false;
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return shared / (Math.max(found.end, truth.end) - Math.min(found.start, truth.start)) >= RIGHT;
}

type Score = { readonly notRight: number; readonly onOther: number; readonly onDeleted: number; readonly listed: number };

/** How an answer to a task did: `notRight` in per cent of the quotes that are still there, the others counted. */
function scoreOf({ ranges, edited }: Task, answers: readonly Answer[]): Score {
  let [present, right, onOther, onDeleted, listed] = [0, 0, 0, 0, 0];
  for (const [at, range] of ranges.entries()) {
    const [truth] = edited.placesOf(range);
    const answer = answers[at] ?? null;
    if (truth) present += 1;
    if (answer?.isListed) listed += 1;
    if (answer && isRight(answer.range, truth)) right += 1;
    else if (answer && !answer.isListed && truth) onOther += 1;
    else if (answer && !answer.isListed) onDeleted += 1;
  }
  return { notRight: (100 * (present - right)) / present, onOther, onDeleted, listed };
}

function figuresOf(name: string, own: Score, { theirs, hasGoals }: { theirs: Score; hasGoals: boolean }): readonly Figure[] {
  const figure = (what: string, key: keyof Score, { unit, goal }: { unit: Figure['unit']; goal: number | null }): Figure => (
    { figure: `${name}: ${what}`, value: own[key], baseline: theirs[key], unit, against: USUAL, goal: hasGoals ? goal : null });
  return [
    figure('not right', 'notRight', { unit: '%', goal: 2 }),
    figure('on other text, not listed', 'onOther', { unit: 'quotes', goal: 2 }),
    figure('on deleted text, not listed', 'onDeleted', { unit: 'quotes', goal: 0 }),
    figure('listed for review', 'listed', { unit: 'quotes', goal: null }),
  ];
}

/** In milliseconds of the processor: nothing here waits for a disk, and other programs do not count. */
async function timed(task: Task): Promise<{ value: number; baseline: number }> {
  const time = (find: (task: Task) => unknown) => () => {
    const started = process.cpuUsage();
    find(task);
    const { user, system } = process.cpuUsage(started);
    return Promise.resolve((user + system) / 1000);
  };
  return measurePair({ subject: time(ours), baseline: time(usual) }, ROUNDS);
}

/** Finding the quotes of a text again after its words were changed: how many are right, how many are wrong unseen, and how long it takes. */
export async function measureReanchoring({ tell }: BenchOptions): Promise<readonly Figure[]> {
  const paragraphs = await readParagraphs(LONG.words, tell);
  const figures: Figure[] = [];
  for (const share of SHARES) {
    tell(`finding ${LONG.quotes} quotes, ${share * 100} % of the words changed …`);
    const task = makeTask(paragraphs, LONG.quotes, share);
    const theirs = scoreOf(task, usual(task));
    const hasGoals = share === MEASURED;
    figures.push(...figuresOf(`${share * 100} % changed`, scoreOf(task, ours(task)), { theirs, hasGoals }));
    figures.push(...figuresOf(`${share * 100} % changed, with the old text`, scoreOf(task, oursWithOldText(task)), { theirs, hasGoals }));
  }
  tell('taking the time …');
  const long = await timed(makeTask(paragraphs, LONG.quotes, MEASURED));
  figures.push({ figure: `find ${LONG.quotes} quotes in 100,000 words, CPU`, ...long, unit: 'ms', against: USUAL, goal: long.baseline / 4 });
  const short = await timed(makeTask(await readParagraphs(SHORT.words, () => undefined), SHORT.quotes, MEASURED));
  figures.push({ figure: `find ${SHORT.quotes} quotes in 1,000 words, CPU`, ...short, unit: 'ms', against: USUAL, goal: 20 });
  return figures;
}
