import { shownColour } from '../../core/highlight/colour.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { WriteButton } from '../library/write-button.tsx';
import { applyColour, copyQuote, deleteHighlight, writeNote } from '../reader/highlighting.ts';
import type { Session } from '../state/session.ts';
import { useRefusal, useSession } from '../state/use-session.ts';
import { ColourSwatches } from '../tags/colour-swatches.tsx';
import { notesMessages } from '../text/notes-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './card-actions.module.css';

type CardActionsProps = {
  readonly highlight: Highlight;
  /** With the colours, in a row of its own; else only what a glance needs. */
  readonly isFull: boolean;
  readonly onTag: () => void;
};

/** What can be done with a highlight, as quiet buttons on its card. */
export function CardActions({ highlight, isFull, onTag }: CardActionsProps) {
  const session = useSession();
  const refusal = useRefusal();
  // What the reader's commands act on is the chosen highlight, so it is chosen first.
  const on = (run: (session: Session) => void) => () => {
    session.reader.setState({ selectedId: highlight.id, target: null });
    run(session);
  };
  const actions: readonly (readonly [IconName, string, () => void])[] = [
    ['tag', notesMessages.editTags, on(onTag)],
    ['pencil', highlight.note === '' ? notesMessages.addNote : notesMessages.editNote, on(writeNote)],
    ['copy', notesMessages.copyQuote, on((chosen) => void copyQuote(chosen))],
    ['bin', notesMessages.delete, on(deleteHighlight)],
  ];
  return (
    <div role="group" aria-label={notesMessages.actions} className={isFull ? styles.row : styles.glance}>
      {isFull && refusal === null && <ColourSwatches label={notesMessages.colour} value={shownColour(highlight.colour)} onChange={(colour) => on((chosen) => applyColour(chosen, colour))()} />}
      <div className={styles.buttons}>
        {actions.map(([icon, name, run]) => {
          const Action = icon === 'copy' ? Button : WriteButton;
          return <Action key={icon} kind="quiet" isIcon className={styles.button} aria-label={name} title={name} onClick={run}><Icon name={icon} /></Action>;
        })}
      </div>
    </div>
  );
}
