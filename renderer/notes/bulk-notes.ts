import type { HighlightId, TagId } from '../../core/base/ids.ts';
import { outlineNotes } from '../../core/export/notes-outline.ts';
import { notesToMarkdown } from '../../core/export/to-markdown.ts';
import type { Colour } from '../../core/highlight/colour.ts';
import { NOTE_LENGTH_LIMIT, type Highlight } from '../../core/highlight/highlight.ts';
import type { Edit } from '../../core/library/edit.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { copyText } from '../library/copy-text.ts';
import { overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { notesMessages } from '../text/notes-messages.ts';

export type Marked = ReadonlySet<HighlightId>;

/** The marked highlights of the open article, in reading order. */
function markedIn(open: OpenArticle, marked: Marked): readonly Highlight[] {
  return open.highlights.flatMap(({ highlight }) => (marked.has(highlight.id) ? [highlight] : []));
}

/** Changes every marked highlight in one step of undo, and says what was done with an offer to take it back. */
async function changeMarked(session: Session, marked: Marked, change: { said: (count: number) => string; toEdits: (highlights: readonly Highlight[], open: OpenArticle) => readonly Edit[] }): Promise<void> {
  const open = openArticleOf(session.reader);
  if (!open) return;
  const edits = change.toEdits(markedIn(open, marked), open);
  const done = edits.length > 0 && (await session.editor.edit(edits));
  if (done) showNotice(session.notices, { tone: 'done', text: change.said(marked.size), action: { label: notesMessages.undo, run: () => void done.takeBack() } });
}

/** Adds tags to every marked highlight; those that are new are made. */
export function tagMarked(session: Session, marked: Marked, { tags, created }: { tags: readonly TagId[]; created: readonly Tag[] }): Promise<void> {
  return changeMarked(session, marked, {
    said: notesMessages.tagged,
    toEdits: (highlights, { article }) => [
      ...created.map((tag): Edit => ({ kind: 'put-tag', tag })),
      ...highlights.filter((highlight) => tags.some((id) => !highlight.tags.includes(id))).map(({ id, tags: own }): Edit => ({ kind: 'tag-highlight', articleId: article.id, highlightId: id, tags: [...new Set([...own, ...tags])] })),
    ],
  });
}

export function colourMarked(session: Session, marked: Marked, colour: Colour): Promise<void> {
  return changeMarked(session, marked, {
    said: notesMessages.coloured,
    toEdits: (highlights, { article }) => highlights.filter((highlight) => highlight.colour !== colour).map(({ id }) => ({ kind: 'colour-highlight', articleId: article.id, highlightId: id, colour })),
  });
}

export function deleteMarked(session: Session, marked: Marked): Promise<void> {
  return changeMarked(session, marked, {
    said: notesMessages.deletedMany,
    toEdits: (highlights, { article }) => highlights.map(({ id }) => ({ kind: 'remove-highlight', articleId: article.id, highlightId: id })),
  });
}

/** The edits that put the notes of several highlights into the first, with all of their tags; the others keep their place and colour. Null where the notes are too long for one. */
export function mergeEdits(articleId: OpenArticle['article']['id'], highlights: readonly Highlight[]): readonly Edit[] | null {
  const [first, ...others] = highlights;
  if (!first || others.length === 0) return [];
  const note = highlights.map((highlight) => highlight.note.trim()).filter((each) => each !== '').join('\n\n');
  if (note.length > NOTE_LENGTH_LIMIT) return null;
  return [
    { kind: 'note-highlight', articleId, highlightId: first.id, note, base: first.note },
    { kind: 'tag-highlight', articleId, highlightId: first.id, tags: [...new Set(highlights.flatMap(({ tags }) => tags))] },
    ...others.filter((other) => other.note !== '').map(({ id, note: base }): Edit => ({ kind: 'note-highlight', articleId, highlightId: id, note: '', base })),
  ];
}

export async function mergeMarked(session: Session, marked: Marked): Promise<void> {
  const open = openArticleOf(session.reader);
  const edits = open && mergeEdits(open.article.id, markedIn(open, marked));
  if (edits) await changeMarked(session, marked, { said: notesMessages.mergedNotes, toEdits: () => edits });
  else showNotice(session.notices, { tone: 'fault', text: notesMessages.tooLongToMerge, action: null });
}

/** Copies the marked highlights with their notes as an export would write them. */
export async function copyMarked(session: Session, marked: Marked): Promise<void> {
  const open = openArticleOf(session.reader);
  const overview = overviewOf(session.library);
  if (!open || !overview) return;
  const article = { ...open.article, summary: '', highlights: markedIn(open, marked) };
  const outline = outlineNotes({ article, content: open.content, codebook: { tags: overview.tags } }, 'in-order');
  await copyText(session, notesToMarkdown(outline, { legend: overview.settings.colourNames }), notesMessages.copiedMany(marked.size));
}
