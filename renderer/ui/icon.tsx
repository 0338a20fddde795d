import styles from './icon.module.css';

/** Each on a grid of 16, drawn with a line of 1.5. */
const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  close: 'M4 4l8 8M12 4l-8 8',
  down: 'M4 6l4 4 4-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3.5v9M3.5 8h9',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4l3.1 3.1',
  sort: 'M4.5 3v10M2.5 11l2 2 2-2M9 4h4.5M9 8h3M9 12h1.5',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2h.01',
} as const;

export type IconName = keyof typeof paths;

/** A small picture beside words or inside a named button; it says nothing by itself. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`${styles.icon} ${name === 'more' ? styles.isDotted : ''}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
