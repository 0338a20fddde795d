import type { ReactNode } from 'react';
import { useSelected, useSession } from '../state/use-session.ts';
import type { ShelfGroup as Group } from '../state/view-state.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './shelf-group.module.css';

type ShelfGroupProps = {
  readonly group: Group;
  readonly title: string;
  /** What stands at the end of the heading. */
  readonly tool?: (className: string | undefined) => ReactNode;
  /** The rows. */
  readonly children: ReactNode;
};

/** A group of shelves under a heading, which folds it. */
export function ShelfGroup({ group, title, tool, children }: ShelfGroupProps) {
  const { view } = useSession();
  const isFolded = useSelected(view, ({ foldedGroups }) => foldedGroups.includes(group));
  const fold = () => view.setState(({ foldedGroups }) => ({ foldedGroups: isFolded ? foldedGroups.filter((each) => each !== group) : [...foldedGroups, group] }));
  return (
    <>
      <div className={styles.heading}>
        <h2 className={styles.name}>
          <button type="button" className={styles.fold} aria-expanded={!isFolded} onClick={fold}>{title} <Icon name="down" /></button>
        </h2>
        {tool?.(styles.tool)}
      </div>
      {!isFolded && <ul role="list" className={styles.rows} aria-label={title}>{children}</ul>}
    </>
  );
}
