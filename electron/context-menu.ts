import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'misspelledWord' | 'dictionarySuggestions'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/** The menu of the right mouse button: spelling, then what can be done to the text there. Empty where nothing can. */
export function contextMenuTemplate({ isEditable, misspelledWord, dictionarySuggestions, editFlags }: Clicked, replaceWord: (word: string) => void): MenuItemConstructorOptions[] {
  const spelling = misspelledWord === '' ? [] : dictionarySuggestions.map((word) => ({ label: word, click: () => replaceWord(word) }));
  const separator: MenuItemConstructorOptions[] = spelling.length > 0 ? [{ type: 'separator' }] : [];
  if (isEditable) {
    return [
      ...spelling, ...separator,
      { role: 'cut', enabled: editFlags.canCut }, { role: 'copy', enabled: editFlags.canCopy }, { role: 'paste', enabled: editFlags.canPaste }, { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  }
  return editFlags.canCopy ? [{ role: 'copy' }] : [];
}
