const LOCALE = 'en-GB';

const dates = { day: new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }), month: new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' }) };
const numbers = new Intl.NumberFormat(LOCALE);

/** A date as the article gives it: a year stays a year, a month a month, anything finer a day. */
export function formatDate(iso: string): string {
  if (iso.length <= 4) return iso;
  const date = new Date(iso.length === 7 ? `${iso}-01` : iso.slice(0, 10));
  if (Number.isNaN(date.getTime())) return iso;
  return iso.length === 7 ? dates.month.format(date) : dates.day.format(date);
}

const moments = { time: new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' }), day: new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' }), date: new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' }) };

/** Days from one moment to another by the calendar on the wall. */
function calendarDays(fromMs: number, toMs: number): number {
  const midnight = (timeMs: number) => new Date(timeMs).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / (24 * 60 * 60 * 1_000));
}

/** A moment as a person says it: "today, 14:03", "yesterday, 09:12", "3 Nov, 10:00", "3 Nov 2025, 10:00". By this machine's time zone. */
export function formatMoment(timeMs: number, nowMs: number): string {
  const ago = calendarDays(timeMs, nowMs);
  const isThisYear = new Date(timeMs).getFullYear() === new Date(nowMs).getFullYear();
  const day = ago === 0 ? 'today' : ago === 1 ? 'yesterday' : (isThisYear ? moments.day : moments.date).format(timeMs);
  return `${day}, ${moments.time.format(timeMs)}`;
}

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1 highlight", "1,204 highlights". */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
