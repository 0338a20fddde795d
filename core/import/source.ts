import type { Asset } from '../article/asset.ts';
import type { Capture, Details, Original } from '../article/article.ts';
import type { Block, PageStart } from '../article/blocks.ts';
import type { FoundHighlight } from './found-article.ts';
import type { Readings } from './readings/reading.ts';

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
  /** The folder on this machine that a browser saved the page's images into. Only a door that was given the file itself says so. */
  readonly beside?: string | null;
  /** Where on the web it was fetched from, for what was. */
  readonly address?: string | null;
};

/** What an importer makes of a source: what is known of the article, and its blocks. Nothing of the source is missing from the blocks without being set aside. */
export type ParsedArticle = {
  readonly details: Details;
  readonly blocks: readonly Block[];
  readonly assets?: readonly Asset[] | undefined;
  readonly highlights?: readonly FoundHighlight[] | undefined;
  readonly pages?: readonly PageStart[] | undefined;
  readonly capture?: Capture | undefined;
  readonly wordCount: number;
  readonly mediaType: string;
  readonly extension: Original['extension'];
  /** The character encoding that the bytes were read in, or null where the format has its own. */
  readonly encoding: string | null;
};

/** What a source turned out to be: an article, or what another program exported of many. */
export type ParsedSource = ({ readonly kind: 'article' } & ParsedArticle) | { readonly kind: 'readings'; readonly readings: Readings };
