/** Where a command stands in the menus and in the shortcut help. */
export type CommandGroup = 'file' | 'edit' | 'article' | 'highlight' | 'view' | 'go' | 'help';

export type Command = {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** The usual one, which the user may change. "Mod" is Command on macOS and Control elsewhere. One letter alone works only outside text fields, and can be turned off. */
  readonly shortcut: string | null;
};

const list = [
  ['add-files', 'file', 'Mod+O'],
  ['add-folder', 'file', null],
  ['watch-folder', 'file', null],
  ['browsers', 'file', null],
  ['paste-article', 'file', 'Mod+Shift+V'],
  ['export-notes', 'file', 'Mod+Shift+E'],
  ['copy-notes', 'file', 'Mod+Shift+C'],
  ['export-library', 'file', null],
  ['back-up-now', 'file', null],
  ['backups', 'file', null],
  ['print', 'file', 'Mod+P'],
  ['save-pdf', 'file', 'Mod+Shift+P'],
  ['undo', 'edit', 'Mod+Z'],
  ['redo', 'edit', 'Mod+Shift+Z'],
  ['open-palette', 'go', 'Mod+K'],
  ['filter-library', 'go', 'Mod+Shift+F'],
  ['save-search', 'go', 'Mod+Shift+S'],
  ['next-pane', 'go', 'F6'],
  ['previous-pane', 'go', 'Shift+F6'],
  ['find-in-article', 'go', 'Mod+F'],
  ['find-next', 'go', 'F3'],
  ['find-previous', 'go', 'Shift+F3'],
  ['go-back', 'go', 'Mod+['],
  ['next-highlight', 'go', 'J'],
  ['previous-highlight', 'go', 'K'],
  ['place-caret', 'go', 'F7'],
  ['article-to-inbox', 'article', null],
  ['article-to-reading', 'article', null],
  ['article-to-archive', 'article', 'E'],
  ['collect-article', 'article', 'A'],
  ['new-collection', 'article', null],
  ['edit-details', 'article', 'Mod+I'],
  ['earlier-versions', 'article', null],
  ['compare-versions', 'article', null],
  ['summarise', 'article', 'S'],
  ['bin-article', 'article', 'Mod+Backspace'],
  ['highlight-selection', 'highlight', 'H'],
  ['note-highlight', 'highlight', 'N'],
  ['tag-highlight', 'highlight', 'T'],
  ['copy-quote', 'highlight', 'C'],
  ['delete-highlight', 'highlight', 'Backspace'],
  ['colour-yellow', 'highlight', '1'],
  ['colour-red', 'highlight', '2'],
  ['colour-green', 'highlight', '3'],
  ['colour-blue', 'highlight', '4'],
  ['colour-purple', 'highlight', '5'],
  ['colour-magenta', 'highlight', '6'],
  ['colour-orange', 'highlight', '7'],
  ['colour-grey', 'highlight', '8'],
  ['name-colours', 'highlight', null],
  ['notes-beside', 'view', null],
  ['notes-in-order', 'view', null],
  ['notes-by-tag', 'view', null],
  ['filter-notes', 'view', '/'],
  ['review-highlights', 'view', null],
  ['show-table', 'view', 'Mod+Shift+K'],
  ['toggle-library', 'view', 'Mod+Shift+L'],
  ['toggle-notes', 'view', 'Mod+Shift+N'],
  ['toggle-outline', 'view', 'Mod+Shift+O'],
  ['focus-mode', 'view', 'Mod+Shift+D'],
  ['read-aloud', 'view', 'Mod+Shift+H'],
  ['theme-system', 'view', null],
  ['theme-light', 'view', null],
  ['theme-sepia', 'view', null],
  ['theme-night', 'view', null],
  ['theme-contrast', 'view', null],
  ['larger-text', 'view', 'Mod+Shift+.'],
  ['smaller-text', 'view', 'Mod+Shift+,'],
  ['reading-settings', 'view', 'Mod+,'],
  ['show-shortcuts', 'help', '?'],
] as const satisfies readonly (readonly [string, CommandGroup, string | null])[];

export type CommandId = (typeof list)[number][0];

/** Every command, once: menus, keys and the shortcut help are made from this list. Labels are in core/messages. */
export const commands: readonly Command[] = list.map(([id, group, shortcut]) => ({ id, group, shortcut }));
