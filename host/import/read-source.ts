import { leavesOf } from '../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { completeArticle } from '../../core/import/complete-article.ts';
import { checkBytes, detectFormat, findSignedFormat } from '../../core/import/detect-format.ts';
import { namesOf, type ReadableFormat } from '../../core/import/formats.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import { fromPlainText } from '../../core/import/from-plain-text.ts';
import { type ParsedArticle, type Source, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import { type DecodedText, decodeText } from './decode-text.ts';

type Found = Result<FoundArticle> | Promise<Result<FoundArticle>>;
/** A reader of texts gets them decoded; one of a format of its own gets the bytes. */
type Reader = { readonly kind: 'text'; readonly read: (source: Source, text: string) => Found } | { readonly kind: 'bytes'; readonly read: (source: Source) => Found };

const MARKDOWN_BYTES_LIMIT = 10 * 1024 * 1024;
const tooLarge = ({ name, bytes }: Source, limitBytes: number) => fail({ code: 'file-too-large', name, bytes: bytes.length, limitBytes } as const);

/** A reader for every format that is readable. What a reader needs is loaded when it is first used. */
const readers: Readonly<Record<ReadableFormat, Reader>> = {
  'plain-text': { kind: 'text', read: (_, text) => succeed(fromPlainText(text)) },
  markdown: {
    kind: 'text',
    read: async (source, text) => {
      if (source.bytes.length > MARKDOWN_BYTES_LIMIT) return tooLarge(source, MARKDOWN_BYTES_LIMIT);
      return succeed((await import('../../core/import/from-markdown.ts')).fromMarkdown(text));
    },
  },
  html: { kind: 'text', read: async (source, text) => (await import('./read-html.ts')).readHtml(source, text) },
  mhtml: { kind: 'bytes', read: async (source) => (await import('./read-mhtml.ts')).readMhtml(source) },
  email: { kind: 'bytes', read: async (source) => (await import('./read-email.ts')).readEmail(source) },
  pdf: { kind: 'bytes', read: async (source) => (await import('./read-pdf.ts')).readPdf(source) },
  docx: { kind: 'bytes', read: async (source) => (await import('./read-docx.ts')).readDocx(source) },
  epub: { kind: 'bytes', read: async (source) => (await import('./read-epub.ts')).readEpub(source) },
};

/** What was read, by which format, and in which encoding; null where the format has its own. */
type Reading = { readonly format: ReadableFormat; readonly encoding: string | null; readonly found: FoundArticle };

async function readWith(format: ReadableFormat, source: Source, decoded: DecodedText | null): Promise<Result<Reading>> {
  const reader = readers[format];
  const encoding = reader.kind === 'text' ? (decoded?.encoding ?? null) : null;
  const found = await (reader.kind === 'text' ? reader.read(source, decoded?.text ?? '') : reader.read(source));
  return found.ok ? succeed({ format, encoding, found: found.value }) : found;
}

async function readByFormat(source: Source): Promise<Result<Reading>> {
  const signed = findSignedFormat(source);
  if (signed !== null) return readWith(signed, source, null);
  const checked = checkBytes(source);
  if (!checked.ok) return checked;
  const decoded = decodeText(source.bytes, source.mediaType);
  const format = detectFormat(source, decoded.text);
  return format.ok ? readWith(format.value, source, decoded) : format;
}

/** Reads a source into an article: decodes it, tells its format, finds what it says of itself and its blocks. */
export async function readSource(source: Source): Promise<Result<ParsedArticle>> {
  if (source.bytes.length > SOURCE_BYTES_LIMIT) return tooLarge(source, SOURCE_BYTES_LIMIT);
  const read = await readByFormat(source);
  if (!read.ok) return read;
  const { format, encoding, found } = read.value;
  if (found.blocks.flatMap(leavesOf).length === 0) return fail({ code: 'article-without-text', name: source.name });
  // What tells languages apart takes much memory, and most pages say theirs.
  const detectLanguage = found.found.language === null ? (await import('./detect-language.ts')).detectLanguage : () => null;
  return succeed({ ...completeArticle(found, source, detectLanguage), ...namesOf(format), encoding, assets: found.assets, highlights: found.highlights, pages: found.pages, capture: found.capture });
}
