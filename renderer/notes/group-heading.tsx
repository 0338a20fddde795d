import type { Tag } from '../../core/tag/tag.ts';
import { formatNumber } from '../text/format.ts';
import { notesMessages, tagMessages } from '../text/notes-messages.ts';
import { Button } from '../ui/button.tsx';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Icon } from '../ui/icon.tsx';
import type { NoteGroup } from './note-groups.ts';
import styles from './group-heading.module.css';

type GroupHeadingProps = { readonly group: NoteGroup; readonly onOpenTag: (tag: Tag) => void };

/** The tag over its notes, with how many there are. */
export function GroupHeading({ group: { tag, notes }, onOpenTag }: GroupHeadingProps) {
  return (
    <header className={styles.heading}>
      {tag && <ColourDot colour={tag.colour} />}
      <h3 className={styles.name} title={tag?.definition || undefined}>{tag?.name ?? notesMessages.untagged}</h3>
      {tag && <Button kind="quiet" isIcon className={styles.edit} aria-label={tagMessages.edit(tag.name)} title={tagMessages.edit(tag.name)} onClick={() => onOpenTag(tag)}><Icon name="pencil" /></Button>}
      <span className={styles.count} aria-label={notesMessages.count(notes.length)}>{formatNumber(notes.length)}</span>
    </header>
  );
}
