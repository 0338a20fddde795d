import { useId, useRef } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { tagMessages } from '../text/notes-messages.ts';
import { TagChip } from './tag-chip.tsx';
import { TagOptionRow } from './tag-option-row.tsx';
import { type OnTagsChange, useTagField } from './use-tag-field.ts';
import styles from './tag-input.module.css';

type TagInputProps = { readonly label: string; readonly chosen: readonly TagId[]; readonly onChange: OnTagsChange; readonly autoFocus?: boolean };

/** Chips of the chosen tags and a field that completes further ones from the codebook, or makes them. */
export function TagInput({ label, chosen, onChange, autoFocus = false }: TagInputProps) {
  const field = useTagField(chosen, onChange);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <div className={styles.field}>
      <div className={styles.row} onClick={(event) => event.target === event.currentTarget && input.current?.focus()}>
        {field.chips.map((tag) => (
          <TagChip
            key={tag.id} tag={tag}
            onRemove={() => {
              field.remove(tag);
              input.current?.focus();
            }}
          />
        ))}
        <input
          ref={input} className={styles.input} type="text" role="combobox" aria-label={label} aria-expanded={field.isOpen} aria-controls={listId} aria-autocomplete="list"
          aria-activedescendant={field.active === -1 ? undefined : optionId(field.active)} placeholder={tagMessages.placeholder} autoComplete="off" spellCheck={false} autoFocus={autoFocus}
          value={field.typed} onChange={(event) => field.type(event.target.value)} onKeyDown={field.handleKey} onFocus={() => field.open(true)} onBlur={() => field.open(false)} onClick={() => field.open(true)}
        />
      </div>
      <div id={listId} role="listbox" aria-label={tagMessages.options} className={styles.options} hidden={!field.isOpen} onPointerDown={(event) => event.preventDefault()}>
        {field.isOpen && field.options.map((option, index) => (
          <TagOptionRow
            key={option.kind === 'tag' ? option.tag.id : ''} id={optionId(index)} option={option} isActive={index === field.active}
            onPoint={() => field.point(index)} onTake={() => field.take(option)}
          />
        ))}
      </div>
    </div>
  );
}
