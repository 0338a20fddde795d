import { type ChangeEvent, useId } from 'react';
import styles from './text-field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with the value; said at the field, in place of the hint. */
  readonly fault?: string | undefined;
  /** Lines; one, if it is not given. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly isFirst?: boolean;
};

/** A labelled field for text, with its hint and its fault. */
export function TextField({ label, value, onChange, hint, fault, rows, placeholder, isFirst = false }: TextFieldProps) {
  const id = useId();
  const said = fault ?? hint;
  const shared = {
    id, value, placeholder, className: styles.input, dir: 'auto', 'aria-invalid': fault !== undefined, 'aria-describedby': said === undefined ? undefined : `${id}-said`, 'data-initial-focus': isFirst ? '' : undefined,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>{label}</label>
      {rows === undefined ? <input type="text" autoComplete="off" {...shared} /> : <textarea rows={rows} {...shared} />}
      {said !== undefined && <p id={`${id}-said`} className={fault === undefined ? styles.hint : styles.fault}>{said}</p>}
    </div>
  );
}
