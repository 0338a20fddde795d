import { inForce, type Language, localeInForce, perLanguage } from '../../core/base/language.ts';

const dates = perLanguage((locale) => ({ day: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }), month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }) }));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const percents = perLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** A date as the article gives it: a year stays a year, a month a month, anything finer a day. */
export function formatDate(iso: string): string {
  if (iso.length <= 4) return iso;
  const date = new Date(iso.length === 7 ? `${iso}-01` : iso.slice(0, 10));
  if (Number.isNaN(date.getTime())) return iso;
  return iso.length === 7 ? dates().month.format(date) : dates().day.format(date);
}

const moments = perLanguage((locale) => ({ time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }), day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }), date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }) }));
const days: Readonly<Record<Language, { readonly today: string; readonly yesterday: string }>> = { en: { today: 'today', yesterday: 'yesterday' }, de: { today: 'heute', yesterday: 'gestern' } };

/** Days from one moment to another by the calendar on the wall. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (timeMs: number) => new Date(timeMs).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / (24 * 60 * 60 * 1_000));
}

/** A moment as a person says it: "today, 14:03", "yesterday, 09:12", "3 Nov, 10:00", "3 Nov 2025, 10:00". By this machine's time zone. */
export function formatMoment(timeMs: number, nowMs: number): string {
  const ago = calendarDays(timeMs, nowMs);
  const isThisYear = new Date(timeMs).getFullYear() === new Date(nowMs).getFullYear();
  const { today, yesterday } = inForce(days);
  const { time, day, date } = moments();
  const when = ago === 0 ? today : ago === 1 ? yesterday : (isThisYear ? day : date).format(timeMs);
  return `${when}, ${time.format(timeMs)}`;
}

export function formatNumber(value: number): string {
  return numbers().format(value);
}

/** A number with so many digits after the sign that parts them: "1.62", "1,62". */
export function formatDecimal(value: number, digits: number): string {
  return value.toLocaleString(localeInForce(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A part of one as a percentage: "45%", "45 %". */
export function formatPercent(part: number): string {
  return percents().format(part);
}

/** "1 highlight", "1,204 highlights". */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
