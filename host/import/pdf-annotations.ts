import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { Box, PdfLink, PdfMarkup } from '../../core/import/pdf/pdf-file.ts';
import { nearestColour } from '../../core/highlight/nearest-colour.ts';
import { normaliseText } from '../../core/base/text.ts';

const MARKS = ['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text'];
const numbers = z.custom<ArrayLike<number>>((value) => ArrayBuffer.isView(value) || Array.isArray(value));
const said = z.object({ str: z.string() }).nullish();
/** As much of pdf.js's annotations as is read; they have no type of their own. */
const annotationSchema = z.object({
  id: z.string(), subtype: z.string(), rect: numbers, quadPoints: numbers.nullish(), color: numbers.nullish(), contentsObj: said, titleObj: said,
  modificationDate: z.string().nullish(), creationDate: z.string().nullish(), inReplyTo: z.string().nullish(), url: z.string().nullish(),
});
type Annotation = z.infer<typeof annotationSchema>;
type Viewport = ReturnType<PDFPageProxy['getViewport']>;

/** A PDF's date ("D:20240501120000+02'00'") as UTC in ISO 8601; null for none. */
export function pdfDate(text: string | null | undefined): string | null {
  const [, year, month = '01', day = '01', hours = '00', minutes = '00', seconds = '00', zone, zoneHours = '00', zoneMinutes = '00'] =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([Z+-])?(\d\d)?'?(\d\d)?/.exec(text ?? '') ?? [];
  if (year === undefined) return null;
  const date = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone === undefined || zone === 'Z' ? 'Z' : `${zone}${zoneHours}:${zoneMinutes}`}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function boxOf(viewport: Viewport, rect: ArrayLike<number>): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(rect);
  const [x1 = 0, y1 = 0]: number[] = viewport.convertToViewportPoint(left, bottom);
  const [x2 = 0, y2 = 0]: number[] = viewport.convertToViewportPoint(right, top);
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}

/** The boxes of a markup, one for each line that it is over. */
function boxesOf(viewport: Viewport, { quadPoints, rect }: Annotation): readonly Box[] {
  const points = Array.from(quadPoints ?? []);
  const quads = Array.from({ length: Math.floor(points.length / 8) }, (_, index) => points.slice(index * 8, index * 8 + 8));
  if (quads.length === 0) return [boxOf(viewport, rect)];
  return quads.map((quad) => {
    const [xs, ys] = [quad.filter((_, at) => at % 2 === 0), quad.filter((_, at) => at % 2 === 1)];
    return boxOf(viewport, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  });
}

async function readAnnotations(page: PDFPageProxy): Promise<readonly Annotation[]> {
  return (await page.getAnnotations({ intent: 'display' })).flatMap((annotation: unknown) => annotationSchema.safeParse(annotation).data ?? []);
}

const words = (text: { readonly str: string } | null | undefined) => normaliseText(text?.str ?? '').trim();

/** The words of an annotation and of the answers to it, each with its author where there is more than one. */
function noteOf(annotation: Annotation, all: readonly Annotation[]): string {
  const answers = all.filter(({ inReplyTo }) => inReplyTo === annotation.id && annotation.id !== '');
  const told = [annotation, ...answers].filter(({ contentsObj }) => words(contentsObj) !== '');
  const authors = new Set(told.map(({ titleObj }) => words(titleObj)));
  return told.map(({ contentsObj, titleObj }) => (authors.size > 1 && words(titleObj) !== '' ? `${words(contentsObj)}\n\n— ${words(titleObj)}` : words(contentsObj))).join('\n\n');
}

/** What was marked on a page, and the links out of it. */
export async function readMarkups(page: PDFPageProxy, viewport: Viewport): Promise<{ readonly markups: readonly PdfMarkup[]; readonly links: readonly PdfLink[] }> {
  const all = await readAnnotations(page);
  const markups = all.filter(({ subtype, inReplyTo }) => MARKS.includes(subtype) && !inReplyTo).map((annotation): PdfMarkup => {
    const [red, green, blue] = Array.from(annotation.color ?? []);
    const colour = red === undefined || green === undefined || blue === undefined ? null : nearestColour([red, green, blue]);
    return { boxes: boxesOf(viewport, annotation), colour, note: noteOf(annotation, all), createdAt: pdfDate(annotation.creationDate ?? annotation.modificationDate) };
  });
  const links = all.flatMap((annotation): readonly PdfLink[] => (annotation.subtype === 'Link' && annotation.url ? [{ ...boxOf(viewport, annotation.rect), href: annotation.url }] : []));
  // A note without words that lies on no text says nothing.
  return { markups: markups.filter(({ note }, at) => note !== '' || (all[at]?.quadPoints ?? []).length > 0), links };
}
