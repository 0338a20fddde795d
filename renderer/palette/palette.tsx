import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Target } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { paletteMessages } from '../text/palette-messages.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Modal } from '../ui/modal.tsx';
import { chooseEntry } from './go-to-entry.ts';
import { groupEntries, matchEntries } from './match-entries.ts';
import { type PaletteEntry, paletteEntries } from './palette-entries.ts';
import { PaletteOption } from './palette-option.tsx';
import styles from './palette.module.css';

/** Where a key moves in a list of so many; null for a key that moves nowhere. */
function movedBy(key: string, active: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown': return (active + 1) % count;
    case 'ArrowUp': return (active - 1 + count) % count;
    case 'PageDown': return Math.min(active + 8, count - 1);
    case 'PageUp': return Math.max(active - 8, 0);
    default: return null;
  }
}

/** The field and its results. What can be gone to is looked up once, when it opens. */
function OpenPalette({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const [target] = useState<Target | null>(() => session.reader.getState().target);
  const [entries] = useState(() => paletteEntries(session));
  const recent = useSelected(session.view, (state) => state.recentEntries);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupEntries(matchEntries(entries, query, recent)), [entries, query, recent]);
  const shown = groups.flatMap((group) => group.entries);
  const optionId = (entry: PaletteEntry) => `${id}-${shown.indexOf(entry)}`;

  useEffect(() => {
    // Newer engines answer a promise, which is no clean-up.
    void list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || shown.length === 0) return;
    const moved = movedBy(event.key, active, shown.length);
    const chosen = shown[active];
    if (moved !== null) setActive(moved);
    else if (event.key === 'Enter' && chosen) chooseEntry(session, chosen, target);
    else return;
    event.preventDefault();
  }

  return (
    <Modal title={paletteMessages.title} onClose={onClose} width={620}>
      <div className={styles.palette} onPointerUp={(event) => event.stopPropagation()}>
        <input
          type="text" role="combobox" className={styles.field} data-initial-focus="" aria-label={paletteMessages.field} placeholder={paletteMessages.field} autoComplete="off" spellCheck={false} dir="auto"
          aria-expanded={shown.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
          value={query} onKeyDown={handleKey}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
        />
        <p className="visuallyHidden" role="status">{query === '' ? '' : paletteMessages.found(shown.length)}</p>
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={paletteMessages.results} className={styles.list} onPointerDown={(event) => event.preventDefault()}>
          {groups.map(({ kind, entries: own }) => (
            <div key={kind} role="group" aria-label={paletteMessages.kinds[kind]}>
              <div role="presentation" className={styles.kind}>{paletteMessages.kinds[kind]}</div>
              {own.map((entry) => (
                <PaletteOption
                  key={entry.key} id={optionId(entry)} entry={entry} isActive={shown[active] === entry}
                  onPoint={() => setActive(shown.indexOf(entry))} onChoose={() => chooseEntry(session, entry, target)}
                />
              ))}
            </div>
          ))}
        </div>
        {shown.length === 0 && <p className={styles.nothing}>{paletteMessages.nothing} <Kbd command="filter-library" />.</p>}
      </div>
    </Modal>
  );
}

/** One field for every command, article, tag, collection, saved search and heading, while it is open. */
export function Palette() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'palette');
  return isOpen ? <OpenPalette onClose={() => view.setState({ dialog: null })} /> : null;
}
