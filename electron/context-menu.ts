import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { desktopMessages } from '../core/messages/desktop-messages.ts';

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'misspelledWord' | 'dictionarySuggestions'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>;
};

/** The menu of the right mouse button: spelling, then what can be done to the text there. Empty where nothing can. */
export function contextMenuTemplate({ isEditable, misspelledWord, dictionarySuggestions, editFlags }: Clicked, replaceWord: (word: string) => void): MenuItemConstructorOptions[] {
  const spelling = misspelledWord === '' ? [] : dictionarySuggestions.map((word) => ({ label: word, click: () => replaceWord(word) }));
  const separator: MenuItemConstructorOptions[] = spelling.length > 0 ? [{ type: 'separator' }] : [];
  const { cut, copy, paste, selectAll } = desktopMessages.roles;
  if (isEditable) {
    return [
      ...spelling, ...separator,
      { role: 'cut', label: cut, enabled: editFlags.canCut }, { role: 'copy', label: copy, enabled: editFlags.canCopy }, { role: 'paste', label: paste, enabled: editFlags.canPaste }, { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
    ];
  }
  return editFlags.canCopy ? [{ role: 'copy', label: copy }] : [];
}
