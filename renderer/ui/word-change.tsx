import type { Piece } from '../../core/base/word-difference.ts';
import styles from './word-change.module.css';

type WordChangeProps = {
  readonly kind: Exclude<Piece['kind'], 'same'>;
  readonly text: string;
  /** Said before it, for those who don't see the mark. */
  readonly label: string;
  /** The change that is gone to. */
  readonly isCurrent?: boolean;
  readonly change?: number | null;
};

/** Words that come or go: marked by underline or strike-through, and in words. */
export function WordChange({ kind, text, label, isCurrent = false, change = null }: WordChangeProps) {
  const Mark = kind === 'added' ? 'ins' : 'del';
  return <Mark className={`${styles[kind]} ${isCurrent ? styles.isCurrent : ''}`} data-change={change ?? undefined}><span className="visuallyHidden">{label}</span>{text}</Mark>;
}
