import { chromeMessages } from '../text/chrome-messages.ts';

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Backspace: '⌫', Enter: '↩' };

/** A shortcut of the commands list as this kind of machine writes it: "⇧⌘E" or "Ctrl Shift E", or "Strg Umschalt E" in German. */
export function nameShortcut(shortcut: string, isMac: boolean): string {
  const keys = shortcut.split('+');
  const names: Readonly<Record<string, string>> = chromeMessages.keyNames;
  if (!isMac) return keys.map((key) => names[key === 'Mod' ? 'Ctrl' : key] ?? key).join(' ');
  // macOS writes its modifiers in this order.
  const modifiers = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  const ordered = [...modifiers.filter((key) => keys.includes(key)), ...keys.filter((key) => !modifiers.includes(key))];
  return ordered.map((key) => macNames[key] ?? names[key] ?? key).join('');
}
