import { type Colour, colours } from '../../core/highlight/colour.ts';
import { useSettings } from '../state/use-session.ts';
import { colourWords } from '../text/reader-messages.ts';
import styles from './colour-swatches.module.css';

type ColourSwatchesProps = { readonly label: string; /** Null: none is chosen yet. */ readonly value: Colour | null; readonly onChange: (colour: Colour) => void };

/** The eight colours as buttons, the present one pressed. */
export function ColourSwatches({ label, value, onChange }: ColourSwatchesProps) {
  const { colourNames } = useSettings();
  return (
    <div role="group" aria-label={label} className={styles.swatches}>
      {colours.map((colour, index) => (
        <button
          key={colour} type="button" data-colour={colour} className={styles.swatch} title={`${colourWords(colour, colourNames)}, ${index + 1}`}
          aria-label={colourWords(colour, colourNames)} aria-pressed={colour === value} onClick={() => onChange(colour)}
        />
      ))}
    </div>
  );
}
