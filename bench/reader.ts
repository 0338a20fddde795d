import type { Bench } from './figure.ts';
import { measureLists } from './long-list.ts';
import { measureEditing, measureOpening } from './long-text.ts';
import { measureReanchoring } from './reanchoring.ts';

/** What a reader of long texts and of many waits for, and whether highlights stay where they belong when a text changes. */
export const reader: Bench = async (options) => {
  const figures = [];
  for (const measure of [measureOpening, measureEditing, measureLists, measureReanchoring]) figures.push(...(await measure(options)));
  return figures;
};
