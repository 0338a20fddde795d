import { type Command, type CommandId, commands, isSingleKey } from '../../core/api/commands.ts';

/** What of a key press decides which command it means. */
export type KeyPress = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean };

type Situation = { readonly isMac: boolean; readonly isTyping: boolean; readonly areSingleKeysOn: boolean };

/** What a text field does itself with the same keys: undo, deleting a word, pasting without formats. */
const ownOfFields: ReadonlySet<CommandId> = new Set(['undo', 'redo', 'bin-article', 'paste-article']);

/** A second shortcut that people know from elsewhere. Control Y is no custom of macOS. */
const alsoBy: readonly { readonly id: CommandId; readonly shortcut: string; readonly isOnMac: boolean }[] = [
  { id: 'redo', shortcut: 'Mod+Y', isOnMac: false },
  { id: 'find-next', shortcut: 'Mod+G', isOnMac: true },
  { id: 'find-previous', shortcut: 'Mod+Shift+G', isOnMac: true },
];

/** Keys that produce one thing with Shift and are written as another. */
const shifted: Readonly<Record<string, string>> = { '>': '.', '<': ',' };

function matches(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const [wantsMod, wantsShift] = [parts.includes('Mod'), parts.includes('Shift')];
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  if (hasMod !== wantsMod || press.altKey || (isMac ? press.ctrlKey : press.metaKey)) return false;
  const pressed = shifted[press.key] ?? press.key;
  // A sign such as "?" may need Shift to be typed at all; letters and named keys say whether they want it.
  const isSign = key.length === 1 && !/[a-z0-9.,]/i.test(key);
  if (!isSign && press.shiftKey !== wantsShift) return false;
  return pressed.toLowerCase() === key.toLowerCase() || (key === 'Backspace' && pressed === 'Delete');
}

/** The command that a key press means here; null when it means none. Text fields keep their own undo, and every plain key. */
export function matchShortcut(press: KeyPress, { isMac, isTyping, areSingleKeysOn }: Situation): Command | null {
  const also = alsoBy.find(({ shortcut, isOnMac }) => (isOnMac || !isMac) && matches(shortcut, press, isMac));
  const command = commands.find(({ id, shortcut }) => id === also?.id || (shortcut !== null && matches(shortcut, press, isMac)));
  if (!command) return null;
  const isSingle = command.shortcut !== null && isSingleKey(command.shortcut);
  if (isSingle && (isTyping || !areSingleKeysOn)) return null;
  if (isTyping && ownOfFields.has(command.id)) return null;
  return command;
}
