import { shorten } from '../../core/base/text.ts';
import type { TextChanges } from '../../core/article/text-changes.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './changes-dialog.module.css';

const SAID_LENGTH = 160;

/** The words of a change, as a screen reader is to say them. */
function wordsOf({ rows }: TextChanges, current: number): string {
  const pieces = rows.flatMap((row) => row.pieces).filter(({ change }) => change === current);
  const words = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text).join(' ').trim();
  const [removed, added] = [words('removed'), words('added')];
  return [removed && changesMessages.removed + shorten(removed, SAID_LENGTH), added && changesMessages.added + shorten(added, SAID_LENGTH)].filter(Boolean).join('; ');
}

type ChangeStepsProps = { readonly changes: TextChanges; readonly current: number | null; readonly onStep: (step: 1 | -1) => void };

/** How many changes there are, which of them is shown, and the way to the next. */
export function ChangeSteps({ changes, current, onStep }: ChangeStepsProps) {
  const { changeCount, addedWords, removedWords } = changes;
  if (changeCount === 0) return <p className={styles.count} role="status">{changesMessages.same}</p>;
  return (
    <div className={styles.steps}>
      <p className={styles.count}>{changesMessages.count(changeCount, addedWords, removedWords)}</p>
      <p className={styles.position} role="status">
        {current !== null && <>{changesMessages.position(current + 1, changeCount)}<span className="visuallyHidden">, {wordsOf(changes, current)}</span></>}
      </p>
      <Button kind="quiet" isIcon aria-label={changesMessages.previous} title={`${changesMessages.previous} (Shift+F3)`} onClick={() => onStep(-1)}><Icon name="up" /></Button>
      <Button kind="quiet" isIcon aria-label={changesMessages.next} title={`${changesMessages.next} (F3)`} onClick={() => onStep(1)}><Icon name="down" /></Button>
    </div>
  );
}
