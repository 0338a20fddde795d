import type { Asset } from '../article/asset.ts';
import type { Details, Original } from '../article/article.ts';
import type { Block } from '../article/blocks.ts';

/** Bytes larger than this are refused before they are read. */
export const SOURCE_BYTES_LIMIT = 200 * 1024 * 1024;

/** What a text that was pasted is named in the library, whatever language its window speaks. */
export const PASTED_NAME = 'Pasted text';

/** Something to import: the bytes, and the name a person knows it by ("article.html", "Pasted text"). */
export type Source = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 'paste' is text from the clipboard; its name says nothing of its format. */
  readonly origin: 'file' | 'paste';
  /** A declared media type, where the door knew one. */
  readonly mediaType: string | null;
};

/** What an importer makes of a source: what is known of the article, and its blocks. Nothing of the source is missing from the blocks without being set aside. */
export type ParsedArticle = {
  readonly details: Details;
  readonly blocks: readonly Block[];
  readonly assets?: readonly Asset[] | undefined;
  readonly wordCount: number;
  readonly mediaType: string;
  readonly extension: Original['extension'];
  /** The character encoding that the bytes were read in, or null where the format has its own. */
  readonly encoding: string | null;
};
