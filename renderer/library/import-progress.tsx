import { useRef } from 'react';
import { reportImports } from '../../core/library/report-imports.ts';
import { importSentences } from '../../core/messages/import-messages.ts';
import type { ImportItem } from '../state/imports.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { addMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { refusalOf, settleKnown } from './import-files.ts';
import styles from './import-progress.module.css';

/** So many are told one by one; of more, those that did not come in, and of these so many. */
const TOLD_LIMIT = 20;
const LISTED_LIMIT = 200;

function ItemState({ item }: { readonly item: ImportItem }) {
  const { name, outcome } = item;
  if (outcome === null) return <p className={styles.waiting}>{name}: {addMessages.waiting}</p>;
  if (outcome === 'left-out') return <p className={styles.waiting}>{addMessages.leftOut(name)}</p>;
  if (!outcome.ok) return <p className={styles.refused}><Icon name="warning" /> <span>{refusalOf(item)}</span></p>;
  switch (outcome.value.kind) {
    case 'article': return <p className={styles.done}><Icon name="check" /> {addMessages.added(outcome.value.article.title)}</p>;
    case 'known': return <p className={styles.waiting}>{addMessages.known(name, outcome.value.article.title, outcome.value.isSame)}</p>;
    case 'readings':
    case 'version': return <p className={styles.done}><Icon name="check" /> {addMessages.looked(name)}</p>;
  }
}

/** What of many is worth a line of its own: nothing that came in, waits or was left out. */
const isTold = ({ outcome }: ImportItem) => outcome !== null && outcome !== 'left-out' && (!outcome.ok || outcome.value.kind === 'known');

function ItemList({ items }: { readonly items: readonly ImportItem[] }) {
  const told = (items.length <= TOLD_LIMIT ? items : items.filter(isTold)).toSorted((a, b) => Number(refusalOf(b) !== null) - Number(refusalOf(a) !== null));
  if (told.length === 0) return null;
  return (
    <ul role="list" tabIndex={0} className={styles.items} aria-label={addMessages.progress}>
      {told.slice(0, LISTED_LIMIT).map((item) => <li key={item.id}><ItemState item={item} /></li>)}
      {told.length > LISTED_LIMIT && <li className={styles.waiting}>{addMessages.more(told.length - LISTED_LIMIT)}</li>}
    </ul>
  );
}

/** How far several things are, with the means to hold them up or end them. */
function Pace({ done, all }: { readonly done: number; readonly all: number }) {
  const { imports } = useSession();
  const pace = useSelected(imports, (state) => state.pace);
  const isPaused = pace === 'paused';
  return (
    <div className={styles.pace}>
      <progress className={styles.bar} aria-label={addMessages.progress} max={all} value={done} />
      <span className={styles.count}>{isPaused ? addMessages.paused(done, all) : addMessages.adding(done, all)}</span>
      <Button onClick={() => imports.setState({ pace: isPaused ? 'going' : 'paused' })}>{isPaused ? addMessages.goOn : addMessages.pause}</Button>
      <Button onClick={() => imports.setState({ pace: 'stopped' })}>{addMessages.stop}</Button>
    </div>
  );
}

/** What is being added, how each thing fared, and what is to be decided of those that are there already. */
export function ImportProgress() {
  const session = useSession();
  const items = useSelected(session.imports, (state) => state.items);
  const region = useRef<HTMLDivElement>(null);
  const report = reportImports(items.map(({ outcome }) => outcome));
  const done = items.filter((item) => item.outcome !== null).length;
  const isDone = done === items.length;

  function settle(decision: Parameters<typeof settleKnown>[1]): void {
    // The buttons go with what is decided.
    region.current?.focus();
    void settleKnown(session, decision);
  }

  return (
    <div ref={region} tabIndex={-1} className={styles.region}>
      {items.length > 1 && !isDone && <Pace done={done} all={items.length} />}
      <div role="status">
        {items.length > 1 && isDone && <p className={styles.report}>{importSentences(report)}</p>}
        {items.length <= TOLD_LIMIT && <ItemList items={items} />}
      </div>
      {items.length > TOLD_LIMIT && <ItemList items={items} />}
      {isDone && report.known > 0 && (
        <div role="group" aria-label={addMessages.knownLead} className={styles.known}>
          <span>{addMessages.knownLead}</span>
          <Button onClick={() => settle('version')}>{addMessages.addVersions}</Button>
          <Button onClick={() => settle('both')}>{addMessages.addBoth}</Button>
          <Button onClick={() => settle('left-out')}>{addMessages.leaveOut}</Button>
        </div>
      )}
    </div>
  );
}
