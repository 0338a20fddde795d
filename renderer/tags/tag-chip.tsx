import type { Tag } from '../../core/tag/tag.ts';
import { tagMessages } from '../text/notes-messages.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './tag-chip.module.css';

type TagChipProps = {
  readonly tag: Tag;
  /** With it, the chip is a button that opens the tag. */
  readonly onOpen?: ((tag: Tag) => void) | undefined;
  readonly onRemove?: ((tag: Tag) => void) | undefined;
};

/** A tag on a highlight: its colour and name, its definition where the pointer rests. */
export function TagChip({ tag, onOpen, onRemove }: TagChipProps) {
  const name = <><ColourDot colour={tag.colour} /><span className={styles.name}>{tag.name}</span></>;
  const title = tag.definition || undefined;
  if (onOpen) return <button type="button" className={`${styles.chip} ${styles.isOpenable}`} title={title} aria-label={tagMessages.edit(tag.name)} onClick={() => onOpen(tag)}>{name}</button>;
  return (
    <span className={`${styles.chip} ${onRemove ? styles.isRemovable : ''}`} title={title}>
      {name}
      {onRemove && <button type="button" className={styles.remove} aria-label={tagMessages.remove(tag.name)} onClick={() => onRemove(tag)}><Icon name="close" /></button>}
    </span>
  );
}
