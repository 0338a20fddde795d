import { z } from 'zod';
import { type ArticleId, articleIdSchema, type HighlightId } from '../base/ids.ts';
import type { Known } from '../base/known.ts';
import { type Revisions, revisionsSchema } from '../base/register.ts';
import { type Highlight, highlightSchema, NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import { type Resume, resumeSchema } from '../highlight/resume.ts';

export const statuses = ['inbox', 'reading', 'archive'] as const;
export type Status = (typeof statuses)[number];

export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const captureSchema = z.object({ url: z.string().max(8_192).optional(), capturedAt: z.iso.datetime().optional() });

/** Where and when the page in an original was taken, as far as it says so itself; the time is UTC. */
export type Capture = Readonly<z.infer<typeof captureSchema>>;

/** The bytes as they came in: originals/<sha256>.<extension>. */
export const originalSchema = z.looseObject({
  sha256: hashSchema, extension: z.string().regex(/^[a-z0-9]{1,8}$/), bytes: z.int().min(0), name: z.string(), mediaType: z.string(), encoding: z.string().nullable(), ...captureSchema.shape,
});
export type Original = Readonly<Known<z.infer<typeof originalSchema>>>;

/** What is known of an article besides its text. The user may correct every field. Null: not found, or not said. */
export const detailsSchema = z.object({
  title: z.string().min(1).max(2_000),
  label: z.string().max(200).nullable(),
  dek: z.string().max(5_000).nullable(),
  byline: z.string().max(1_000).nullable(),
  source: z.string().max(1_000).nullable(),
  url: z.string().max(8_192).nullable(),
  published: z.string().regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/).nullable(),
  language: z.string().regex(/^[A-Za-z0-9-]{2,35}$/).nullable(),
  direction: z.enum(['ltr', 'rtl']),
});

/** `published` is an ISO 8601 date of any precision, `language` a BCP 47 tag. */
export type Details = Readonly<z.infer<typeof detailsSchema>>;

/** A text that an article had until another was imported in its place: the content that it is in, and where that came from. */
export const textSchema = z.looseObject({ content: hashSchema, original: originalSchema, wordCount: z.int().min(0), importedAt: z.iso.datetime(), replacedAt: z.iso.datetime(), title: z.string() });
export type ArticleText = Readonly<Omit<Known<z.infer<typeof textSchema>>, 'original'> & { original: Original }>;

export const articleSchema = z.looseObject({
  id: articleIdSchema,
  ...detailsSchema.shape,
  wordCount: z.int().min(0),
  importedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  content: hashSchema,
  original: originalSchema,
  status: z.enum(statuses),
  progress: z.number().min(0).max(1),
  position: z.int().min(0),
  resume: resumeSchema.optional(),
  summary: z.string().max(NOTE_LENGTH_LIMIT),
  putBack: z.array(z.string()),
  highlights: z.array(highlightSchema),
  binnedAt: z.iso.datetime().nullable(),
  versions: z.array(textSchema).optional(),
  found: detailsSchema.nullable().optional(),
  removed: z.array(highlightSchema).optional(),
  revisions: revisionsSchema.optional(),
});

/**
 * The document of an article: everything about it that changes. Its text is in the content named by `content`.
 * `progress` is the furthest point read, 0 to 1; `position` the offset in the projection where reading stopped;
 * `resume` the words there, by which they are found in another text;
 * `putBack` the ids of asides that the user put back into the text; `binnedAt` is set while it lies in the bin.
 * `versions` are the texts it had before this one, the oldest first; `found` what the import of this text found of the details, absent where there was no other.
 * `removed` and `revisions` are the store's, for merging copies: highlights that were removed, and who changed what.
 */
export type Article = Readonly<Omit<Known<z.infer<typeof articleSchema>>, 'highlights' | 'putBack' | 'original' | 'versions' | 'found' | 'removed' | 'revisions' | 'resume'> & {
  original: Original; highlights: readonly Highlight[]; putBack: readonly string[]; versions?: readonly ArticleText[] | undefined; resume?: Resume | undefined; found?: Details | null | undefined; removed?: readonly Highlight[] | undefined; revisions?: Revisions | undefined;
}>;

type ArticleDraft = Details & Pick<Article, 'wordCount' | 'content' | 'original'>;

export function createArticle(draft: ArticleDraft, made: { id: ArticleId; now: string }): Article {
  return {
    ...draft, id: made.id, importedAt: made.now, changedAt: made.now, status: 'inbox', progress: 0, position: 0, summary: '', putBack: [], highlights: [], binnedAt: null,
  };
}

export function findHighlight(article: Article, id: HighlightId): Highlight | null {
  return article.highlights.find((highlight) => highlight.id === id) ?? null;
}
