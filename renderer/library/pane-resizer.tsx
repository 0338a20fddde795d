import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { resizeByKey } from './resize-by-key.ts';
import styles from './pane-resizer.module.css';

type PaneResizerProps = {
  readonly label: string;
  /** The edge of the pane that the separator stands on. */
  readonly side: 'left' | 'right';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
};

/** The movable edge of a pane: dragged, or by the arrow keys when it has the focus. */
export function PaneResizer({ label, side, value, min, max, onChange }: PaneResizerProps) {
  const grip = useRef<{ readonly x: number; readonly value: number } | null>(null);
  const grows = side === 'right' ? 1 : -1;

  function change(to: number): void {
    const next = Math.round(Math.min(Math.max(to, min), max));
    if (next !== value) onChange(next);
  }

  function handleKey(event: KeyboardEvent): void {
    const next = resizeByKey(event, { value, min, max, grows });
    if (next === null) return;
    event.preventDefault();
    change(next);
  }

  function handleDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, value };
  }

  function handleMove(event: PointerEvent): void {
    if (grip.current) change(grip.current.value + (event.clientX - grip.current.x) * grows);
  }

  return (
    <div
      role="separator" tabIndex={0} aria-orientation="vertical" aria-label={label} aria-valuenow={value} aria-valuemin={min} aria-valuemax={max}
      className={`${styles.resizer} ${styles[side]}`} onKeyDown={handleKey} onPointerDown={handleDown} onPointerMove={handleMove}
      onLostPointerCapture={() => {
        grip.current = null;
      }}
    />
  );
}
