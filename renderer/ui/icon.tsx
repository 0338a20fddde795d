import styles from './icon.module.css';

/** Each on a grid of 16, drawn with a line of 1.5. */
const paths = {
  back: 'M9.5 3.5L5 8l4.5 4.5',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.7M9.2 7v3.7',
  case: 'M2 12l3-8h.6l3 8M3 9.4h4.6M14 7.6V12M14 9.8a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0z',
  check: 'M3.5 8.5l3 3 6-7',
  close: 'M4 4l8 8M12 4l-8 8',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  contents: 'M3 4h10M5.5 8H13M5.5 12H13M3 8h.01M3 12h.01',
  copy: 'M6 5.5h7v8H6zM10 5.5v-3H3v8h3',
  down: 'M4 6l4 4 4-4',
  edit: 'M3 13l.7-3L10.6 3.1a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7L6 12.3z',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  folder: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  forward: 'M6.5 3.5L11 8l-4.5 4.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  pencil: 'M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2',
  play: 'M5 3.2l7.5 4.8L5 12.8z',
  plus: 'M8 3.5v9M3.5 8h9',
  save: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4l3.1 3.1',
  sort: 'M4.5 3v10M2.5 11l2 2 2-2M9 4h4.5M9 8h3M9 12h1.5',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 6.3V13',
  tag: 'M2.5 3h5l6 6-4.8 4.8-6.2-6.2zM5.3 5.8h.01',
  up: 'M4 10l4-4 4 4',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2h.01',
  word: 'M2.5 10.5V13h11v-2.5M6.8 5v4M6.8 7a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0zM9.2 3v6M13 7a1.9 1.9 0 1 1-3.8 0A1.9 1.9 0 0 1 13 7z',
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
