import type { HighlightId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import { describeAnchor } from '../../core/highlight/anchor.ts';
import { moveBound } from '../../core/highlight/range-steps.ts';
import { mayWrite } from '../state/access.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import type { BoundMove } from './caret-keys.ts';

/** Keys that follow each other within this time are one step of undo. */
const BURST_MS = 1_000;

/** Where a highlight stands in the open article; null where it is lost, or while not all of the text is here. */
export function rangeOf({ reader }: Session, id: HighlightId): Range | null {
  const open = openArticleOf(reader);
  return open && !open.excerpt ? (open.highlights.find((placed) => placed.highlight.id === id)?.range ?? null) : null;
}

/** Puts a highlight over another range of the text, which it then describes anew. Calls with one key, one after another, are one step of undo. */
export function setRange(session: Session, id: HighlightId, change: { readonly range: Range; readonly key?: string }): void {
  const open = openArticleOf(session.reader);
  const old = rangeOf(session, id);
  const { range, key } = change;
  if (!open || !old || (old.start === range.start && old.end === range.end) || !mayWrite(session)) return;
  void session.editor.edit([{ kind: 'move-highlight', articleId: open.article.id, highlightId: id, anchor: describeAnchor(open.projection.text, range), review: null }], key);
}

/** Names bursts of presses: presses about the same thing that follow each other closely have one name. Times in milliseconds. */
export function makeBursts() {
  let last = { about: '', startedAt: 0, at: -Infinity };
  return (about: string, at: number): string => {
    const isSame = last.about === about && at - last.at < BURST_MS;
    last = { about, startedAt: isSame ? last.startedAt : at, at };
    return `${about} ${last.startedAt}`;
  };
}

/** Moves highlights' ends by keys. The answered function takes the time of the press, in milliseconds, and answers the new range. */
export function makeRangeMover(session: Session) {
  const nameBurst = makeBursts();
  return (id: HighlightId, move: BoundMove, at: number): Range | null => {
    const open = openArticleOf(session.reader);
    const old = rangeOf(session, id);
    if (!open || !old) return null;
    const range = moveBound(open.projection, old, { ...move, locale: open.article.language });
    setRange(session, id, { range, key: nameBurst(`${move.bound} of ${id}`, at) });
    return range;
  };
}
