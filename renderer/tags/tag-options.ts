import type { ArticleSummary } from '../../core/article/summary.ts';
import type { TagId } from '../../core/base/ids.ts';
import { NAME_LENGTH_LIMIT } from '../../core/base/named-record.ts';
import { foldText, normaliseLine } from '../../core/base/text.ts';
import { completeTag, findTagByName, type Tag } from '../../core/tag/tag.ts';

/** More are found by typing on; a codebook may hold thousands. */
const OPTION_LIMIT = 6;

/** What the tag field offers: a tag of the codebook, or to make one of the name typed. */
export type TagOption = { readonly kind: 'tag'; readonly tag: Tag; readonly use: number } | { readonly kind: 'create'; readonly name: string };

/** On how many highlights each tag is, by tag id. */
export type TagUse = ReadonlyMap<string, number>;

/** Counts the use of tags, articles in the bin left out. */
export function countTagUse(articles: readonly ArticleSummary[]): TagUse {
  const use = new Map<string, number>();
  for (const { tags, binnedAt } of articles) {
    if (binnedAt !== null) continue;
    for (const [id, count] of Object.entries(tags)) use.set(id, (use.get(id) ?? 0) + count);
  }
  return use;
}

type TagChoice = { readonly tags: readonly Tag[]; readonly chosen: readonly TagId[]; readonly typed: string; readonly use: TagUse };

/** The options for what was typed: the tag of that very name first, then completions, then to make a tag where none has the name. */
export function tagOptions({ tags, chosen, typed, use }: TagChoice): readonly TagOption[] {
  const name = normaliseLine(typed).slice(0, NAME_LENGTH_LIMIT);
  const namesake = findTagByName({ tags }, name);
  const useOf = (id: TagId) => use.get(id) ?? 0;
  const completed = completeTag({ tags }, name, useOf).filter((tag) => tag.id !== namesake?.id);
  const offered = [...(namesake ? [namesake] : []), ...completed].filter((tag) => !chosen.includes(tag.id)).slice(0, OPTION_LIMIT);
  const options = offered.map((tag): TagOption => ({ kind: 'tag', tag, use: useOf(tag.id) }));
  return name === '' || namesake ? options : [...options, { kind: 'create', name }];
}

/**
 * The option that Enter takes before an arrow key chose another: the first, if its name begins as typed,
 * else to make the tag, so that a name which only contains what was typed is never taken by mistake. -1: none.
 */
export function likelyOption(options: readonly TagOption[], typed: string): number {
  const name = foldText(normaliseLine(typed));
  const [first] = options;
  if (name === '' || !first) return -1;
  return first.kind === 'create' || foldText(first.tag.name).startsWith(name) ? 0 : options.length - 1;
}
