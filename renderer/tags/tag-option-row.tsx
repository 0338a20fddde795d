import { formatNumber } from '../text/format.ts';
import { tagMessages } from '../text/notes-messages.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { TagOption } from './tag-options.ts';
import styles from './tag-input.module.css';

type TagOptionRowProps = { readonly id: string; readonly option: TagOption; readonly isActive: boolean; readonly onPoint: () => void; readonly onTake: () => void };

/** A tag that the field offers, with its use; or what it would make, with the key that makes it. */
export function TagOptionRow({ id, option, isActive, onPoint, onTake }: TagOptionRowProps) {
  return (
    <div id={id} role="option" aria-selected={isActive} className={styles.option} onPointerMove={onPoint} onClick={onTake}>
      {option.kind === 'tag' ? (
        <>
          <ColourDot colour={option.tag.colour} />
          <span className={styles.name}>{option.tag.name}</span>
          <span className={styles.end} title={tagMessages.use(option.use)}>{formatNumber(option.use)}</span>
        </>
      ) : (
        <>
          <span className={styles.name}>{tagMessages.create(option.name)}</span>
          <span className={styles.end}><Kbd keys={isActive ? 'Enter' : 'Shift+Enter'} /></span>
        </>
      )}
    </div>
  );
}
