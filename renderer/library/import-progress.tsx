import type { ImportItem } from '../state/imports.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { addMessages } from '../text/library-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { refusalOf } from './import-files.ts';
import styles from './import-progress.module.css';

function ItemState({ item }: { readonly item: ImportItem }) {
  if (item.outcome === null) return <p className={styles.waiting}>{item.name}: {addMessages.waiting}</p>;
  if (item.outcome.ok) return <p className={styles.done}><Icon name="check" /> {item.outcome.value.kind === 'article' ? addMessages.added(item.outcome.value.article.title) : addMessages.looked(item.name)}</p>;
  return <p className={styles.refused}><Icon name="warning" /> <span>{refusalOf(item)}</span></p>;
}

/** What is being added, and how each thing fared. */
export function ImportProgress() {
  const { imports } = useSession();
  const items = useSelected(imports, (state) => state.items);
  const done = items.filter((item) => item.outcome !== null).length;
  return (
    <div role="status" className={styles.region}>
      {items.length > 1 && done < items.length && <progress className={styles.bar} aria-label={addMessages.progress} max={items.length} value={done} />}
      {items.length > 0 && (
        <ul role="list" className={styles.items} aria-label={addMessages.progress}>
          {items.map((item) => <li key={item.id}><ItemState item={item} /></li>)}
        </ul>
      )}
    </div>
  );
}
