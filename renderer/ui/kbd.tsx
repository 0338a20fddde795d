import { type CommandId, commands } from '../../core/api/commands.ts';
import { isMac } from '../commands/platform.ts';
import { nameShortcut } from './shortcut-names.ts';
import styles from './kbd.module.css';

/** The keys of a command, as this machine names them; null where it has none. */
function shortcutOf(command: CommandId): string | null {
  const shortcut = commands.find(({ id }) => id === command)?.shortcut ?? null;
  return shortcut === null ? null : nameShortcut(shortcut, isMac);
}

type KbdProps = { readonly command: CommandId; readonly keys?: never } | { readonly keys: string; readonly command?: never };

/** A key, or the keys of a command. */
export function Kbd({ command, keys }: KbdProps) {
  const shown = command === undefined ? nameShortcut(keys, isMac) : shortcutOf(command);
  return shown === null ? null : <kbd className={styles.kbd}>{shown}</kbd>;
}
