import { useState } from 'react';
import { readingFormats } from '../../core/import/readings/reading.ts';
import { bringsAnything, countPlan, type PlannedReading, type ReadingsPlan } from '../../core/library/plan-readings.ts';
import { planSentences } from '../../core/messages/readings-messages.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { readingsMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { leavePlan, takePlan } from './take-readings.ts';
import styles from './readings-dialog.module.css';

type ReadingRowProps = { readonly reading: PlannedReading; readonly isWanted: boolean; readonly onChange: (isWanted: boolean) => void };

/** One article of the export, to be wanted or not. */
function ReadingRow({ reading, isWanted, onChange }: ReadingRowProps) {
  const { title, byline, url, article, highlights, known, hasText, hasNewNote } = reading;
  const facts = [byline, article ? readingsMessages.isThere(article.title, highlights > 0 || hasNewNote) : readingsMessages.isNew, readingsMessages.highlights(highlights, known), ...(article || hasText ? [] : [readingsMessages.quotesOnly])];
  return (
    <li className={styles.row}>
      <label className={styles.label}>
        <input type="checkbox" checked={isWanted} onChange={(event) => onChange(event.target.checked)} />
        <span className={styles.words}>
          <span className={styles.title} dir="auto">{title ?? url ?? readingsMessages.untitled}</span>
          <span className={styles.facts} dir="auto">{facts.filter(Boolean).join(' · ')}</span>
        </span>
      </label>
    </li>
  );
}

function Plan({ plan }: { readonly plan: ReadingsPlan }) {
  const session = useSession();
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const isAll = skipped.size === 0;
  const counts = countPlan(plan, skipped);
  const isEmpty = !bringsAnything(counts) || (plan.readings.length > 0 && skipped.size === plan.readings.length);

  function want(index: number, isWanted: boolean): void {
    const next = new Set(skipped);
    if (isWanted) next.delete(index);
    else next.add(index);
    setSkipped(next);
  }

  async function take(): Promise<void> {
    if (isBusy || isEmpty) return;
    setIsBusy(true);
    await takePlan(session, plan, skipped);
    setIsBusy(false);
  }

  return (
    <Modal title={readingsMessages.title(readingFormats[plan.format])} onClose={() => leavePlan(session, plan)} width={680}>
      <p className={styles.lead} role="status">{planSentences(counts).join(' ')}</p>
      {plan.readings.length > 0 && (
        <fieldset className={styles.wanted}>
          <legend className={styles.legend}>{readingsMessages.wanted}</legend>
          {plan.readings.length > 1 && (
            <label className={styles.all}>
              <input type="checkbox" checked={isAll} ref={(box) => void (box && (box.indeterminate = !isAll && skipped.size < plan.readings.length))} onChange={() => setSkipped(isAll ? new Set(plan.readings.keys()) : new Set())} /> {readingsMessages.all}
            </label>
          )}
          <ul role="list" className={styles.rows}>
            {plan.readings.map((reading, index) => <ReadingRow key={index} reading={reading} isWanted={!skipped.has(index)} onChange={(isWanted) => want(index, isWanted)} />)}
          </ul>
        </fieldset>
      )}
      {plan.unread.length > 0 && (
        <details className={styles.unread}>
          <summary>{readingsMessages.unread(plan.unread.length)}</summary>
          <ul role="list">{plan.unread.map((piece, index) => <li key={index} className={styles.piece} dir="auto">{piece}</li>)}</ul>
        </details>
      )}
      <ModalActions>
        <Button onClick={() => leavePlan(session, plan)}>{readingsMessages.leave}</Button>
        <Button kind="primary" data-initial-focus aria-disabled={isBusy || isEmpty} onClick={() => void take()}>{readingsMessages.take}</Button>
      </ModalActions>
    </Modal>
  );
}

/** The dialog that says what an export of another program would bring, while one waits for a word. */
export function ReadingsDialog() {
  const { imports, view } = useSession();
  const plan = useSelected(imports, (state) => state.plans[0]);
  const isOtherOpen = useSelected(view, (state) => state.dialog !== null);
  return plan && !isOtherOpen ? <Plan key={plan.id} plan={plan} /> : null;
}
