import { fail, type Result, succeed } from '../base/result.ts';
import { type Format, formats, type ReadableFormat } from './formats.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';
import type { Source } from './source.ts';
import { findZipFormat } from './zip-format.ts';

const SAMPLE_BYTES = 8_192;
const EXTENSION = /\.([a-z][a-z0-9]{0,7})$/i;
const HTML_START = /^(?:\ufeff|\s|<!--[^>]{0,2000}-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i;

const extensionOf = (name: string) => EXTENSION.exec(name)?.[1]?.toLowerCase() ?? null;
const byExtension = (extension: string | null) => formats.find((format) => format.extensions.some((each) => each === extension)) ?? null;

function byMediaType(mediaType: string | null) {
  const bare = mediaType?.split(';', 1)[0]?.trim().toLowerCase();
  return formats.find((format) => format.mediaTypes.some((each) => each === bare)) ?? null;
}

function isSigned(format: Format, bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return format.signatures.some((signature) => start.startsWith(signature));
}

const hasUtf16Mark = (bytes: Uint8Array) => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

const isReadable = (format: Format): format is Format & { readonly id: ReadableFormat } => format.isReadable;

/** True for bytes that no text has: zeros, or many control characters. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (hasUtf16Mark(sample)) return false;
  // Tab, line feed, vertical tab, form feed, carriage return and escape are found in texts.
  const controls = sample.filter((byte) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27).length;
  return sample.includes(0) || controls > sample.length / 50;
}

/** The readable format whose signature the bytes begin with, whatever the name says; null for texts and for what can't be read. */
export function findSignedFormat({ bytes }: Pick<Source, 'bytes'>): ReadableFormat | null {
  const signed = formats.find((format) => isSigned(format, bytes));
  const id = signed?.id === 'zip' ? findZipFormat(bytes) : signed?.id;
  const found: Format | undefined = formats.find((format) => format.id === id);
  return found && isReadable(found) ? found.id : null;
}

/** Refuses bytes that are not text, and bytes that are not what their name says, before anything decodes them. */
export function checkBytes({ name, bytes, origin, mediaType }: Source): Result<void> {
  if (bytes.length === 0) return fail({ code: 'file-empty', name });
  const signed = formats.find((format) => isSigned(format, bytes));
  if (!signed && !isBinary(bytes)) return succeed(undefined);
  const claimed = byExtension(extensionOf(name)) ?? byMediaType(mediaType);
  if (claimed?.isReadable && !claimed.isText) return fail({ code: 'file-damaged', name });
  const claimsText = origin === 'paste' || claimed?.isReadable === true;
  return claimsText ? fail({ code: 'file-binary', name }) : fail({ code: 'format-unsupported', name });
}

/** The format of a text, by what it begins with, then by its name, then by its declared type; a paste, which has no name, by its signs. */
export function detectFormat({ name, origin, mediaType }: Source, text: string): Result<ReadableFormat> {
  if (text.trim() === '') return fail({ code: 'file-empty', name });
  const extension = origin === 'file' ? extensionOf(name) : null;
  const declared = byExtension(extension) ?? byMediaType(mediaType);
  if (declared && !declared.isReadable) return fail({ code: 'format-unsupported', name });
  if (declared && !declared.isText) return fail({ code: 'file-damaged', name });
  if (declared?.id === 'html' || (origin === 'file' && HTML_START.test(text.slice(0, 4_096)))) return succeed('html');
  const isKnownText = declared?.isReadable && (declared.id === 'markdown' || origin === 'file');
  if (declared?.isReadable && isKnownText) return succeed(declared.id);
  if (extension !== null && !declared) return fail({ code: 'format-unsupported', name });
  return succeed(looksLikeMarkdown(text) ? 'markdown' : 'plain-text');
}
