import { leavesOf } from '../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { completeArticle } from '../../core/import/complete-article.ts';
import { checkBytes, detectFormat } from '../../core/import/detect-format.ts';
import { namesOf, type ReadableFormat } from '../../core/import/formats.ts';
import type { FoundArticle } from '../../core/import/found-article.ts';
import { fromPlainText } from '../../core/import/from-plain-text.ts';
import { type ParsedArticle, type Source, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import { decodeText } from './decode-text.ts';

type Reader = (source: Source, text: string) => Result<FoundArticle> | Promise<Result<FoundArticle>>;

const MARKDOWN_BYTES_LIMIT = 10 * 1024 * 1024;
const tooLarge = ({ name, bytes }: Source, limitBytes: number) => fail({ code: 'file-too-large', name, bytes: bytes.length, limitBytes } as const);

/** Their parts have encodings of their own. */
const HAS_OWN_ENCODING = new Set<ReadableFormat>(['mhtml', 'email']);

/** A reader for every format that is readable. What a reader needs is loaded when it is first used. */
const readers: Readonly<Record<ReadableFormat, Reader>> = {
  'plain-text': (_, text) => succeed(fromPlainText(text)),
  markdown: async (source, text) => {
    if (source.bytes.length > MARKDOWN_BYTES_LIMIT) return tooLarge(source, MARKDOWN_BYTES_LIMIT);
    return succeed((await import('../../core/import/from-markdown.ts')).fromMarkdown(text));
  },
  html: async (source, text) => (await import('./read-html.ts')).readHtml(source, text),
  mhtml: async (source) => (await import('./read-mhtml.ts')).readMhtml(source),
  email: async (source) => (await import('./read-email.ts')).readEmail(source),
};

/** Reads a source into an article: decodes it, tells its format, finds what it says of itself and its blocks. */
export async function readSource(source: Source): Promise<Result<ParsedArticle>> {
  if (source.bytes.length > SOURCE_BYTES_LIMIT) return tooLarge(source, SOURCE_BYTES_LIMIT);
  const checked = checkBytes(source);
  if (!checked.ok) return checked;
  const { text, encoding } = decodeText(source.bytes, source.mediaType);
  const format = detectFormat(source, text);
  if (!format.ok) return format;
  const read = await readers[format.value](source, text);
  if (!read.ok) return read;
  if (read.value.blocks.flatMap(leavesOf).length === 0) return fail({ code: 'article-without-text', name: source.name });
  // What tells languages apart takes much memory, and most pages say theirs.
  const detectLanguage = read.value.found.language === null ? (await import('./detect-language.ts')).detectLanguage : () => null;
  return succeed({ ...completeArticle(read.value, source, detectLanguage), ...namesOf(format.value), encoding: HAS_OWN_ENCODING.has(format.value) ? null : encoding, assets: read.value.assets, capture: read.value.capture });
}
