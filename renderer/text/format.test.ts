import { afterEach, describe, expect, it } from 'vitest';
import { type Language, speak } from '../../core/base/language.ts';
import { formatCount, formatDate, formatDecimal, formatMoment, formatNumber, formatPercent } from './format.ts';

afterEach(() => speak('en'));

const now = new Date(2026, 10, 25, 14, 3).getTime();
const on = (year: number, month: number, day: number) => new Date(year, month - 1, day, 9, 5).getTime();

describe('in each language', () => {
  it.each<[Language, readonly string[]]>([
    ['en', ['2021', 'November 2021', '24 Nov 2021', 'no date at all', '1,204', '1,204 notes', '1.60', '45%', 'today, 09:05', 'yesterday, 09:05', '3 Nov, 09:05', '3 Nov 2025, 09:05']],
    ['de', ['2021', 'November 2021', '24.11.2021', 'no date at all', '1.204', '1.204 notes', '1,60', '45\u00a0%', 'heute, 09:05', 'gestern, 09:05', '3. Nov., 09:05', '03.11.2025, 09:05']],
  ])('writes dates and numbers: %s', (language, written) => {
    speak(language);
    const dates = ['2021', '2021-11', '2021-11-24', 'no date at all'].map(formatDate);
    const numbers = [formatNumber(1_204), formatCount(1_204, 'note', 'notes'), formatDecimal(1.6, 2), formatPercent(0.45)];
    const moments = [on(2026, 11, 25), on(2026, 11, 24), on(2026, 11, 3), on(2025, 11, 3)].map((moment) => formatMoment(moment, now));
    expect([...dates, ...numbers, ...moments]).toEqual(written);
  });
});
