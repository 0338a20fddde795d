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

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** "1 highlight", "1,204 highlights". */
export function formatCount(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
