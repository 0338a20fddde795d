import type { CommandId } from '../../core/api/commands.ts';
import { bindShortcuts } from '../../core/api/shortcuts.ts';
import { isMac } from '../commands/platform.ts';
import { useSettings } from '../state/use-session.ts';
import { nameShortcut } from './shortcut-names.ts';
import styles from './kbd.module.css';

type KbdProps = { readonly command: CommandId; readonly keys?: never } | { readonly keys: string; readonly command?: never };

/** A key, or the keys of a command as they are now; nothing where it has none. */
export function Kbd({ command, keys }: KbdProps) {
  const { shortcuts } = useSettings();
  const shown = command === undefined ? keys : bindShortcuts(shortcuts).get(command) ?? null;
  return shown === null ? null : <kbd className={styles.kbd}>{nameShortcut(shown, isMac)}</kbd>;
}
