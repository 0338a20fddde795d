import { describe, expect, it } from 'vitest';
import { lookOf } from './use-theme.ts';

const [day, night] = [{ isDark: false, wantsContrast: false }, { isDark: true, wantsContrast: false }];

describe('lookOf', () => {
  it.each([
    ['follows a light system', 'system', day, 'light'],
    ['follows a dark system', 'system', night, 'night'],
    ['follows a system that asks for more contrast', 'system', { ...day, wantsContrast: true }, 'contrast'],
    ['follows a dark system that asks for more contrast', 'system', { ...night, wantsContrast: true }, 'contrast-night'],
    ['keeps a chosen theme on a dark system', 'sepia', night, 'sepia'],
    ['keeps a chosen theme when the system asks for more contrast', 'night', { ...day, wantsContrast: true }, 'night'],
    ['has high contrast in the dark as well', 'contrast', night, 'contrast-night'],
  ] as const)('%s', (_, theme, system, look) => expect(lookOf(theme, system)).toBe(look));
});
