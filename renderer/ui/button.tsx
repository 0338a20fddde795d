import type { ComponentProps } from 'react';
import styles from './button.module.css';

type ButtonProps = ComponentProps<'button'> & {
  /** `quiet` has no frame until it is pointed at. */
  readonly kind?: 'plain' | 'primary' | 'quiet';
  /** A square button that shows an icon only: give it an `aria-label`. */
  readonly isIcon?: boolean;
};

/** A push button, 28 px high. */
export function Button({ kind = 'plain', isIcon = false, className = '', ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={`${styles.button} ${styles[kind]} ${isIcon ? styles.isIcon : ''} ${className}`} />;
}
