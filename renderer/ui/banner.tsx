import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './banner.module.css';

type BannerProps = { readonly label: string; readonly sentence: string; readonly children: ReactNode };

/** Something about the whole window that stays until it is settled: what it is, and what can be done about it. */
export function Banner({ label, sentence, children }: BannerProps) {
  return (
    <section className={styles.banner} aria-label={label}>
      <p className={styles.sentence} role="status"><Icon name="warning" /><span><strong>{label}.</strong> {sentence}</span></p>
      {children}
    </section>
  );
}
