import { z } from 'zod';

/** Ids are 26 characters of Crockford base 32, lower case: 48 bits of time, then 80 bits of chance, so they sort by time. */
const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export const articleIdSchema = z.string().regex(ID_PATTERN).brand<'ArticleId'>();
export const highlightIdSchema = z.string().regex(ID_PATTERN).brand<'HighlightId'>();
export const tagIdSchema = z.string().regex(ID_PATTERN).brand<'TagId'>();
export const collectionIdSchema = z.string().regex(ID_PATTERN).brand<'CollectionId'>();
export const searchIdSchema = z.string().regex(ID_PATTERN).brand<'SearchId'>();
export type ArticleId = z.infer<typeof articleIdSchema>;
export type HighlightId = z.infer<typeof highlightIdSchema>;
export type TagId = z.infer<typeof tagIdSchema>;
export type CollectionId = z.infer<typeof collectionIdSchema>;
export type SearchId = z.infer<typeof searchIdSchema>;

/** The article's id that a text is; null where it is none. */
export const asArticleId = (text: string): ArticleId | null => (ID_PATTERN.test(text) ? (text as ArticleId) : null);

/** Makes an id from the time (ms since 1970) and ten random bytes. */
export function createId(timeMs: number, chance: Uint8Array): string {
  let time = '';
  for (let rest = timeMs, digit = 0; digit < 10; digit += 1, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  let random = '';
  let bits = 0;
  let held = 0;
  for (const byte of chance.slice(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      random += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return time + random;
}

export const createArticleId = (timeMs: number, chance: Uint8Array): ArticleId => createId(timeMs, chance) as ArticleId;
export const createHighlightId = (timeMs: number, chance: Uint8Array): HighlightId => createId(timeMs, chance) as HighlightId;
export const createTagId = (timeMs: number, chance: Uint8Array): TagId => createId(timeMs, chance) as TagId;
export const createCollectionId = (timeMs: number, chance: Uint8Array): CollectionId => createId(timeMs, chance) as CollectionId;
export const createSearchId = (timeMs: number, chance: Uint8Array): SearchId => createId(timeMs, chance) as SearchId;
