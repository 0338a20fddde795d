import type { MenuItemConstructorOptions } from 'electron';
import { type CommandGroup, type CommandId, commands } from '../core/api/commands.ts';
import type { Shortcuts } from '../core/api/shortcuts.ts';
import { isSingleKey } from '../core/base/shortcut.ts';
import { commandGroupLabels, commandLabels } from '../core/messages/command-labels.ts';
import { redoLabel, undoLabel } from '../core/messages/edit-names.ts';
import type { StepKind } from '../core/base/step-kind.ts';
import { type DesktopMessages, desktopMessages } from '../core/messages/desktop-messages.ts';

/** What undo and redo would do now; null: nothing. */
export type MenuSteps = { readonly undo: StepKind | null; readonly redo: StepKind | null };

export type MenuDoors = {
  readonly isMac: boolean;
  readonly steps: MenuSteps;
  readonly shortcuts: Shortcuts;
  run(command: CommandId): void;
  /** Undoes or redoes typing in the text field that has the focus. */
  editText(step: 'undo' | 'redo'): void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Commands that begin a new section of their menu. */
const sectionStarts: ReadonlySet<CommandId> = new Set<CommandId>([
  'export-notes', 'back-up-now', 'next-pane', 'next-highlight', 'edit-details', 'bin-article', 'copy-quote', 'colour-yellow', 'name-colours', 'show-table', 'theme-system', 'larger-text', 'reading-settings',
]);

/** The shortcut in the words of a menu; none for what Electron has no word for, and none for a single key on macOS, where a menu would take it from text fields. */
export function acceleratorOf(shortcut: string | null, isMac: boolean): string | null {
  if (shortcut === null || (isMac && isSingleKey(shortcut))) return null;
  // Electron refuses a whole menu for one key that it does not know.
  if (!/^[\x21-\x7e]+$/.test(shortcut)) return null;
  return shortcut.replace('Mod+', 'CommandOrControl+');
}

function commandItem(id: CommandId, { isMac, steps, shortcuts, run, editText }: MenuDoors): MenuItemConstructorOptions {
  const accelerator = acceleratorOf(shortcuts.get(id) ?? null, isMac);
  return {
    id,
    label: id === 'undo' ? undoLabel(steps.undo) : id === 'redo' ? redoLabel(steps.redo) : commandLabels[id],
    // The page hears every key first and knows whether a text field has the focus. The menu only shows the key.
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click(_item, _window, event?) {
      if (!event?.triggeredByAccelerator) run(id);
      // On macOS a key that the page has left alone comes here; of ours only undo and redo then mean typing.
      else if (id === 'undo' || id === 'redo') editText(id);
    },
  };
}

function commandItems(group: CommandGroup, doors: MenuDoors): MenuItemConstructorOptions[] {
  return commands
    .filter((command) => command.group === group)
    .flatMap(({ id }) => [...(sectionStarts.has(id) ? [separator] : []), commandItem(id, doors)]);
}

/** What the system does itself; Electron has only English words for it. */
const roles = (...names: (keyof DesktopMessages['roles'])[]): MenuItemConstructorOptions[] => names.map((role) => ({ role, label: desktopMessages.roles[role] }));

const macAppMenu = (): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [...roles('about'), separator, ...roles('services'), separator, ...roles('hide', 'hideOthers', 'unhide'), separator, ...roles('quit')],
});

/** The menu bar, made from the one list of commands and, for what the system does itself, from roles. */
export function menuTemplate(doors: MenuDoors): MenuItemConstructorOptions[] {
  const { isMac } = doors;
  const group = (name: CommandGroup, ...more: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: commandGroupLabels[name],
    submenu: [...commandItems(name, doors), ...more],
  });
  const windowItems = isMac ? [...roles('minimize', 'zoom'), separator, ...roles('front')] : roles('minimize', 'close');
  return [
    ...(isMac ? [macAppMenu()] : []),
    group('file', separator, ...roles(isMac ? 'close' : 'quit')),
    group('edit', separator, ...roles('cut', 'copy', 'paste', 'selectAll')),
    group('article'),
    group('highlight'),
    group('view', separator, ...roles('resetZoom', 'zoomIn', 'zoomOut'), separator, ...roles('togglefullscreen')),
    group('go'),
    { label: desktopMessages.window, role: 'window', submenu: windowItems },
    { ...group('help', ...(isMac ? [] : [separator, ...roles('about')])), role: 'help' },
  ];
}
