import { type FormEvent, useId, useState } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { NAME_LENGTH_LIMIT } from '../../core/base/named-record.ts';
import { normaliseLine } from '../../core/base/text.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { findTag, findTagByName, type Tag } from '../../core/tag/tag.ts';
import { showNotice } from '../state/notices.ts';
import { useSession, useTags } from '../state/use-session.ts';
import { tagMessages } from '../text/notes-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { ColourSwatches } from './colour-swatches.tsx';
import { useTagUse } from './use-tag-use.ts';
import styles from './tag-dialog.module.css';

type TagDialogProps = { readonly tagId: TagId; readonly onClose: () => void };

/** Renames, recolours and defines a tag; removes it when no highlight carries it. */
export function TagDialog({ tagId, onClose }: TagDialogProps) {
  const tag = findTag({ tags: useTags() }, tagId);
  if (!tag) return null;
  return <Modal title={tagMessages.dialog} onClose={onClose} width={440}><TagForm tag={tag} onClose={onClose} /></Modal>;
}

/** A dialog gives the focus to what has this attribute, which React's own `autoFocus` does not write. */
function markForFocus(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '');
}

function TagForm({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { editor } = useSession();
  const tags = useTags();
  const [draft, setDraft] = useState(tag);
  const errorId = useId();
  const name = normaliseLine(draft.name);
  const namesake = findTagByName({ tags }, name);
  const taken = namesake && namesake.id !== tag.id ? namesake.name : null;

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name === '' || taken !== null) return;
    if (await editor.edit([{ kind: 'put-tag', tag: { ...draft, name, definition: draft.definition.trim() } }])) onClose();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
      <label className={styles.field}>
        {tagMessages.name}
        <input
          className={styles.input} value={draft.name} maxLength={NAME_LENGTH_LIMIT} required ref={markForFocus} autoComplete="off" aria-invalid={taken !== null} aria-describedby={errorId}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </label>
      <p id={errorId} role="alert" className={styles.error} hidden={taken === null}>{taken !== null && faultSentence({ code: 'name-taken', record: 'tag', name: taken })}</p>
      <div className={styles.field}>
        <span aria-hidden="true">{tagMessages.colour}</span>
        <ColourSwatches label={tagMessages.colour} value={draft.colour} onChange={(colour) => setDraft({ ...draft, colour })} />
      </div>
      <label className={styles.field}>
        {tagMessages.definition}
        <textarea className={styles.input} rows={4} placeholder={tagMessages.definitionPlaceholder} value={draft.definition} onChange={(event) => setDraft({ ...draft, definition: event.target.value })} />
      </label>
      <ModalActions>
        <RemoveTag tag={tag} onClose={onClose} />
        <Button onClick={onClose}>{tagMessages.cancel}</Button>
        <Button kind="primary" type="submit" disabled={name === '' || taken !== null}>{tagMessages.save}</Button>
      </ModalActions>
    </form>
  );
}

/** Removes a tag that nothing carries; says why it can't while something does. */
function RemoveTag({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { editor, notices } = useSession();
  const use = useTagUse().get(tag.id) ?? 0;
  if (use > 0) return <span className={styles.use}>{tagMessages.inUse(use)}</span>;

  async function remove(): Promise<void> {
    onClose();
    const done = await editor.edit([{ kind: 'remove-tag', tagId: tag.id }]);
    if (done) showNotice(notices, { tone: 'done', text: tagMessages.removed(tag.name), action: { label: tagMessages.undo, run: () => void done.takeBack() } });
  }
  return <span className={styles.use}><Button kind="quiet" onClick={() => void remove()}>{tagMessages.removeTag}</Button></span>;
}
