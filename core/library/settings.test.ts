import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings } from './settings.ts';

describe('parseSettings', () => {
  it.each([null, undefined, 'text', 3, []])('gives the defaults for %j', (raw) => expect(parseSettings(raw)).toEqual(defaultSettings));

  it('takes what is valid and the default for the rest', () => {
    expect(parseSettings({ theme: 'night', textSize: 900, measure: '660', glow: true })).toEqual({ ...defaultSettings, theme: 'night' });
  });

  it('reads settings from before there were columns', () => {
    expect(parseSettings({ sortBy: 'title' })).toEqual({ ...defaultSettings, sortBy: 'title', isSortReversed: false });
  });

  it.each([
    ['without a title', [{ name: 'source', width: 100 }]],
    ['with one twice', [{ name: 'title', width: 100 }, { name: 'title', width: 90 }]],
    ['of an unknown name', [{ name: 'title', width: 100 }, { name: 'price', width: 90 }]],
    ['of no width', [{ name: 'title', width: 0 }]],
  ])('gives the usual columns for columns %s', (_, columns) => expect(parseSettings({ columns }).columns).toEqual(defaultSettings.columns));

  it('keeps columns as they were arranged', () => {
    const columns = [{ name: 'status', width: 90 }, { name: 'title', width: 400 }];
    expect(parseSettings({ columns }).columns).toEqual(columns);
  });

  it('leaves out single shortcuts and colour names that are not valid, and keeps those of other versions', () => {
    const { shortcuts, colourNames } = parseSettings({ shortcuts: { summarise: 'Mod+U', undo: 'Ctrl+Alt+E', redo: 3, 'fly-away': null }, colourNames: { red: ' disputed ', blue: '', green: 7 } });
    expect([shortcuts, colourNames]).toEqual([{ summarise: 'Mod+U', 'fly-away': null }, { red: 'disputed' }]);
  });

  it('looks at own keys alone', () => {
    expect(parseSettings(Object.create({ theme: 'night' }))).toEqual(defaultSettings);
  });
});
