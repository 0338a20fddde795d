import type { Colour } from '../../highlight/colour.ts';

/** A rectangle on a page, in points from its top left. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** A piece of text as a page draws it: its baseline and its size, in points from the top left of the page. */
export type PdfItem = { readonly text: string; readonly left: number; readonly width: number; readonly baseline: number; readonly size: number; readonly isRightToLeft: boolean };

/** What a reader of the file marked: text under its boxes, or with none a note on the page. `createdAt` is UTC in ISO 8601. */
export type PdfMarkup = { readonly boxes: readonly Box[]; readonly colour: Colour | null; readonly note: string; readonly createdAt: string | null };

export type PdfLink = Box & { readonly href: string };

/** `label` is the page's number as printed; `sideways` what stands turned on its side. */
export type PdfPage = {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly sideways: readonly string[];
  readonly markups: readonly PdfMarkup[];
  readonly links: readonly PdfLink[];
};

/** An entry of the file's own outline; `page` is an index. */
export type PdfOutlineEntry = { readonly title: string; readonly depth: number; readonly page: number };

/** What a PDF file holds, as far as its text goes. `created` is an ISO 8601 date. */
export type PdfFile = { readonly pages: readonly PdfPage[]; readonly outline: readonly PdfOutlineEntry[]; readonly title: string | null; readonly author: string | null; readonly created: string | null; readonly language: string | null };
