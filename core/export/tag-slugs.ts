import type { TagId } from '../base/ids.ts';
import type { Tag } from '../tag/tag.ts';

/** A tag's name as Obsidian takes tags: letters, digits, "_", "-" and "/", and something else than digits. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/[-/]*\/[-/]*/g, '/')
    .replace(/^[-/\p{M}]+|[-/]+$/gu, '');
  if (slug === '') return 'tag';
  return /^[\p{N}]+$/u.test(slug) ? `y${slug}` : slug;
}

/** A slug for each tag of a codebook. Two tags never get the same, upper or lower case: the later one gets a number. */
export function tagSlugs(tags: readonly Tag[]): ReadonlyMap<TagId, string> {
  const taken = new Set<string>();
  const slugs = new Map<TagId, string>();
  for (const tag of tags) {
    const base = slugOf(tag.name);
    let slug = base;
    for (let count = 2; taken.has(slug.toLowerCase()); count += 1) slug = `${base}-${count}`;
    taken.add(slug.toLowerCase());
    slugs.set(tag.id, slug);
  }
  return slugs;
}
