import { foldText } from '../base/text.ts';

const monthNames = [
  'january jan januar janvier janv enero ene', 'february feb februar fevrier fevr febrero', 'march mar marz mrz mars marzo', 'april apr avril avr abril abr',
  'may mai mayo', 'june jun juni juin junio', 'july jul juli juillet juil julio', 'august aug aout agosto ago', 'september sept sep septembre septiembre',
  'october oct oktober okt octobre octubre', 'november nov novembre noviembre', 'december dec dezember dez decembre diciembre dic',
];
const months = new Map(monthNames.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])));

const ISO = /(?<!\d)(\d{4})-(\d\d)(?:-(\d\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(:[0-5]\d(?:\.\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?)?)?(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de )?(\p{L}{3,10})\.?,? (?:de )?(\d{4})(?!\d)/gu;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu;
const MONTH_ONLY = /(?<!\p{L})(\p{L}{3,10})\.? (\d{4})(?!\d)/gu;
const DOTTED = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;

const padded = (number: number) => String(number).padStart(2, '0');

/** The date as ISO 8601, of the precision given; null when the calendar has no such day. */
function toIsoDate(year: number, month: number, day: number | null): string | null {
  if (year < 1000 || month < 1 || month > 12) return null;
  if (day === null) return `${year}-${padded(month)}`;
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? `${year}-${padded(month)}-${padded(day)}` : null;
}

function findIsoDate(text: string): string | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year, month, day, hours, minutes, seconds = '', zone = ''] = found;
  const date = toIsoDate(Number(year), Number(month), day === undefined ? null : Number(day));
  return date && hours ? `${date}T${hours}:${minutes}${seconds}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}` : date;
}

function findNamedDate(text: string): string | null {
  const month = (name: string | undefined) => months.get(foldText(name ?? '')) ?? 0;
  for (const [, day, name, year] of text.matchAll(DAY_FIRST)) if (month(name)) return toIsoDate(Number(year), month(name), Number(day));
  for (const [, name, day, year] of text.matchAll(MONTH_FIRST)) if (month(name)) return toIsoDate(Number(year), month(name), Number(day));
  for (const [, name, year] of text.matchAll(MONTH_ONLY)) if (month(name)) return toIsoDate(Number(year), month(name), null);
  return null;
}

/** The first date in a line as ISO 8601: ISO itself, with a month's name in English, German, French or Spanish, or as 24.11.2021. Null when there is none. */
export function findDate(text: string): string | null {
  const dotted = DOTTED.exec(text);
  return findIsoDate(text) ?? findNamedDate(text) ?? (dotted ? toIsoDate(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) : null);
}

const DATELINE_START = /^(?:(?:first |last )?(?:published|updated|posted|modified|date|veröffentlicht|aktualisiert|publié|publicado|mis à jour)\b|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)[\s:,.]*(?:on |at |le |am |el )?/iu;

/** The date that a line is about, where it says little else ("Published: November 24, 2021 12:40"); else null. */
export function findDateline(line: string): string | null {
  if (line.split(' ').length > 16 || line.length > 160) return null;
  const rest = line.replace(DATELINE_START, '').replace(DATELINE_START, '');
  const hasSign = rest !== line || /^\d|^\p{L}{3,10}\.? \d/u.test(line);
  const words = rest.match(/\p{L}{2,}/gu) ?? [];
  return hasSign && !/[.!?;]$/.test(line) && words.length <= 6 ? findDate(rest) : null;
}
