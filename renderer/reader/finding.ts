import { flushSync } from 'react-dom';
import type { Projection } from '../../core/article/projection.ts';
import { hitFrom, makeTextFinder, type TextFinder, type Wanted } from '../../core/search/find-in-text.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

/** A selection longer than this is not meant to be looked for. */
const SELECTION_LIMIT = 120;

const finders = new WeakMap<Projection, TextFinder>();

function finderOf(projection: Projection): TextFinder {
  const known = finders.get(projection);
  if (known) return known;
  const finder = makeTextFinder(projection.text);
  finders.set(projection, finder);
  return finder;
}

/** Finds in the open article, and goes to the first hit from `offset` on. */
export function findInArticle({ reader }: Session, wanted: Wanted, offset: number): void {
  const open = openArticleOf(reader);
  if (!open) return;
  const hits = finderOf(open.projection)(wanted);
  reader.setState({ wanted, found: wanted.words === '' ? null : { hits, current: hitFrom(hits, offset) } });
}

/** Opens the bar that finds in the article, with the words that are selected. */
export function openFind(session: Session): void {
  const { reader, view } = session;
  const open = openArticleOf(reader);
  if (!open) return;
  const { target, wanted } = reader.getState();
  const range = target?.kind === 'selection' && target.range.end - target.range.start <= SELECTION_LIMIT ? target.range : null;
  // Drawn at once: the next key already belongs to the field.
  flushSync(() => {
    view.setState({ dialog: null });
    reader.setState({ isFinding: true, target: null });
    if (range) findInArticle(session, { ...wanted, words: open.projection.text.slice(range.start, range.end) }, range.start);
  });
  const field = document.querySelector<HTMLInputElement>('[data-find] input');
  field?.focus();
  field?.select();
}

/** Goes to the hit after (1) or before (-1) the current one, round the ends. With nothing found yet, it asks what to find. */
export function stepFound(session: Session, step: 1 | -1): void {
  const { found } = session.reader.getState();
  if (!found || found.hits.length === 0) {
    openFind(session);
    return;
  }
  const count = found.hits.length;
  session.reader.setState({ found: { ...found, current: (found.current + step + count) % count } });
}
