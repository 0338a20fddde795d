import { chromeMessages } from '../text/chrome-messages.ts';

type FixedKey = { readonly label: string; readonly keys: readonly string[]; readonly macKeys?: readonly string[] };
export type FixedKeys = { readonly name: string; readonly keys: readonly FixedKey[] };

/** Keys that are no commands, since they only mean something where the focus is: in the text with a caret, and on a highlight. */
export function fixedKeys(): readonly FixedKeys[] {
  const { caretKeys, rangeKeys } = chromeMessages;
  return [
    {
      name: caretKeys.name,
      keys: [
        { label: caretKeys.place, keys: ['Enter'] },
        { label: caretKeys.character, keys: ['←', '→'] },
        { label: caretKeys.line, keys: ['↑', '↓'] },
        { label: caretKeys.word, keys: ['Ctrl+←', 'Ctrl+→'], macKeys: ['Alt+←', 'Alt+→'] },
        { label: caretKeys.sentence, keys: [',', '.'] },
        { label: caretKeys.paragraph, keys: ['Ctrl+↑', 'Ctrl+↓'], macKeys: ['Alt+↑', 'Alt+↓'] },
        { label: caretKeys.lineEdge, keys: ['Home', 'End'], macKeys: ['Mod+←', 'Mod+→'] },
        { label: caretKeys.text, keys: ['Ctrl+Home', 'Ctrl+End'], macKeys: ['Mod+↑', 'Mod+↓'] },
        { label: caretKeys.select, keys: ['Shift'] },
        { label: caretKeys.leave, keys: ['Escape'] },
      ],
    },
    {
      name: rangeKeys.name,
      keys: [
        { label: rangeKeys.end, keys: ['Shift+←', 'Shift+→'] },
        { label: rangeKeys.endByWord, keys: ['Ctrl+Shift+←', 'Ctrl+Shift+→'], macKeys: ['Alt+Shift+←', 'Alt+Shift+→'] },
        { label: rangeKeys.start, keys: ['Alt+Shift+←', 'Alt+Shift+→'], macKeys: ['Ctrl+Shift+←', 'Ctrl+Shift+→'] },
        { label: rangeKeys.startByWord, keys: ['Ctrl+Alt+Shift+←', 'Ctrl+Alt+Shift+→'] },
      ],
    },
  ];
}
