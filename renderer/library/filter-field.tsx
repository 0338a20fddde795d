import { type KeyboardEvent, useRef } from 'react';
import { openFirst } from '../search/open-first.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { headerMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './filter-field.module.css';

/** Searches every shelf as it is typed in; in the bin, it narrows the list. Down goes to the list, Enter opens the first, Esc clears. */
export function FilterField() {
  const session = useSession();
  const { view, reader } = session;
  const filter = useSelected(view, (state) => state.filter);
  const input = useRef<HTMLInputElement>(null);

  function clear(): void {
    view.setState({ filter: '' });
    reader.setState({ found: null });
    input.current?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    const row = document.querySelector<HTMLElement>('[data-article-list] [data-row][tabindex="0"]');
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && filter !== '') clear();
    else if (event.key === 'ArrowDown' && row) row.focus();
    else if (event.key === 'Enter') void openFirst(session).then((isOpened) => isOpened && document.querySelector('main')?.focus());
    else return;
    event.preventDefault();
  }

  return (
    <div className={styles.field} role="search">
      <Icon name="search" />
      <input
        ref={input} type="search" className={styles.input} value={filter} placeholder={headerMessages.filter} aria-label={headerMessages.filterLabel} autoComplete="off" spellCheck={false} dir="auto"
        onChange={(event) => view.setState((state) => ({ filter: event.target.value, isLibraryShown: state.isLibraryShown || event.target.value !== '' }))} onKeyDown={handleKey}
      />
      {filter === '' ? <Kbd command="filter-library" /> : <Button kind="quiet" isIcon className={styles.clear} aria-label={headerMessages.clear} onClick={clear}><Icon name="close" /></Button>}
    </div>
  );
}
