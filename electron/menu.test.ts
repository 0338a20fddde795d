import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { type CommandId, commands } from '../core/api/commands.ts';
import { bindShortcuts, type KeptShortcuts } from '../core/api/shortcuts.ts';
import { speak } from '../core/base/language.ts';
import { commandGroupLabels, commandLabels } from '../core/messages/command-labels.ts';
import { acceleratorOf, type MenuSteps, menuTemplate } from './menu.ts';

/** What the system gives the roles that we use. */
const roleAccelerators: Readonly<Record<string, readonly string[]>> = {
  cut: ['CommandOrControl+X'], copy: ['CommandOrControl+C'], paste: ['CommandOrControl+V'], selectAll: ['CommandOrControl+A'], close: ['CommandOrControl+W'], quit: ['CommandOrControl+Q'], minimize: ['CommandOrControl+M'],
  resetZoom: ['CommandOrControl+0'], zoomIn: ['CommandOrControl+Plus'], zoomOut: ['CommandOrControl+-'], togglefullscreen: ['F11', 'Control+Command+F'], appMenu: [], hide: ['Command+H'], hideOthers: ['Command+Alt+H'],
  services: [], unhide: [], about: [], zoom: [], front: [], window: [], help: [],
};

function templateOf(isMac: boolean, steps: MenuSteps = { undo: null, redo: null }, kept: KeptShortcuts = {}) {
  const ran: CommandId[] = [];
  const edited: string[] = [];
  const template = menuTemplate({ isMac, steps, shortcuts: bindShortcuts(kept), run: (id) => ran.push(id), editText: (step) => edited.push(step) });
  const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? [menu, ...menu.submenu] : [menu]));
  const click = (id: CommandId, event?: { triggeredByAccelerator?: boolean }) => Reflect.apply(items.find((item) => item.id === id)?.click ?? (() => undefined), null, [null, undefined, event]);
  return { template, items, ran, edited, click };
}

const acceleratorsOf = (item: MenuItemConstructorOptions): readonly string[] => (item.role ? roleAccelerators[item.role] ?? ['unlisted role'] : item.accelerator ? [item.accelerator.toString()] : []);

it('the menu names what undo and redo would do', () => {
  const labels = templateOf(false, { undo: 'remove-highlight', redo: 'import-articles' }).items.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Undo delete highlight', 'Redo import']));
  expect(templateOf(false).items.map(({ label }) => label)).toEqual(expect.arrayContaining(['Undo', 'Redo']));
});

it('the menu shows the keys that the user gave to commands', () => {
  const { items } = templateOf(false, undefined, { summarise: 'Mod+Shift+U', 'open-palette': null });
  const acceleratorFor = (id: CommandId) => items.find((item) => item.id === id)?.accelerator;
  expect([acceleratorFor('summarise'), acceleratorFor('open-palette')]).toEqual(['CommandOrControl+Shift+U', undefined]);
});

describe('the menu in German', () => {
  afterEach(() => speak('en'));

  it.each([['macOS', true], ['Windows and Linux', false]])('says all of it in German on %s, what the system does included', (_, isMac) => {
    const labelsOf = () => templateOf(isMac).items.flatMap(({ label }) => label ?? []);
    const english = labelsOf();
    speak('de');
    expect(labelsOf()).toEqual(expect.arrayContaining(['Datei', 'Bearbeiten', 'Ausschneiden', 'Markierung löschen', 'Lectern beenden', 'Fenster']));
    expect(labelsOf().filter((label) => english.includes(label))).toEqual([]);
  });

  it('has a label for everything but separators', () => {
    speak('de');
    expect(templateOf(true).items.filter(({ label, type, role }) => !label && type !== 'separator' && role !== 'appMenu')).toEqual([]);
  });
});

describe.each([['macOS', true], ['Windows and Linux', false]])('the menu on %s', (_, isMac) => {
  it('holds every command once, by its id and label', () => {
    const { items } = templateOf(isMac);
    const shown = items.filter((item) => item.id !== undefined).map(({ id, label }) => [id, label]);
    expect(shown.sort()).toEqual(commands.map(({ id }) => [id, commandLabels[id]]).sort());
  });

  it('holds each command under the title of its group', () => {
    const { template } = templateOf(isMac);
    for (const { id, group } of commands) {
      const menu = template.find(({ submenu }) => Array.isArray(submenu) && submenu.some((item) => item.id === id));
      expect(menu?.label).toBe(commandGroupLabels[group]);
    }
  });

  it('gives no accelerator twice', () => {
    const given = templateOf(isMac).items.flatMap(acceleratorsOf);
    expect(given.filter((accelerator, index) => given.indexOf(accelerator) !== index)).toEqual([]);
    expect(given).not.toContain('unlisted role');
  });

  it('takes no key from the page', () => {
    expect(templateOf(isMac).items.filter((item) => item.accelerator && item.registerAccelerator !== false)).toEqual([]);
  });

  it('uses neither Control with Alt, which types letters on some keyboards, nor Alt with a letter, which opens menus', () => {
    expect(templateOf(isMac).items.flatMap(acceleratorsOf).filter((accelerator) => /Alt/.test(accelerator) && accelerator !== 'Command+Alt+H')).toEqual([]);
  });

  it('has no separator at an end or beside another', () => {
    for (const { submenu } of templateOf(isMac).template) {
      if (!Array.isArray(submenu)) continue;
      const kinds = submenu.map(({ type }) => (type === 'separator' ? '-' : 'o')).join('');
      expect(kinds).not.toMatch(/^-|--|-$/);
    }
  });

  it('runs a command that is clicked', () => {
    const { click, ran } = templateOf(isMac);
    for (const { id } of commands) click(id);
    expect(ran).toEqual(commands.map(({ id }) => id));
  });

  it('leaves keys to the page, and undoes typing where the page left the key alone', () => {
    const { click, ran, edited } = templateOf(isMac);
    for (const { id } of commands) click(id, { triggeredByAccelerator: true });
    expect([ran, edited]).toEqual([[], ['undo', 'redo']]);
  });
});

describe('acceleratorOf', () => {
  it.each([
    ['Mod+Shift+E', false, 'CommandOrControl+Shift+E'], ['Mod+,', true, 'CommandOrControl+,'], ['F6', true, 'F6'], ['J', false, 'J'], ['J', true, null], ['Backspace', true, null], ['Mod+Ж', false, null], [null, false, null],
  ])('writes %j (macOS: %j)', (shortcut, isMac, accelerator) => expect(acceleratorOf(shortcut, isMac)).toBe(accelerator));
});

describe('the labels', () => {
  it('name every command and nothing else', () => expect(Object.keys(commandLabels).sort()).toEqual(commands.map(({ id }) => id).sort()));
  it('are all different', () => expect(new Set(Object.values(commandLabels)).size).toBe(commands.length));
});
