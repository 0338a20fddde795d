import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Edit } from '../../core/library/edit.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { NOTE_LENGTH_LIMIT } from '../../core/highlight/highlight.ts';
import { isMac } from '../commands/platform.ts';
import type { Session } from '../state/session.ts';
import { isDone } from '../state/editor.ts';
import { useSession } from '../state/use-session.ts';
import { CompletionList, completionId } from './completion-list.tsx';
import { continueList, type Replacement, wrapSelection } from './markdown-typing.ts';
import { useDraft } from './use-draft.ts';
import { type FindHeirs, useFocusHeir } from './use-focus-heir.ts';
import { useNoteCompletion } from './use-note-completion.ts';
import { useSteadyCaret } from './use-steady-caret.ts';
import styles from './note-editor.module.css';

type NoteEditorProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly stored: string;
  readonly toEdit: (text: string, base: string) => Edit;
  /** Told of a tag that was completed in the text. */
  readonly onTag?: (tag: Tag) => void;
  readonly onDone: () => void;
};

/** Puts a replacement into the field as if it were typed, so that the field's own undo knows it. */
function typeInto(field: HTMLTextAreaElement, { start, end, text, selection }: Replacement): void {
  field.setSelectionRange(start, end);
  // There is no other way to change a text field that keeps its undo.
  document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
  field.setSelectionRange(selection.start, selection.end);
}

function replacementFor(event: KeyboardEvent<HTMLTextAreaElement>): Replacement | null {
  const { value, selectionStart: start, selectionEnd: end } = event.currentTarget;
  const isMod = (isMac ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
  if (isMod && event.key.toLowerCase() === 'b') return wrapSelection(value, { start, end }, '**');
  if (isMod && event.key.toLowerCase() === 'i') return wrapSelection(value, { start, end }, '_');
  if (event.key === 'Enter' && !isMod && !event.shiftKey && start === end) return continueList(value, start);
  return null;
}

/** Saves the text of one stretch of writing as one step of undo. */
function makeSave({ editor }: Session, toEdit: (text: string, base: string) => Edit): (text: string, base: string) => Promise<boolean> {
  const stretch = `writing ${Date.now()}`;
  return async (text, base) => {
    const isSaved = await isDone(editor.edit([toEdit(text, base)], stretch));
    // What failed for want of disk or connection is tried again by the editor itself.
    return isSaved || editor.state.getState().saving.kind === 'failed';
  };
}

const findHeirs: FindHeirs = (gone) => [gone.closest('[data-card]'), gone.closest('[data-pane]')];

/** A field for Markdown that grows with its text and saves it as it is typed. Escape, or Mod+Enter, is done. */
export function NoteEditor({ label, placeholder, stored, toEdit, onTag, onDone }: NoteEditorProps) {
  const session = useSession();
  const [save] = useState(() => makeSave(session, toEdit));
  const { text, draft } = useDraft(stored, save);
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusHeir(field, findHeirs);
  const noteCaret = useSteadyCaret(field, text);
  const listId = useId();
  const completion = useNoteCompletion({ field, onTag, type: (replacement) => field.current && typeInto(field.current, replacement) });
  const isCompleting = completion.active !== -1;

  function handleKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (completion.handleKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (isMac ? event.metaKey : event.ctrlKey));
    const replacement = isDone ? null : replacementFor(event);
    if (!isDone && !replacement) return;
    event.preventDefault();
    event.stopPropagation();
    if (replacement) typeInto(event.currentTarget, replacement);
    else onDone();
  }

  return (
    <>
      <textarea
        ref={field} className={styles.editor} dir="auto" rows={2} maxLength={NOTE_LENGTH_LIMIT} autoFocus aria-label={label} placeholder={placeholder} value={text}
        aria-autocomplete="list" aria-haspopup="listbox" aria-controls={isCompleting ? listId : undefined} aria-activedescendant={isCompleting ? completionId(listId, completion.active) : undefined}
        onFocus={(event) => event.currentTarget.setSelectionRange(event.currentTarget.value.length, event.currentTarget.value.length)}
        onChange={(event) => {
          noteCaret();
          draft.change(event.target.value);
          completion.look();
        }}
        onSelect={() => {
          noteCaret();
          completion.look();
        }}
        onBlur={() => {
          completion.close();
          void draft.flush();
        }}
        onKeyDown={handleKeyDown}
      />
      <CompletionList id={listId} completion={completion} />
    </>
  );
}
