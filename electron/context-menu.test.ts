import { describe, expect, it } from 'vitest';
import { contextMenuTemplate } from './context-menu.ts';

const flags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true };
const clicked = { isEditable: false, misspelledWord: '', dictionarySuggestions: [], editFlags: flags };
const rolesOf = (given: Parameters<typeof contextMenuTemplate>[0]) => contextMenuTemplate(given, () => undefined).map(({ role, label, type, enabled }) => [role ?? label ?? type, enabled ?? true]);

describe('contextMenuTemplate', () => {
  it('offers to copy text that is selected', () => expect(rolesOf(clicked)).toEqual([['copy', true]]));
  it('offers nothing where there is nothing to do', () => expect(rolesOf({ ...clicked, editFlags: { ...flags, canCopy: false } })).toEqual([]));
  it('offers the ways of editing in a text field', () => expect(rolesOf({ ...clicked, isEditable: true })).toEqual([['cut', true], ['copy', true], ['paste', false], ['selectAll', true]]));

  it('offers spellings and puts the chosen one in', () => {
    const replaced: string[] = [];
    const [first, second] = contextMenuTemplate({ ...clicked, isEditable: true, misspelledWord: 'aliance', dictionarySuggestions: ['alliance'] }, (word) => replaced.push(word));
    Reflect.apply(first?.click ?? (() => undefined), null, []);
    expect([first?.label, second?.type, replaced]).toEqual(['alliance', 'separator', ['alliance']]);
  });
});
