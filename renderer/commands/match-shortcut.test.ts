import { describe, expect, it } from 'vitest';
import { commands } from '../../core/api/commands.ts';
import { bindShortcuts } from '../../core/api/shortcuts.ts';
import { type KeyPress, matchShortcut, readShortcut } from './match-shortcut.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
const reading = { isMac: false, isTyping: false, areSingleKeysOn: true, shortcuts: bindShortcuts({}) };
const typing = { ...reading, isTyping: true };

describe('matchShortcut', () => {
  it.each([
    ['a letter means its command', press('n'), reading, 'note-highlight'],
    ['a number gives the colour', press('3'), reading, 'colour-green'],
    ['Mod is Control', press('k', { ctrlKey: true }), reading, 'open-palette'],
    ['Mod is Command on macOS', press('k', { metaKey: true }), { ...reading, isMac: true }, 'open-palette'],
    ['Shift makes another command', press('Z', { ctrlKey: true, shiftKey: true }), reading, 'redo'],
    ['Control Y is redo, too', press('y', { ctrlKey: true }), reading, 'redo'],
    ['a sign counts as typed, whatever keys it took', press('?', { shiftKey: true }), reading, 'show-shortcuts'],
    ['Shift with a full stop may arrive as >', press('>', { ctrlKey: true, shiftKey: true }), reading, 'larger-text'],
    ['Delete does what Backspace does', press('Delete'), reading, 'delete-highlight'],
    ['F6 works while typing', press('F6'), typing, 'next-pane'],
    ['F3 finds the next', press('F3'), typing, 'find-next'],
    ['Mod G finds the next as well', press('g', { ctrlKey: true }), reading, 'find-next'],
    ['Mod Shift G finds the one before, on macOS too', press('G', { metaKey: true, shiftKey: true }), { ...reading, isMac: true }, 'find-previous'],
    ['Mod works while typing', press('k', { ctrlKey: true }), typing, 'open-palette'],
  ])('%s', (_, key, situation, id) => expect(matchShortcut(key, situation)?.id).toBe(id));

  it.each([
    ['a letter while typing', press('n'), typing],
    ['a letter with Shift', press('N', { shiftKey: true }), reading],
    ['a letter when single keys are off', press('n'), { ...reading, areSingleKeysOn: false }],
    ['undo while typing, which is the field’s own', press('z', { ctrlKey: true }), typing],
    ['AltGr, which types letters on many keyboards', press('e', { ctrlKey: true, altKey: true }), reading],
    ['Command Y on macOS', press('y', { metaKey: true }), { ...reading, isMac: true }],
    ['Control K on macOS', press('k', { ctrlKey: true }), { ...reading, isMac: true }],
    ['pasting without formats while typing', press('V', { ctrlKey: true, shiftKey: true }), typing],
    ['deleting the article while typing', press('Backspace', { ctrlKey: true }), typing],
  ])('leaves alone %s', (_, key, situation) => expect(matchShortcut(key, situation)).toBeNull());
});

describe('the list of commands', () => {
  it('gives no shortcut twice', () => {
    const shortcuts = commands.flatMap(({ shortcut }) => shortcut ?? []);
    expect(shortcuts.filter((shortcut, index) => shortcuts.indexOf(shortcut) !== index)).toEqual([]);
  });
});
describe('matchShortcut with shortcuts that the user changed', () => {
  const changed = (kept: Record<string, string | null>) => ({ ...reading, shortcuts: bindShortcuts(kept) });
  it.each([
    ['the new key means the command', press('u', { ctrlKey: true }), { summarise: 'Mod+U' }, 'summarise'],
    ['the usual key means nothing then', press('s'), { summarise: 'Mod+U' }, undefined],
    ['a key taken over means its new command', press('k', { ctrlKey: true }), { summarise: 'Mod+K' }, 'summarise'],
    ['a command without a key has none', press('h'), { 'highlight-selection': null }, undefined],
    ['a key of text fields is not honoured, and the usual one stays', press('s'), { summarise: 'Mod+C' }, 'summarise'],
    ['a command of another version changes nothing', press('s'), { 'fly-away': 'S' }, 'summarise'],
  ])('%s', (_, key, kept, id) => expect(matchShortcut(key, changed(kept))?.id).toBe(id));

  it('a command given another key works while typing, where its usual key would be the field’s', () => {
    expect(matchShortcut(press('D', { ctrlKey: true, shiftKey: true }), { ...typing, shortcuts: bindShortcuts({ 'bin-article': 'Mod+Shift+D' }) })?.id).toBe('bin-article');
  });
});

describe('readShortcut', () => {
  it.each([
    ['a letter', press('u'), 'U'],
    ['Control and Shift', press('U', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+U'],
    ['a sign that takes Shift', press('?', { shiftKey: true }), '?'],
    ['a full stop with Shift', press('>', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+.'],
    ['Delete', press('Delete'), 'Backspace'],
    ['a function key', press('F7', { shiftKey: true }), 'Shift+F7'],
  ])('reads %s', (_, key, shortcut) => {
    expect(readShortcut(key, false)).toEqual({ kind: 'shortcut', shortcut });
  });

  it.each([
    ['Shift alone', press('Shift', { shiftKey: true }), 'partial'],
    ['Control with Alt', press('e', { ctrlKey: true, altKey: true }), 'with-alt'],
  ])('reads no shortcut in %s', (_, key, kind) => expect(readShortcut(key, false).kind).toBe(kind));
});
