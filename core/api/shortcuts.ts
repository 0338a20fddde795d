import { refuseShortcut } from '../base/shortcut.ts';
import { type CommandId, commands } from './commands.ts';

/** The shortcuts that the user changed, by command; null: none. Ids of other versions may be among them. */
export type KeptShortcuts = Readonly<Record<string, string | null>>;

/** The shortcut of every command as it is now; no two have the same. */
export type Shortcuts = ReadonlyMap<CommandId, string | null>;

const own = (kept: KeptShortcuts, id: CommandId): string | null | undefined => (Object.hasOwn(kept, id) ? kept[id] : undefined);

const usual: ReadonlyMap<CommandId, string | null> = new Map(commands.map(({ id, shortcut }) => [id, shortcut]));

/** The shortcuts with the user's changes. A key that the user gave to a command is no longer another's usual one. */
export function bindShortcuts(kept: KeptShortcuts): Shortcuts {
  const taken = new Set<string>();
  const chosen = new Map<CommandId, string | null>();
  for (const { id, shortcut } of commands) {
    const change = own(kept, id);
    if (change === undefined || (change !== null && change !== shortcut && refuseShortcut(change) !== null)) continue;
    chosen.set(id, change !== null && taken.has(change) ? null : change);
    if (change !== null) taken.add(change);
  }
  return new Map(commands.map(({ id, shortcut }) => [id, chosen.has(id) ? chosen.get(id) ?? null : shortcut !== null && taken.has(shortcut) ? null : shortcut]));
}

/** The other command that has this shortcut now; null where it is free. */
export function holderOf(shortcuts: Shortcuts, shortcut: string, except: CommandId): CommandId | null {
  return commands.find(({ id }) => id !== except && shortcuts.get(id) === shortcut)?.id ?? null;
}

/** The user's changes with one more: the command has this shortcut, and who had it has none. */
export function withShortcut(kept: KeptShortcuts, command: CommandId, shortcut: string | null): KeptShortcuts {
  const holder = shortcut === null ? null : holderOf(bindShortcuts(kept), shortcut, command);
  const others = Object.entries(kept).filter(([id]) => id !== command && id !== holder);
  return Object.fromEntries([
    ...others,
    ...(shortcut === usual.get(command) ? [] : [[command, shortcut]]),
    ...(holder === null ? [] : [[holder, null]]),
  ]);
}

/** The usual shortcut of a command. */
export function usualShortcut(command: CommandId): string | null {
  return usual.get(command) ?? null;
}
