import { useRef } from 'react';
import { type Draft, emptyDraft } from '../state/imports.ts';
import { addMessages } from '../text/library-messages.ts';
import { Segmented } from '../ui/segmented.tsx';
import styles from './add-article.module.css';

type DraftFieldProps = { readonly label: string; readonly draft: Draft; readonly onChange: (draft: Draft) => void; readonly onSubmit: () => void };

/** A field for the text of an article; where a page was pasted, it asks whether that or its plain text is meant. Control or Command with Enter submits. */
export function DraftField({ label, draft, onChange, onSubmit }: DraftFieldProps) {
  const { text, html, isPage } = draft;
  const pastedHtml = useRef<string | null>(null);
  return (
    <>
      <textarea
        className={styles.text} rows={12} aria-label={label} placeholder={addMessages.placeholder} value={text} dir="auto" spellCheck={false} data-initial-focus=""
        onPaste={({ clipboardData, currentTarget }) => {
          // The page is what was pasted only where nothing else is in the field.
          const isWhole = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === currentTarget.value.length;
          pastedHtml.current = isWhole ? clipboardData.getData('text/html') || null : null;
        }}
        onChange={(event) => {
          onChange({ ...emptyDraft, text: event.target.value, html: pastedHtml.current });
          pastedHtml.current = null;
        }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(); }}
      />
      {html !== null && (
        <div className={styles.as}>
          <span aria-hidden="true">{addMessages.as}</span>
          <Segmented
            label={addMessages.as} value={isPage ? 'page' : 'text'} options={[{ value: 'text', label: addMessages.asText }, { value: 'page', label: addMessages.asPage }]}
            onChange={(value) => onChange({ text, html, isPage: value === 'page' })}
          />
        </div>
      )}
    </>
  );
}
