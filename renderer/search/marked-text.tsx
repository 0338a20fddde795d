import type { Snippet } from '../../core/search/snippets.ts';
import styles from './marked-text.module.css';

/** A text with what was found in it marked. */
export function MarkedText({ text, marks }: Pick<Snippet, 'text' | 'marks'>) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <span key={start}>{text.slice(marks[index - 1]?.end ?? 0, start)}<mark className={styles.mark}>{text.slice(start, end)}</mark></span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
