import { type KeyboardEvent, useRef, useState } from 'react';
import type { CommandId } from '../../core/api/commands.ts';
import { holderOf, type Shortcuts, usualShortcut, withShortcut } from '../../core/api/shortcuts.ts';
import { refuseShortcut, type ShortcutRefusal } from '../../core/base/shortcut.ts';
import type { ColourLegend } from '../../core/highlight/colour.ts';
import { readShortcut } from '../commands/match-shortcut.ts';
import { isMac } from '../commands/platform.ts';
import { changeSettings, overviewOf } from '../state/library-state.ts';
import { useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { commandName, shortcutMessages } from '../text/palette-messages.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { nameShortcut } from '../ui/shortcut-names.ts';
import styles from './shortcuts-dialog.module.css';

type ShortcutRowProps = { readonly command: CommandId; readonly shortcuts: Shortcuts; readonly legend: ColourLegend };

/** How far a change of a shortcut has come. */
type Changing =
  | { readonly kind: 'no' }
  | { readonly kind: 'listening'; readonly refused: { readonly why: ShortcutRefusal | 'with-alt'; readonly shortcut: string } | null }
  | { readonly kind: 'taken'; readonly shortcut: string; readonly holder: CommandId };

const notNow: Changing = { kind: 'no' };

/** The change of one command's shortcut: listens for a press, refuses what can't be, asks before it takes a key from another command. */
function useShortcutChange(command: CommandId, shortcuts: Shortcuts) {
  const { library, client } = useSession();
  const [changing, setChanging] = useState<Changing>(notNow);

  function give(shortcut: string | null): void {
    setChanging(notNow);
    const kept = overviewOf(library)?.settings.shortcuts;
    if (kept) void changeSettings(library, client, { shortcuts: withShortcut(kept, command, shortcut) });
  }

  function ask(shortcut: string | null): void {
    const holder = shortcut === null ? null : holderOf(shortcuts, shortcut, command);
    if (shortcut !== null && holder) setChanging({ kind: 'taken', shortcut, holder });
    else give(shortcut);
  }

  function handlePress(event: KeyboardEvent): void {
    if (changing.kind !== 'listening' || event.key === 'Tab' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === 'Escape') {
      setChanging(notNow);
      return;
    }
    const read = readShortcut(event, isMac);
    if (read.kind === 'partial') return;
    const why = read.kind === 'with-alt' ? read.kind : read.shortcut === usualShortcut(command) ? null : refuseShortcut(read.shortcut);
    if (read.kind === 'shortcut' && why === null) ask(read.shortcut);
    else if (why !== null) setChanging({ kind: 'listening', refused: { why, shortcut: read.kind === 'shortcut' ? read.shortcut : '' } });
  }

  return { changing, give, ask, handlePress, listen: () => setChanging({ kind: 'listening', refused: null }), stop: () => setChanging(notNow) };
}

/** A command with its keys; a press on them listens for new ones. */
export function ShortcutRow({ command, shortcuts, legend }: ShortcutRowProps) {
  const { changing, give, ask, handlePress, listen, stop } = useShortcutChange(command, shortcuts);
  const button = useRef<HTMLButtonElement>(null);
  const name = commandName(command, legend);
  const shortcut = shortcuts.get(command) ?? null;
  const usual = usualShortcut(command);
  const isListening = changing.kind === 'listening';
  const shown = (keys: string) => nameShortcut(keys, isMac);
  /** What is pressed goes away with the question, and the focus must not. */
  const settle = (act: () => void) => () => {
    act();
    button.current?.focus();
  };
  return (
    <li
      className={styles.command}
      onBlur={(event) => {
        if (isListening && !event.currentTarget.contains(event.relatedTarget)) stop();
      }}
    >
      <div className={styles.line}>
        <span className={styles.label}>{name}</span>
        {isListening && shortcut !== null && <Button kind="quiet" onClick={settle(() => give(null))}>{shortcutMessages.noKey}</Button>}
        {isListening && shortcut !== usual && <Button kind="quiet" aria-label={shortcutMessages.resetOf(name)} onClick={settle(() => ask(usual))}>{shortcutMessages.reset}</Button>}
        <button
          ref={button} type="button" className={styles.keys} aria-pressed={isListening} onKeyDown={handlePress} onClick={isListening ? stop : listen}
          aria-label={isListening ? `${name}: ${shortcutMessages.press}` : shortcutMessages.change(name, shortcut === null ? null : shown(shortcut))}
        >
          {isListening ? shortcutMessages.press : shortcut === null ? <span className={styles.none}>{shortcutMessages.none}</span> : <Kbd command={command} />}
        </button>
      </div>
      {changing.kind === 'listening' && changing.refused && <p role="alert" className={styles.said}>{shortcutMessages.refusal(changing.refused.why, shown(changing.refused.shortcut))}</p>}
      {changing.kind === 'taken' && (
        <div className={styles.line}>
          <p role="alert" className={styles.label}>{shortcutMessages.taken(shown(changing.shortcut), commandName(changing.holder, legend))}</p>
          <Button kind="quiet" onClick={settle(stop)}>{chromeMessages.cancel}</Button>
          <Button onClick={settle(() => give(changing.shortcut))}>{shortcutMessages.takeOver}</Button>
        </div>
      )}
    </li>
  );
}
