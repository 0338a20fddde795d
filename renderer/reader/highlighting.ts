import { createHighlightId, type HighlightId } from '../../core/base/ids.ts';
import { describeAnchor } from '../../core/highlight/anchor.ts';
import type { Colour } from '../../core/highlight/colour.ts';
import { createHighlight, type Highlight } from '../../core/highlight/highlight.ts';
import type { Edit } from '../../core/library/edit.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { copyText } from '../library/copy-text.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { changeSettings, overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf, selectHighlight } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';

/** The highlight that the toolbar or a key is about; null when it is a selection, or nothing. */
export function targetHighlight({ reader }: Session): Highlight | null {
  const { target, selectedId } = reader.getState();
  if (target?.kind === 'selection') return null;
  const id = target?.id ?? selectedId;
  return (id && openArticleOf(reader)?.byId.get(id)) ?? null;
}

type Wanted = { readonly colour?: Colour; readonly tags?: readonly Tag[]; readonly newTags?: readonly Tag[] };

/** Makes a highlight of the selection, with new tags in the same step of undo. Null when nothing is selected. */
export function highlightSelection(session: Session, wanted: Wanted = {}): HighlightId | null {
  const { reader, editor, library } = session;
  const open = openArticleOf(reader);
  const { target } = reader.getState();
  // An anchor's context may lie in text that is not here yet.
  if (!open || open.excerpt || target?.kind !== 'selection') return null;
  const colour = wanted.colour ?? wanted.tags?.[0]?.colour ?? overviewOf(library)?.settings.highlightColour ?? 'yellow';
  const id = createHighlightId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const draft = { anchor: describeAnchor(open.projection.text, target.range), colour, tags: (wanted.tags ?? []).map((tag) => tag.id) };
  const highlight = createHighlight(draft, { id, now: new Date().toISOString() });
  const newTags = (wanted.newTags ?? []).map((tag): Edit => ({ kind: 'put-tag', tag }));
  void editor.edit([...newTags, { kind: 'add-highlight', articleId: open.article.id, highlight: { ...highlight, tags: [...highlight.tags] } }]);
  reader.setState(({ reveal }) => ({ target: { kind: 'highlight', id }, selectedId: id, reveal: { side: 'notes', count: reveal.count + 1 } }));
  document.getSelection()?.removeAllRanges();
  return id;
}

/** Gives the target a colour: the chosen highlight, or the selection, which becomes a highlight. The colour is remembered for the next. */
export function applyColour(session: Session, colour: Colour): void {
  const open = openArticleOf(session.reader);
  const highlight = targetHighlight(session);
  if (highlight && open) void session.editor.edit([{ kind: 'colour-highlight', articleId: open.article.id, highlightId: highlight.id, colour }]);
  else if (!highlightSelection(session, { colour })) return;
  void changeSettings(session.library, session.client, { highlightColour: colour });
}

/** Sets the target's tags; a selection becomes a highlight in the first tag's colour. */
export function applyTags(session: Session, tags: readonly Tag[], newTags: readonly Tag[]): void {
  const open = openArticleOf(session.reader);
  const highlight = targetHighlight(session);
  if (!open) return;
  if (!highlight) {
    highlightSelection(session, { tags, newTags });
    return;
  }
  const made = newTags.map((tag): Edit => ({ kind: 'put-tag', tag }));
  void session.editor.edit([...made, { kind: 'tag-highlight', articleId: open.article.id, highlightId: highlight.id, tags: tags.map((tag) => tag.id) }]);
}

/** Opens the note of the target for writing; a selection becomes a highlight first. */
export function writeNote(session: Session): void {
  const id = targetHighlight(session)?.id ?? highlightSelection(session);
  if (!id) return;
  session.view.setState({ areNotesShown: true });
  session.reader.setState({ target: null, selectedId: id, editing: id });
  selectHighlight(session.reader, id, 'notes');
}

/** Copies the target's words. */
export async function copyQuote(session: Session): Promise<void> {
  const open = openArticleOf(session.reader);
  const { target } = session.reader.getState();
  const highlight = targetHighlight(session);
  const quote = highlight?.anchor.exact ?? (open && target?.kind === 'selection' ? open.projection.text.slice(target.range.start, target.range.end) : null);
  if (quote === null) return;
  await copyText(session, quote, readerMessages.copied);
}

/** Deletes the target highlight; the notice offers to take it back. The next highlight is chosen, so the keyboard stays in place. */
export function deleteHighlight(session: Session): void {
  const open = openArticleOf(session.reader);
  const highlight = targetHighlight(session);
  if (!open || !highlight) return;
  const index = open.highlights.findIndex((placed) => placed.highlight.id === highlight.id);
  const next = open.highlights[index + 1] ?? open.highlights[index - 1];
  const deleting = session.editor.edit([{ kind: 'remove-highlight', articleId: open.article.id, highlightId: highlight.id }]);
  session.reader.setState({ target: null, editing: null, selectedId: next?.highlight.id ?? null });
  void deleting.then((done) => done && showNotice(session.notices, { tone: 'done', text: readerMessages.deleted, action: { label: readerMessages.undo, run: () => void done.takeBack() } }));
}

/** Chooses the highlight after (1) or before (-1) the chosen one, in reading order. */
export function stepHighlight(session: Session, step: 1 | -1): void {
  const open = openArticleOf(session.reader);
  if (!open || open.highlights.length === 0) return;
  const index = open.highlights.findIndex((placed) => placed.highlight.id === session.reader.getState().selectedId);
  const next = index === -1 ? (step === 1 ? 0 : open.highlights.length - 1) : Math.min(Math.max(index + step, 0), open.highlights.length - 1);
  session.reader.setState({ target: null });
  selectHighlight(session.reader, open.highlights[next]?.highlight.id ?? null, 'both');
}
