import { measureBundle } from './bundle-size.ts';
import { measureImportAndExport, measureStart } from './command-line.ts';
import type { Bench } from './figure.ts';
import { measureFirstPaint } from './first-paint.ts';

/** The main job, end to end: start, import, read, export, and what the reader weighs. */
export const mainJob: Bench = async (options) => {
  const parts = [measureStart, measureImportAndExport, measureFirstPaint, measureBundle];
  const figures = [];
  for (const measure of parts) figures.push(...(await measure(options)));
  return figures;
};
