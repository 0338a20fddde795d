import { paletteMessages } from '../text/palette-messages.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { PaletteEntry } from './palette-entries.ts';
import styles from './palette.module.css';

type PaletteOptionProps = { readonly id: string; readonly entry: PaletteEntry; readonly isActive: boolean; readonly onPoint: () => void; readonly onChoose: () => void };

/** What stands at the end of a result: the keys of a command or what it lacks, the source of an article, the words of a search. */
function End({ entry }: { readonly entry: PaletteEntry }) {
  if (entry.kind === 'command') return entry.lack === null ? <Kbd command={entry.command} /> : <span className={styles.end}>{paletteMessages.lacks[entry.lack]}</span>;
  if (entry.kind === 'search') return <span className={styles.end} dir="auto">{entry.search.query}</span>;
  return null;
}

/** One result of the palette. The pointer takes the keys' place along, but only when it moves. */
export function PaletteOption({ id, entry, isActive, onPoint, onChoose }: PaletteOptionProps) {
  return (
    <div id={id} role="option" aria-selected={isActive} aria-disabled={entry.isOff || undefined} className={styles.option} onPointerMove={isActive ? undefined : onPoint} onClick={onChoose}>
      {entry.kind === 'tag' && <ColourDot colour={entry.tag.colour} />}
      <span className={styles.label} dir="auto">{entry.label}</span>
      <End entry={entry} />
    </div>
  );
}
