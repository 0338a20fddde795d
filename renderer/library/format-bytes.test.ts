import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([[0, '0 bytes'], [812, '812 bytes'], [1_000, '1.0 kB'], [5_120, '5.1 kB'], [48_000, '48 kB'], [1_440_000, '1.4 MB'], [2_500_000_000, '2.5 GB']])('formats %i as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
