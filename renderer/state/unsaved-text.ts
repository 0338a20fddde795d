import { assertNever } from '../../core/base/never.ts';
import type { Edit } from '../../core/library/edit.ts';

/** The words that a user wrote in an edit; none for one that only moves or marks. */
function wordsOf(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'add-highlight': return [`> ${edit.highlight.anchor.exact}`, edit.highlight.note];
    case 'note-highlight': return [edit.note];
    case 'summarise-article': return [edit.summary];
    case 'describe-article': return Object.values(edit.details).flatMap((value) => (typeof value === 'string' ? [value] : []));
    case 'put-tag': return [edit.tag.name, edit.tag.definition];
    case 'put-collection': return [edit.collection.name];
    case 'put-search': return [`${edit.search.name}: ${edit.search.query}`];
    case 'remove-highlight':
    case 'colour-highlight':
    case 'move-highlight':
    case 'tag-highlight':
    case 'set-status':
    case 'put-back':
    case 'set-content':
    case 'bin-article':
    case 'remove-tag':
    case 'remove-collection':
    case 'collect':
    case 'remove-search':
      return [];
    default: return assertNever(edit);
  }
}

/** What an edit is about: of several edits of one thing, the last state counts. */
function aboutOf(edit: Edit): string {
  if ('highlightId' in edit) return edit.highlightId;
  if ('highlight' in edit) return edit.highlight.id;
  if (edit.kind === 'describe-article') return `${edit.kind} ${edit.articleId} ${Object.keys(edit.details).join(' ')}`;
  if ('articleId' in edit) return `${edit.kind} ${edit.articleId}`;
  switch (edit.kind) {
    case 'put-tag': return edit.tag.id;
    case 'put-collection': return edit.collection.id;
    case 'put-search': return edit.search.id;
    default: return edit.kind;
  }
}

/** A change of several details as changes of one each, so that a later one of another takes none away. */
function eachDetail(edit: Edit): readonly Edit[] {
  return edit.kind === 'describe-article' ? Object.entries(edit.details).map(([name, value]) => ({ ...edit, details: { [name]: value } })) : [edit];
}

/** All that was written and could not be saved, as text to keep elsewhere. Of what was typed step by step, the last state. */
export function unsavedText(edits: readonly Edit[]): string {
  const written = new Map<string, readonly string[]>();
  for (const edit of edits.flatMap(eachDetail)) {
    const about = aboutOf(edit);
    const words = wordsOf(edit);
    if (words.length === 0) continue;
    // A note that follows its highlight takes the place of the note, not of the quote.
    const quote = (written.get(about) ?? []).filter((line) => edit.kind === 'note-highlight' && line.startsWith('> '));
    written.set(about, [...quote, ...words].filter((line) => line !== ''));
  }
  return [...written.values()].map((lines) => lines.join('\n\n')).join('\n\n');
}
