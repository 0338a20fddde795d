import { useEffect, useRef } from 'react';
import { notesMessages } from '../text/notes-messages.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import type { Completion } from './note-completion.ts';
import type { NoteCompletion } from './use-note-completion.ts';
import styles from './completion-list.module.css';

type CompletionListProps = { readonly id: string; readonly completion: NoteCompletion };

export const completionId = (id: string, index: number): string => `${id}-${index}`;

const keyOf = (option: Completion) => (option.kind === 'tag' ? option.tag.id : `${option.link.articleId} ${option.link.highlightId ?? ''}`);

/** What can be put where the caret stands in a note. */
export function CompletionList({ id, completion }: CompletionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const count = completion.options.length;
  // Under a note at the lower edge of the pane it would open out of view.
  useEffect(() => void list.current?.scrollIntoView({ block: 'nearest' }), [count]);
  if (count === 0) return null;
  return (
    <div ref={list} id={id} role="listbox" aria-label={notesMessages.completions} className={styles.list} onPointerDown={(event) => event.preventDefault()}>
      {completion.options.map((option, index) => (
        <div
          key={keyOf(option)} id={completionId(id, index)} role="option" aria-selected={index === completion.active} className={styles.option}
          onPointerEnter={() => completion.point(index)} onClick={() => completion.take(option)}
        >
          {option.kind === 'tag' ? <><ColourDot colour={option.tag.colour} /><span className={styles.label}>{option.tag.name}</span></> : (
            <>
              <span className={option.of === null ? styles.label : styles.quote} dir="auto">{option.label}</span>
              {option.of !== null && <span className={styles.of} dir="auto">{option.of}</span>}
            </>
          )}
        </div>
      ))}
    </div>
  );
}
