import { noSelection } from '../state/selection.ts';
import { summariesOf } from '../state/library-state.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { focusOrMain } from '../ui/keep-focus.ts';
import { Menu } from '../ui/menu.tsx';
import { articleMenu } from './article-menu.ts';
import styles from './selection-bar.module.css';

/** Back to the list, which looks after the focus when its rows go. */
function focusList(): void {
  focusOrMain(document.querySelector('[data-article-list] [data-row][tabindex="0"]'));
}

/** How many articles are selected, and what can be done with all of them at once. */
export function SelectionBar() {
  const session = useSession();
  const { view, library } = session;
  const ids = useSelected(view, (state) => state.selection.ids);
  // What can be done depends on where they stand now.
  useOverview();
  const isEmpty = ids.size === 0;
  const items = isEmpty ? [] : articleMenu(session, summariesOf(library, ids)).filter((item) => item !== 'separator');
  const seldom = items.filter((item) => item.isSeldom === true);
  return (
    <div role="group" className={`${styles.bar} ${isEmpty ? styles.isEmpty : ''}`} aria-label={libraryMessages.selection} data-pane={isEmpty ? undefined : 'selection'} tabIndex={-1}>
      <strong role="status" className={styles.count}>{!isEmpty && libraryMessages.selectedCount(ids.size)}</strong>
      {items.filter((item) => !seldom.includes(item)).map(({ label, onChoose }) => (
        <Button
          key={label} kind="quiet" className={styles.action}
          onClick={() => {
            focusList();
            onChoose();
          }}
        >
          {label}
        </Button>
      ))}
      {seldom.length > 0 && (
        <Menu kind="quiet" isIcon className={styles.more} label={libraryMessages.selection} aria-label={libraryMessages.moreForSelection} title={libraryMessages.moreForSelection} items={seldom}>
          <Icon name="more" />
        </Menu>
      )}
      {!isEmpty && (
        <Button
          kind="quiet" className={styles.action}
          onClick={() => {
            focusList();
            view.setState({ selection: noSelection });
          }}
        >
          {libraryMessages.clearSelection}
        </Button>
      )}
    </div>
  );
}
