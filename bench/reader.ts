import type { Bench } from './figure.ts';
import { measureEditing, measureOpening } from './long-text.ts';

/** The reader with long texts. */
export const reader: Bench = async (options) => {
  const figures = [];
  for (const measure of [measureOpening, measureEditing]) figures.push(...(await measure(options)));
  return figures;
};
