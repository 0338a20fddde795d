import { useId } from 'react';
import styles from './slider.module.css';

type SliderProps = {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as it is read, with its unit. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
};

/** A number on a scale, with its name and its value. */
export function Slider({ label, value, min, max, step, shown, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className={styles.shown}>{shown}</output>
      <input id={id} type="range" className={styles.range} min={min} max={max} step={step} value={value} aria-valuetext={shown} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </div>
  );
}
