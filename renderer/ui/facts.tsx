import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** What a dialog says of how something stands: a box of names and their facts. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One of them; `isLive` where it changes while it is read. */
export function Fact({ name, isLive = false, children }: { readonly name: string; readonly isLive?: boolean; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd aria-live={isLive ? 'polite' : undefined}>{children}</dd></div>;
}
