import { describe, expect, it } from 'vitest';
import { defaultSettings, parseSettings } from './settings.ts';

describe('parseSettings', () => {
  it.each([null, undefined, 'text', 3, []])('gives the defaults for %j', (raw) => expect(parseSettings(raw)).toEqual(defaultSettings));

  it('takes what is valid and the default for the rest', () => {
    expect(parseSettings({ theme: 'night', textSize: 900, measure: '660', glow: true })).toEqual({ ...defaultSettings, theme: 'night' });
  });

  it('looks at own keys alone', () => {
    expect(parseSettings(Object.create({ theme: 'night' }))).toEqual(defaultSettings);
  });
});
