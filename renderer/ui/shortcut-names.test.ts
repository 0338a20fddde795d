import { describe, expect, it } from 'vitest';
import { nameShortcut } from './shortcut-names.ts';

describe('nameShortcut', () => {
  it.each([
    ['Mod+K', 'Ctrl K', '⌘K'],
    ['Mod+Shift+E', 'Ctrl Shift E', '⇧⌘E'],
    ['Mod+Shift+.', 'Ctrl Shift .', '⇧⌘.'],
    ['Backspace', 'Backspace', '⌫'],
    ['Shift+F6', 'Shift F6', '⇧F6'],
    ['H', 'H', 'H'],
  ])('writes %s as each system does', (shortcut, other, mac) => {
    expect(nameShortcut(shortcut, false)).toBe(other);
    expect(nameShortcut(shortcut, true)).toBe(mac);
  });
});
