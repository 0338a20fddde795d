import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { normaliseLine } from '../../core/base/text.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import { fromPdf } from '../../core/import/pdf/from-pdf.ts';
import type { PdfFile, PdfItem, PdfOutlineEntry, PdfPage } from '../../core/import/pdf/pdf-file.ts';
import type { Source } from '../../core/import/source.ts';
import { pdfDate, readMarkups } from './pdf-annotations.ts';
import { openPdf } from './pdfjs.ts';

export const PAGES_LIMIT = 2_000;
/** Fewer characters than this on a page, over all pages, and they are pictures of text. */
const FEWEST_CHARACTERS = 20;
const OUTLINE_LIMIT = 5_000;

const itemSchema = z.object({ str: z.string(), dir: z.string(), transform: z.array(z.number()).length(6), width: z.number() });
type TextItem = z.infer<typeof itemSchema>;
type Placed = { readonly item: PdfItem | null; readonly sideways: string | null };

/** A piece of text where it stands on the page as it is looked at; what is turned on its side is told apart. */
function placeItem({ str, dir, transform, width }: TextItem, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Placed {
  const [p = 1, q = 0, r = 0, s = 1, x = 0, y = 0] = transform;
  const [across, down] = [a * p + c * q, b * p + d * q];
  const text = str.replace(/\s+/g, ' ').replace(/\u00ad(?!$)/g, '').normalize('NFC').toWellFormed();
  if (Math.abs(down) > Math.abs(across)) return { item: null, sideways: text };
  const size = Math.hypot(a * r + c * s, b * r + d * s);
  return { item: { text, left: a * x + c * y + e, width, baseline: b * x + d * y + f, size, isRightToLeft: dir === 'rtl' }, sideways: null };
}

async function readPage(page: PDFPageProxy, label: string): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const placed = items.flatMap((item) => itemSchema.safeParse(item).data ?? []).map((item) => placeItem(item, viewport.transform));
  const sideways = placed.map((each) => each.sideways ?? '').join('').trim();
  return {
    label, width: viewport.width, height: viewport.height, items: placed.flatMap(({ item }) => item ?? []), sideways: sideways === '' ? [] : [sideways], ...(await readMarkups(page, viewport)),
  };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The index of the page that an entry of the outline leads to; null for one that leads nowhere. */
async function pageOf(document: PDFDocumentProxy, target: unknown): Promise<number | null> {
  const place: unknown = typeof target === 'string' ? await document.getDestination(target) : target;
  const ref: unknown = Array.isArray(place) ? place[0] : null;
  if (typeof ref === 'number') return ref;
  const { success, data } = z.object({ num: z.int(), gen: z.int() }).safeParse(ref);
  return success ? document.getPageIndex(data).catch(() => null) : null;
}

async function readOutline(document: PDFDocumentProxy): Promise<readonly PdfOutlineEntry[]> {
  const entries: PdfOutlineEntry[] = [];
  const visit = async (outline: Outline, depth: number): Promise<void> => {
    for (const { title, dest, items } of outline) {
      if (entries.length >= OUTLINE_LIMIT) return;
      const page = await pageOf(document, dest);
      if (page !== null && normaliseLine(title) !== '') entries.push({ title: normaliseLine(title), depth, page });
      if (items.length > 0 && depth < 10) await visit(items, depth + 1);
    }
  };
  await visit((await document.getOutline()) ?? [], 0);
  return entries;
}

const infoSchema = z.object({ Title: z.string().nullish(), Author: z.string().nullish(), CreationDate: z.string().nullish(), Language: z.string().nullish() });

async function readFile(document: PDFDocumentProxy): Promise<PdfFile> {
  const { Title, Author, CreationDate, Language } = infoSchema.safeParse((await document.getMetadata()).info).data ?? {};
  const labels = await document.getPageLabels();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, (labels?.[number - 1] ?? '') || String(number)));
    page.cleanup();
  }
  const line = (text: string | null | undefined) => normaliseLine(text ?? '') || null;
  return { pages, outline: await readOutline(document), title: line(Title), author: line(Author), created: pdfDate(CreationDate)?.slice(0, 10) ?? null, language: line(Language) };
}

const isLocked = (error: Error) => error.name === 'PasswordException';

/** Reads a PDF into an article. pdf.js gives its text as the pages draw it; what that means is told in core/import/pdf. */
export async function readPdf(source: Source): Promise<Result<FoundArticle>> {
  const { name } = source;
  try {
    const document = await openPdf(source.bytes);
    const pages = document.numPages;
    if (pages > PAGES_LIMIT) return fail({ code: 'pages-over-limit', name, pages, limit: PAGES_LIMIT });
    const file = await readFile(document);
    await document.loadingTask.destroy();
    const characters = file.pages.flatMap(({ items }) => items).reduce((sum, { text }) => sum + text.trim().length, 0);
    if (characters < FEWEST_CHARACTERS * pages) return fail({ code: 'pages-without-text', name, pages });
    return succeed(fromPdf(file));
  } catch (error) {
    // Its errors tell of the file; they have names and no classes that can be had.
    if (error instanceof Error && /Exception$/.test(error.name)) return fail({ code: isLocked(error) ? 'file-encrypted' : 'file-damaged', name });
    throw error;
  }
}
