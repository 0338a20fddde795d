import type { Colour } from '../../core/highlight/colour.ts';
import styles from './colour-dot.module.css';

/** The colour of a tag, beside its name. */
export function ColourDot({ colour }: { readonly colour: Colour }) {
  return <span className={styles.dot} data-colour={colour} aria-hidden="true" />;
}
