const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Backspace: '⌫', Enter: '↩' };
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' };

/** A shortcut of the commands list as this kind of machine writes it: "⇧⌘E" or "Ctrl Shift E". */
export function nameShortcut(shortcut: string, isMac: boolean): string {
  const keys = shortcut.split('+');
  if (!isMac) return keys.map((key) => otherNames[key] ?? key).join(' ');
  // macOS writes its modifiers in this order.
  const modifiers = ['Ctrl', 'Alt', 'Shift', 'Mod'];
  const ordered = [...modifiers.filter((key) => keys.includes(key)), ...keys.filter((key) => !modifiers.includes(key))];
  return ordered.map((key) => macNames[key] ?? key).join('');
}
