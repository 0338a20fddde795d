import { useState } from 'react';
import { normaliseLine } from '../../core/base/text.ts';
import { type Colour, COLOUR_NAME_LENGTH_LIMIT, colours } from '../../core/highlight/colour.ts';
import { changeSettings, overviewOf } from '../state/library-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { legendMessages } from '../text/palette-messages.ts';
import { colourNames } from '../text/reader-messages.ts';
import { Button } from '../ui/button.tsx';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import styles from './colours-dialog.module.css';

/** The name of one colour, kept as it is typed. */
function ColourName({ colour, isFirst }: { readonly colour: Colour; readonly isFirst: boolean }) {
  const { library, client } = useSession();
  const kept = useSettings().colourNames[colour] ?? '';
  const [draft, setDraft] = useState(kept);

  function handleChange(text: string): void {
    setDraft(text);
    const name = normaliseLine(text).slice(0, COLOUR_NAME_LENGTH_LIMIT);
    const others = Object.entries(overviewOf(library)?.settings.colourNames ?? {}).filter(([other]) => other !== colour);
    void changeSettings(library, client, { colourNames: Object.fromEntries(name === '' ? others : [...others, [colour, name]]) });
  }

  return (
    <label className={styles.row}>
      <ColourDot colour={colour} />
      <span className={styles.colour}>{colourNames[colour]}</span>
      <input type="text" className={styles.input} autoComplete="off" dir="auto" maxLength={COLOUR_NAME_LENGTH_LIMIT} value={draft} data-initial-focus={isFirst ? '' : undefined} onChange={(event) => handleChange(event.target.value)} />
    </label>
  );
}

/** What the user calls the colours, while that is being written. */
export function ColoursDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'colours');
  if (!isOpen) return null;
  const close = () => view.setState({ dialog: null });
  return (
    <Modal title={legendMessages.title} onClose={close} width={420}>
      <p className={styles.lead}>{legendMessages.lead}</p>
      <div className={styles.rows}>{colours.map((colour, index) => <ColourName key={colour} colour={colour} isFirst={index === 0} />)}</div>
      <ModalActions><Button kind="primary" onClick={close}>{legendMessages.done}</Button></ModalActions>
    </Modal>
  );
}
