import type { RefObject } from 'react';
import type { ArticleId } from '../../core/base/ids.ts';
import { shorten } from '../../core/base/text.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { useSession } from '../state/use-session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteView } from './note-view.tsx';
import { useLeave } from './use-leave.ts';
import styles from './note-card.module.css';

type CardNoteProps = { readonly articleId: ArticleId; readonly highlight: Highlight; readonly isEditing: boolean; readonly card: RefObject<HTMLElement | null> };

/** The note of a card, or the field it is written in. */
export function CardNote({ articleId, highlight, isEditing, card }: CardNoteProps) {
  if (isEditing) return <CardEditor articleId={articleId} highlight={highlight} card={card} />;
  if (highlight.note.trim() === '') return null;
  return <div className={styles.note} data-note=""><NoteView markdown={highlight.note} /></div>;
}

function CardEditor({ articleId, highlight, card }: Omit<CardNoteProps, 'isEditing'>) {
  const { reader, editor } = useSession();
  const { id } = highlight;
  const close = () => reader.setState((state) => (state.editing === id ? { editing: null } : state));
  useLeave(card, close);
  return (
    <div className={styles.note}>
      <NoteEditor
        label={notesMessages.noteOn(shorten(highlight.anchor.exact, 60))} placeholder={notesMessages.notePlaceholder} stored={highlight.note}
        onTag={(tag) => {
          if (!highlight.tags.includes(tag.id)) void editor.edit([{ kind: 'tag-highlight', articleId, highlightId: id, tags: [...highlight.tags, tag.id] }]);
        }}
        toEdit={(note, base) => ({ kind: 'note-highlight', articleId, highlightId: id, note, base })}
        onDone={close}
      />
    </div>
  );
}
