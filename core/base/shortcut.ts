/** Why a shortcut can't be given to a command. */
export type ShortcutRefusal = 'not-a-key' | 'for-fields' | 'for-the-system';

const FORM = /^(?:Mod\+)?(?:Shift\+)?(?:F(?:[1-9]|1[0-2])|Backspace|(?!\+)[\p{L}\p{N}\p{P}\p{S}])$/u;

/** What text fields do with these: select all, cut, copy, paste, undo, delete a word. */
const ofFields: ReadonlySet<string> = new Set(['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Y', 'Mod+Z', 'Mod+Shift+V', 'Mod+Shift+Z', 'Mod+Backspace', 'Mod+Shift+Backspace']);

/** What a browser or a system does with these whatever a page says, or what a person counts on: closing, quitting, zooming. */
const ofTheSystem: ReadonlySet<string> = new Set([
  'Mod+H', 'Mod+M', 'Mod+N', 'Mod+Q', 'Mod+R', 'Mod+T', 'Mod+W', 'Mod+Shift+Q', 'Mod+Shift+R', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+0', 'Mod+-', 'Mod+=', 'F5', 'F10', 'F11', 'F12', 'Shift+F10',
]);

/** True for what can be a shortcut by its form: one key, with Mod, Shift, both or neither. Alt is in none: with Control it types letters on many keyboards. */
export function isShortcut(text: string): boolean {
  return FORM.test(text);
}

/** True for a shortcut that is one key without Mod: it must not act while a text field has the focus. */
export function isSingleKey(shortcut: string): boolean {
  return !shortcut.includes('Mod+') && !/^(?:Shift\+)?F\d+$/.test(shortcut);
}

/** True for keys that a text field uses itself. */
export function isOfFields(shortcut: string): boolean {
  return ofFields.has(shortcut);
}

/** Why a user can't give this shortcut to a command; null where it can be given. */
export function refuseShortcut(shortcut: string): ShortcutRefusal | null {
  if (!isShortcut(shortcut)) return 'not-a-key';
  if (ofFields.has(shortcut)) return 'for-fields';
  return ofTheSystem.has(shortcut) ? 'for-the-system' : null;
}
