import { fail, type Result } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';

/** A part of a MIME message: its headers by their lower-case names, and its parts or its body. */
export type MimePart = {
  readonly headers: ReadonlyMap<string, string>;
  /** "text/html", in lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
  /** The bytes, decoded from their transfer encoding when asked for. */
  readonly body: () => Uint8Array;
};

/** What a message may be at most; no honest one comes near. */
export const mimeLimits = { bytes: 100 * 1024 * 1024, depth: 32, parts: 10_000, headerLength: 256 * 1024 };
export type MimeLimit = keyof typeof mimeLimits;

/** What is said of a message that goes over a limit. */
export function overLimit({ name, bytes }: Source, limit: MimeLimit): Result<never> {
  return fail(limit === 'bytes' ? { code: 'file-too-large', name, bytes: bytes.length, limitBytes: mimeLimits.bytes } : { code: 'import-failed', name });
}

class OverLimit extends Error {
  readonly limit: MimeLimit;
  constructor(limit: MimeLimit) {
    super(limit);
    this.limit = limit;
  }
}

/** Where the headers end and the body begins. */
function findBody(bytes: Buffer, { start, end }: Range): { readonly headersEnd: number; readonly bodyStart: number } {
  // A part without headers begins with the empty line.
  const lead = bytes.toString('latin1', start, Math.min(end, start + 2));
  if (lead.startsWith('\n') || lead === '\r\n') return { headersEnd: start, bodyStart: start + lead.indexOf('\n') + 1 };
  const looked = bytes.subarray(start, Math.min(end, start + mimeLimits.headerLength));
  const gaps = ['\n\n', '\r\n\r\n'].map((gap) => ({ at: looked.indexOf(gap), length: gap.length })).filter((gap) => gap.at >= 0).sort((one, other) => one.at - other.at);
  const [gap] = gaps;
  if (gap) return { headersEnd: start + gap.at, bodyStart: start + gap.at + gap.length };
  if (end - start > looked.length) throw new OverLimit('headerLength');
  return { headersEnd: end, bodyStart: end };
}

function readHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const [, name, value = ''] = /^([!-9;-~]{1,100}):[ \t]*(.*)$/.exec(line) ?? [];
    if (name && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

/** "text/html; charset=utf-8": what stands before the first semicolon, and the parameters behind it. Continued and encoded ones (RFC 2231) are put together. */
export function readParameters(value: string): { readonly first: string; readonly parameters: ReadonlyMap<string, string> } {
  const pieces = new Map<string, string>();
  for (const [, name = '', quoted, bare] of value.matchAll(/;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.){0,10000})"|([^\s;"]{0,10000}))/g)) pieces.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  const parameters = new Map<string, string>();
  for (const [name, piece] of pieces) {
    const [, base = name, , encoded] = /^([^*]+)(\*\d+)?(\*)?$/.exec(name) ?? [];
    const text = encoded ? decodePercents(piece) : piece;
    parameters.set(base, (parameters.get(base) ?? '') + text);
  }
  return { first: (value.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters };
}

function decodePercents(piece: string): string {
  const [, charset = 'utf-8', text = piece] = /^([\w-]*)'[\w-]*'(.*)$/.exec(piece) ?? [];
  return decodeBytes(Buffer.from(text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1'), charset);
}

/** Text by the name of a charset; one that nobody knows is read as windows-1252, in which all bytes are a text. */
function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset || 'utf-8').decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}

const fromQuotedWord = (text: string) => text.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A header's text, its encoded words decoded (RFC 2047). What is not encoded is taken for UTF-8, as mail programs do. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(=\?[^?\s]{1,60}\?[bq]\?[^?\s]{0,2000}\?=)\s+(?==\?)/gi, '$1');
  const parts = joined.split(/(=\?[^?\s]{1,60}\?[bq]\?[^?]{0,2000}\?=)/i);
  const decoded = parts.map((part) => {
    const [, charset, kind, text = ''] = /^=\?([^?\s]{1,60}?)(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,2000})\?=$/i.exec(part) ?? [];
    if (!charset) return decodeBytes(Buffer.from(part, 'latin1'), 'utf-8');
    return decodeBytes(kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(fromQuotedWord(text), 'latin1'), charset);
  });
  return decoded.join('').replace(/\s+/g, ' ').trim();
}

const [EQUALS, LINE_FEED, RETURN, TAB, SPACE] = [0x3d, 0x0a, 0x0d, 0x09, 0x20];
const hexValue = (byte: number | undefined) => (byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16));

/** Decodes in one pass, into as many bytes at most as there were. */
function fromQuotedBytes(bytes: Buffer): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      decoded[length] = byte;
      length += 1;
      continue;
    }
    // A sign of equality at the end of a line joins it to the next.
    let end = at + 1;
    while (bytes[end] === SPACE || bytes[end] === TAB || bytes[end] === RETURN) end += 1;
    const value = hexValue(bytes[at + 1]) * 16 + hexValue(bytes[at + 2]);
    if (bytes[end] === LINE_FEED) at = end;
    else {
      decoded[length] = Number.isNaN(value) ? byte : value;
      length += 1;
      if (!Number.isNaN(value)) at += 2;
    }
  }
  return decoded.subarray(0, length);
}

function decodeBody(bytes: Buffer, encoding: string): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(bytes.toString('latin1'), 'base64'));
  return encoding === 'quoted-printable' ? fromQuotedBytes(bytes) : bytes;
}

type Range = { readonly start: number; readonly end: number };

/** Where the parts between a boundary's lines begin and end. One that is never closed ends with what it is in. */
function* rangesBetween(bytes: Buffer, boundary: string, { start, end }: Range): Generator<Range> {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let open: number | null = null;
  for (let at = bytes.indexOf(mark, start); at >= 0 && at < end; at = bytes.indexOf(mark, at + mark.length)) {
    if (at !== start && bytes[at - 1] !== LINE_FEED) continue;
    const after = at + mark.length;
    const line = bytes.toString('latin1', after, Math.min(end, after + 100));
    const lineLength = line.indexOf('\n');
    const rest = (lineLength < 0 ? line : line.slice(0, lineLength)).trim();
    if (rest !== '' && rest !== '--') continue;
    if (open !== null) yield { start: open, end: Math.max(open, at - (bytes[at - 2] === RETURN ? 2 : 1)) };
    if (rest === '--' || lineLength < 0) return;
    open = after + lineLength + 1;
  }
  if (open !== null) yield { start: open, end };
}

/** Reads a message or an archive of a page into its parts, or answers the limit that it goes over. */
export function parseMime(source: Uint8Array): MimePart | { readonly over: MimeLimit } {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  if (bytes.length > mimeLimits.bytes) return { over: 'bytes' };
  let count = 0;
  const read = (range: Range, depth: number): MimePart => {
    if (depth > mimeLimits.depth) throw new OverLimit('depth');
    if ((count += 1) > mimeLimits.parts) throw new OverLimit('parts');
    const { headersEnd, bodyStart } = findBody(bytes, range);
    const headers = readHeaders(bytes.toString('latin1', range.start, headersEnd));
    const { first: type, parameters } = readParameters(headers.get('content-type') ?? 'text/plain');
    const boundary = type.startsWith('multipart/') ? parameters.get('boundary') : undefined;
    const parts = boundary ? [...rangesBetween(bytes, boundary, { start: bodyStart, end: range.end })].map((each) => read(each, depth + 1)) : [];
    return { headers, type, parameters, parts, body: () => decodeBody(bytes.subarray(bodyStart, range.end), (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()) };
  };
  try {
    return read({ start: 0, end: bytes.length }, 0);
  } catch (error) {
    if (error instanceof OverLimit) return { over: error.limit };
    throw error;
  }
}

/** A part and all parts in it, in order. */
export function* allParts(part: MimePart): Generator<MimePart> {
  yield part;
  for (const each of part.parts) yield* allParts(each);
}

/** The part that an address means in its own message: by its id ("cid:…") or by its place on the web. */
export function findByAddress(parts: readonly MimePart[]): (address: string) => MimePart | null {
  const known = new Map<string, MimePart>();
  for (const part of parts) {
    const id = /^<?([^<>\s]+)>?$/.exec(part.headers.get('content-id') ?? '')?.[1];
    const location = part.headers.get('content-location');
    for (const name of [id && `cid:${id}`, location]) if (name && !known.has(name)) known.set(name, part);
  }
  return (address) => known.get(/^cid:/i.test(address) ? `cid:${decodeURI(address.slice(4))}` : address) ?? null;
}
