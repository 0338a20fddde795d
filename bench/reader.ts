import type { Bench } from './figure.ts';
import { measureEditing, measureOpening } from './long-text.ts';
import { measureReanchoring } from './reanchoring.ts';

/** What a reader of long texts waits for, and whether highlights stay where they belong when a text changes. */
export const reader: Bench = async (options) => {
  const figures = [];
  for (const measure of [measureOpening, measureEditing, measureReanchoring]) figures.push(...(await measure(options)));
  return figures;
};
