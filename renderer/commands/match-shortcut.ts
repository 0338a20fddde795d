import { type Command, type CommandId, commands } from '../../core/api/commands.ts';
import type { Shortcuts } from '../../core/api/shortcuts.ts';
import { isOfFields, isSingleKey } from '../../core/base/shortcut.ts';

/** What of a key press decides which command it means. */
export type KeyPress = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean };

type Situation = { readonly isMac: boolean; readonly isTyping: boolean; readonly areSingleKeysOn: boolean; readonly shortcuts: Shortcuts };

/** A second shortcut that people know from elsewhere. Control Y is no custom of macOS. */
const alsoBy: readonly { readonly id: CommandId; readonly shortcut: string; readonly isOnMac: boolean }[] = [
  { id: 'redo', shortcut: 'Mod+Y', isOnMac: false },
  { id: 'find-next', shortcut: 'Mod+G', isOnMac: true },
  { id: 'find-previous', shortcut: 'Mod+Shift+G', isOnMac: true },
];

/** Keys that produce one thing with Shift and are written as another. */
const shifted: Readonly<Record<string, string>> = { '>': '.', '<': ',' };

/** A sign such as "?" may need Shift to be typed at all; letters and named keys say whether they want it. */
const isSign = (key: string) => key.length === 1 && !/[a-z0-9.,]/i.test(key);

function matches(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const [wantsMod, wantsShift] = [parts.includes('Mod'), parts.includes('Shift')];
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  if (hasMod !== wantsMod || press.altKey || (isMac ? press.ctrlKey : press.metaKey)) return false;
  const pressed = shifted[press.key] ?? press.key;
  if (!isSign(key) && press.shiftKey !== wantsShift) return false;
  return pressed.toLowerCase() === key.toLowerCase() || (key === 'Backspace' && pressed === 'Delete');
}

/** The command that a key press means here; null when it means none. Text fields keep their own undo, and every plain key. */
export function matchShortcut(press: KeyPress, { isMac, isTyping, areSingleKeysOn, shortcuts }: Situation): Command | null {
  const also = alsoBy.find(({ shortcut, isOnMac }) => (isOnMac || !isMac) && matches(shortcut, press, isMac));
  const held = commands.find(({ id }) => {
    const shortcut = shortcuts.get(id) ?? null;
    return shortcut !== null && matches(shortcut, press, isMac);
  });
  // A key that the user has given to a command is no longer another's second one.
  const command = held ?? commands.find(({ id }) => id === also?.id);
  if (!command) return null;
  const shortcut = (held ? shortcuts.get(command.id) : also?.shortcut) ?? '';
  if (isSingleKey(shortcut) && (isTyping || !areSingleKeysOn)) return null;
  return isTyping && isOfFields(shortcut) ? null : command;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'Fn']);

/** What a press asks for as a shortcut. `partial`: only modifiers are held yet. `with-alt`: Alt, or Control on macOS, is in it. */
export type PressedShortcut = { readonly kind: 'partial' } | { readonly kind: 'with-alt' } | { readonly kind: 'shortcut'; readonly shortcut: string };

/** Reads a press as a shortcut, in the words of the commands list. */
export function readShortcut(press: KeyPress, isMac: boolean): PressedShortcut {
  if (MODIFIERS.has(press.key)) return { kind: 'partial' };
  if (press.altKey || (isMac ? press.ctrlKey : press.metaKey)) return { kind: 'with-alt' };
  const key = press.key === 'Delete' ? 'Backspace' : shifted[press.key] ?? (/^[a-z]$/.test(press.key) ? press.key.toUpperCase() : press.key);
  const isShifted = press.shiftKey && !isSign(key);
  return { kind: 'shortcut', shortcut: `${(isMac ? press.metaKey : press.ctrlKey) ? 'Mod+' : ''}${isShifted ? 'Shift+' : ''}${key}` };
}
