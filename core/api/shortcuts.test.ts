import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from './commands.ts';
import { bindShortcuts, withShortcut } from './shortcuts.ts';

const command = fc.constantFrom(...commands.map(({ id }) => id));
const shortcut = fc.option(fc.constantFrom('Mod+U', 'Mod+K', 'E', 'F7', '?', 'Mod+Shift+Y'));

it('a command has the shortcut it was given, and no two commands have the same, whatever was changed before', () => {
  fc.assert(fc.property(fc.array(fc.tuple(command, shortcut)), command, shortcut, (changes, id, given) => {
    const before = changes.reduce((kept, [changed, key]) => withShortcut(kept, changed, key), {});
    const now = bindShortcuts(withShortcut(before, id, given));
    const keys = [...now.values()].filter((key) => key !== null);
    expect(now.get(id)).toBe(given);
    expect(new Set(keys).size).toBe(keys.length);
  }));
});

it('no two usual shortcuts are the same', () => {
  const keys = commands.flatMap(({ shortcut: key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});
