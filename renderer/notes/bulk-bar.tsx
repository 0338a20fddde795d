import { useState } from 'react';
import type { HighlightId } from '../../core/base/ids.ts';
import { WriteButton } from '../library/write-button.tsx';
import { useRefusal, useSession } from '../state/use-session.ts';
import { ColourSwatches } from '../tags/colour-swatches.tsx';
import { TagInput } from '../tags/tag-input.tsx';
import { notesMessages } from '../text/notes-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { colourMarked, copyMarked, deleteMarked, mergeMarked, tagMarked } from './bulk-notes.ts';
import styles from './bulk-bar.module.css';

type BulkBarProps = { readonly marked: ReadonlySet<HighlightId>; readonly onClear: () => void };

/** What can be done with all marked cards at once; each is one step of undo. */
export function BulkBar({ marked, onClear }: BulkBarProps) {
  const session = useSession();
  const refusal = useRefusal();
  const [isTagging, setIsTagging] = useState(false);
  return (
    <section
      className={styles.bar} aria-label={notesMessages.marked(marked.size)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        if (isTagging) setIsTagging(false);
        else onClear();
      }}
    >
      <div className={styles.row}>
        <strong role="status">{notesMessages.marked(marked.size)}</strong>
        <Button kind="quiet" onClick={onClear}>{notesMessages.clearMarks}</Button>
      </div>
      {refusal === null && <ColourSwatches label={notesMessages.colour} value={null} onChange={(colour) => void colourMarked(session, marked, colour)} />}
      {isTagging && (
        <TagInput
          label={notesMessages.tags} chosen={[]} autoFocus
          onChange={(tags, created) => {
            setIsTagging(false);
            void tagMarked(session, marked, { tags, created });
          }}
        />
      )}
      <div className={styles.row}>
        <WriteButton onClick={() => setIsTagging(!isTagging)} aria-expanded={isTagging}><Icon name="tag" />{notesMessages.addTag}</WriteButton>
        <Button onClick={() => void copyMarked(session, marked)}><Icon name="copy" />{notesMessages.copyMarked}</Button>
        <WriteButton disabled={marked.size < 2} onClick={() => void mergeMarked(session, marked)}>{notesMessages.mergeNotes}</WriteButton>
        <WriteButton
          onClick={() => {
            void deleteMarked(session, marked);
            onClear();
          }}
        >
          <Icon name="bin" />{notesMessages.deleteMarked}
        </WriteButton>
      </div>
    </section>
  );
}
