import { z } from 'zod';
import { parseLibraryHref } from './library-link.ts';

/** Where a link may lead out of Lectern. Everything else is kept as plain text. */
const LINK_PATTERN = /^(?:https?:\/\/[^\s\\@/]+(?:[/?#]|$)|mailto:[^\s@]+@[^\s@]+$)/i;
const LINK_LENGTH_LIMIT = 2_081;

/** True for http, https and mailto links without credentials, at most 2,081 characters long. */
export function isSafeLink(href: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are just what must not be in a link
  return href.length <= LINK_LENGTH_LIMIT && !/[\u0000-\u0020\u007f]/.test(href) && LINK_PATTERN.test(href);
}

/** Where a link in a text may lead: out of Lectern safely, or to something in the library. */
export const isLinkTarget = (href: string): boolean => isSafeLink(href) || parseLibraryHref(href) !== null;

const styleKinds = ['emphasis', 'strong', 'code', 'superscript', 'subscript', 'deleted', 'underline'] as const;
const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(styleKinds), start: z.int().min(0), end: z.int().min(0) }),
  z.object({ kind: z.literal('link'), start: z.int().min(0), end: z.int().min(0), href: z.string().refine(isLinkTarget) }),
  z.object({ kind: z.literal('reference'), start: z.int().min(0), end: z.int().min(0), leaf: z.string().max(32) }),
]);

/** An inline style, a link, or the label of a footnote that begins with `leaf`, over [start, end) of its own leaf, in UTF-16 units. Marks may overlap. */
export type Mark = Readonly<z.infer<typeof markSchema>>;

const languageSchema = z.object({ start: z.int().min(0), end: z.int().min(0), language: z.string().regex(/^[A-Za-z0-9-]{2,35}$/).nullable(), direction: z.enum(['ltr', 'rtl']).nullable() });

/** What the source says that [start, end) of a leaf is written in; null where it does not say. They do not overlap. */
export type SaidLanguage = Readonly<z.infer<typeof languageSchema>>;

const leafSchema = z.object({ id: z.string().max(32), text: z.string(), marks: z.array(markSchema), languages: z.array(languageSchema).optional() });

/** The only thing in an article that holds text. Ids are unique in one content. "\n" in the text is a line break. */
export type Leaf = { readonly id: string; readonly text: string; readonly marks: readonly Mark[]; readonly languages?: readonly SaidLanguage[] | undefined };

/** An image: `asset` is the SHA-256 of a file in the library's assets folder, or null where the image was not kept. */
export type Image = { readonly asset: string | null; readonly alt: string; readonly address: string | null };

export type TableCell = { readonly header: boolean; readonly columns: number; readonly rows: number; readonly leaf: Leaf };

/** Why a part was set aside: taken for something that is not the article. It stays in the content and can be put back. */
export const asideReasons = ['newsletter', 'related', 'advertisement', 'follow', 'copyright', 'navigation', 'repeated', 'comments', 'other'] as const;
export type AsideReason = (typeof asideReasons)[number];

export type Block =
  | { readonly kind: 'title' | 'dek' | 'byline' | 'dateline' | 'paragraph'; readonly leaf: Leaf }
  | { readonly kind: 'heading'; readonly level: number; readonly leaf: Leaf }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly leaf: Leaf }
  | { readonly kind: 'figure'; readonly images: readonly Image[]; readonly caption: Leaf | null; readonly credit: Leaf | null; readonly copies: number }
  | { readonly kind: 'table'; readonly caption: Leaf | null; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly kind: 'math'; readonly leaf: Leaf }
  | { readonly kind: 'rule' }
  | { readonly kind: 'aside'; readonly id: string; readonly reason: AsideReason; readonly blocks: readonly Block[] };

const imageSchema = z.object({ asset: z.string().regex(/^[0-9a-f]{64}$/).nullable(), alt: z.string(), address: z.string().refine(isSafeLink).nullable() });
const cellSchema = z.object({ header: z.boolean(), columns: z.int().min(1).max(1000), rows: z.int().min(1).max(1000), leaf: leafSchema });

const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['title', 'dek', 'byline', 'dateline', 'paragraph']), leaf: leafSchema }),
    z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6), leaf: leafSchema }),
    z.object({ kind: z.literal('quote'), blocks: z.array(blockSchema) }),
    z.object({ kind: z.literal('list'), ordered: z.boolean(), start: z.int(), items: z.array(z.array(blockSchema)) }),
    z.object({ kind: z.literal('code'), language: z.string(), leaf: leafSchema }),
    z.object({ kind: z.literal('figure'), images: z.array(imageSchema), caption: leafSchema.nullable(), credit: leafSchema.nullable(), copies: z.int().min(1) }),
    z.object({ kind: z.literal('table'), caption: leafSchema.nullable(), rows: z.array(z.array(cellSchema)) }),
    z.object({ kind: z.literal('math'), leaf: leafSchema }),
    z.object({ kind: z.literal('rule') }),
    z.object({ kind: z.literal('aside'), id: z.string().max(32), reason: z.enum(asideReasons), blocks: z.array(blockSchema) }),
  ]),
);

const pageSchema = z.object({ label: z.string().min(1).max(32), start: z.int().min(0) });

/** Where a page of the source begins: its label as printed ("iv", "12"), and the offset in the projection. */
export type PageStart = Readonly<z.infer<typeof pageSchema>>;

/**
 * The blocks of one captured version of an article. It never changes and is named by the hash of its bytes,
 * so it holds nothing that a user edits.
 */
export const contentSchema = z.object({ kind: z.literal('content'), format: z.literal(1), blocks: z.array(blockSchema), pages: z.array(pageSchema).optional() });

/** Reads blocks as a content holds them; null for what is none. */
export function parseBlocks(value: unknown): readonly Block[] | null {
  const parsed = contentSchema.shape.blocks.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export type Content = { readonly kind: 'content'; readonly format: 1; readonly blocks: readonly Block[]; readonly pages?: readonly PageStart[] | undefined };

/** `pages` are those of a paged source, in the order of their starts. */
export function createContent(blocks: readonly Block[], pages: readonly PageStart[] = []): Content {
  return { kind: 'content', format: 1, blocks, ...(pages.length > 0 ? { pages } : {}) };
}

/** The images of blocks, those of blocks inside them included. */
export function imagesIn(blocks: readonly Block[]): readonly Image[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'figure': return block.images;
      case 'quote': case 'aside': return imagesIn(block.blocks);
      case 'list': return block.items.flatMap(imagesIn);
      default: return [];
    }
  });
}

/** The leaves of a block in reading order, those of blocks inside it included. */
export function leavesOf(block: Block): readonly Leaf[] {
  switch (block.kind) {
    case 'quote':
    case 'aside':
      return block.blocks.flatMap(leavesOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(leavesOf));
    case 'figure':
      return [block.caption, block.credit].filter((leaf) => leaf !== null);
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...block.rows.flatMap((row) => row.map((cell) => cell.leaf))];
    case 'rule':
      return [];
    default:
      return [block.leaf];
  }
}

/** The names of the images that a block shows from the library's own files, those of blocks inside it included. */
export function assetsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'figure':
      return block.images.flatMap(({ asset }) => asset ?? []);
    case 'quote':
    case 'aside':
      return block.blocks.flatMap(assetsOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(assetsOf));
    default:
      return [];
  }
}
