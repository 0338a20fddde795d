import { type MouseEvent, useRef } from 'react';
import type { Article } from '../../core/article/article.ts';
import { WriteButton } from '../library/write-button.tsx';
import { mayWrite } from '../state/access.ts';
import { useRefusal, useSelected, useSession } from '../state/use-session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteView } from './note-view.tsx';
import { useLeave } from './use-leave.ts';
import styles from './article-summary.module.css';

type ArticleSummaryProps = { readonly article: Article };

/** The gist of the whole article, over its notes. */
export function ArticleSummary({ article }: ArticleSummaryProps) {
  const session = useSession();
  const { reader } = session;
  const refusal = useRefusal();
  const isEditing = useSelected(reader, (state) => state.editing === 'summary');
  const edit = () => {
    if (mayWrite(session)) reader.setState({ editing: 'summary' });
  };

  function handleClick(event: MouseEvent): void {
    const isControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (!isControl && refusal === null && document.getSelection()?.isCollapsed !== false) edit();
  }

  return (
    <section aria-label={notesMessages.summary} data-summary="">
      {isEditing && <SummaryEditor article={article} />}
      {!isEditing && article.summary.trim() === '' && <button type="button" className={`${styles.box} ${styles.isEmpty}`} aria-disabled={refusal !== null} title={refusal ?? undefined} onClick={edit}>{notesMessages.summaryPlaceholder}</button>}
      {!isEditing && article.summary.trim() !== '' && (
        <div className={`${styles.box} ${styles.isWritten}`} onClick={handleClick}>
          <NoteView markdown={article.summary} />
          <WriteButton kind="quiet" isIcon className={styles.edit} aria-label={notesMessages.editSummary} title={notesMessages.editSummary} onClick={edit}><Icon name="pencil" /></WriteButton>
        </div>
      )}
    </section>
  );
}

function SummaryEditor({ article }: ArticleSummaryProps) {
  const { reader } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const close = () => reader.setState((state) => (state.editing === 'summary' ? { editing: null } : state));
  useLeave(box, close);
  return (
    <div ref={box} className={styles.editing}>
      <NoteEditor
        label={notesMessages.summary} placeholder={notesMessages.summaryPlaceholder} stored={article.summary}
        toEdit={(summary, base) => ({ kind: 'summarise-article', articleId: article.id, summary, base })}
        onDone={() => {
          const section = box.current?.closest('[data-summary]');
          close();
          // The button that brings the field back is there only when it is gone.
          requestAnimationFrame(() => section?.querySelector('button')?.focus());
        }}
      />
    </div>
  );
}
