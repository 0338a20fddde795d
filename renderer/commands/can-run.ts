import { type CommandId, commands } from '../../core/api/commands.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { filterWords } from '../library/filter-articles.ts';
import { targetHighlight } from '../reader/highlighting.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

/** What a command lacks to do anything now. */
export type Lack = 'no-article' | 'nothing-selected' | 'no-highlight' | 'table-shown' | 'nothing-to-undo' | 'nothing-to-redo' | 'no-search';

/** What a command for articles is about: the one that is open, or what is selected where the table hides it. */
export function articlesMeant({ reader, view }: Session): readonly ArticleId[] {
  const { isTableShown, selection } = view.getState();
  const open = openArticleOf(reader);
  return isTableShown ? [...selection.ids] : open ? [open.article.id] : [];
}

const ofArticles: ReadonlySet<CommandId> = new Set<CommandId>(['export-notes', 'copy-notes', 'article-to-inbox', 'article-to-reading', 'article-to-archive', 'bin-article']);
const ofOpenArticle: ReadonlySet<CommandId> = new Set<CommandId>(['collect-article', 'edit-details', 'print', 'save-pdf', 'find-in-article', 'find-next', 'find-previous', 'toggle-outline', 'focus-mode', 'read-aloud', 'place-caret', 'review-highlights', 'earlier-versions', 'compare-versions', 'summarise', 'filter-notes', 'next-highlight', 'previous-highlight']);
const ofHighlight: ReadonlySet<CommandId> = new Set<CommandId>(['delete-highlight']);
/** What can be done without an article though it is about highlights. */
const ofAnyTime: ReadonlySet<CommandId> = new Set<CommandId>(['name-colours']);

function lackOfHighlight(session: Session, id: CommandId): Lack | null {
  const { isTableShown } = session.view.getState();
  if (isTableShown) return 'table-shown';
  if (!openArticleOf(session.reader)) return 'no-article';
  const isSelected = session.reader.getState().target?.kind === 'selection';
  if (id === 'highlight-selection') return isSelected ? null : 'nothing-selected';
  if (targetHighlight(session) || (isSelected && !ofHighlight.has(id))) return null;
  return ofHighlight.has(id) ? 'no-highlight' : 'nothing-selected';
}

/** Why a command would do nothing now; null where it can run. */
export function whyNot(session: Session, id: CommandId): Lack | null {
  const { reader, view, editor } = session;
  if (ofAnyTime.has(id)) return null;
  if (commands.some((command) => command.id === id && command.group === 'highlight')) return lackOfHighlight(session, id);
  if (id === 'toggle-notes' && view.getState().isTableShown) return 'table-shown';
  if (id === 'undo' && editor.state.getState().done.length === 0) return 'nothing-to-undo';
  if (id === 'redo' && editor.state.getState().undone.length === 0) return 'nothing-to-redo';
  if (id === 'save-search' && (filterWords(view.getState().filter).length === 0 || view.getState().shelf.kind === 'bin')) return 'no-search';
  if (ofArticles.has(id) && articlesMeant(session).length === 0) return 'no-article';
  return ofOpenArticle.has(id) && !openArticleOf(reader) ? 'no-article' : null;
}
