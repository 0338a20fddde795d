import { useId } from 'react';
import styles from './segmented.module.css';

/** A choice; `lang` is the language of its label, where that is not the window's. */
export type SegmentOption<Value extends string> = { readonly value: Value; readonly label: string; readonly lang?: string };

type SegmentedProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** A choice of one among a few, side by side: radio buttons, with the keys that those have. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        <label key={option.value} lang={option.lang} className={styles.option}>
          <input type="radio" name={name} className={styles.radio} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
