import { formatCount, formatDecimal } from '../text/format.ts';
import { detailsMessages } from '../text/library-messages.ts';

const units = ['kB', 'MB', 'GB'] as const;

/** A file's size as a person reads it: "812 bytes", "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatCount(bytes, detailsMessages.byte, detailsMessages.bytes);
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const value = bytes / 1000 ** power;
  return `${formatDecimal(value, value < 10 ? 1 : 0)} ${units[power - 1]}`;
}
