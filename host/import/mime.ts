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
export const mimeLimits = { depth: 32, parts: 10_000, headerLength: 256 * 1024 };
export type MimeLimit = keyof typeof mimeLimits;

class OverLimit extends Error {
  readonly limit: MimeLimit;
  constructor(limit: MimeLimit) {
    super(limit);
    this.limit = limit;
  }
}

/** Where the headers end and the body begins. */
function findBody(text: string, start: number, end: number): { readonly headersEnd: number; readonly bodyStart: number } {
  // A part without headers begins with the empty line.
  if (text[start] === '\n') return { headersEnd: start, bodyStart: start + 1 };
  if (text.startsWith('\r\n', start)) return { headersEnd: start, bodyStart: start + 2 };
  const [unix, windows] = ['\n\n', '\r\n\r\n'].map((gap) => ({ at: text.indexOf(gap, start), length: gap.length }));
  const gaps = [unix, windows].filter((gap) => gap !== undefined && gap.at >= 0 && gap.at < end);
  const [gap] = gaps.sort((a, b) => (a?.at ?? 0) - (b?.at ?? 0));
  return gap ? { headersEnd: gap.at, bodyStart: Math.min(end, gap.at + gap.length) } : { headersEnd: end, bodyStart: end };
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

const fromQuotedPrintable = (text: string) => text.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A header's text, its encoded words decoded (RFC 2047). What is not encoded is taken for UTF-8, as mail programs do. */
export function decodeHeader(value: string): string {
  const joined = value.replace(/(=\?[^?\s]{1,60}\?[bq]\?[^?\s]{0,2000}\?=)\s+(?==\?)/gi, '$1');
  const parts = joined.split(/(=\?[^?\s]{1,60}\?[bq]\?[^?]{0,2000}\?=)/i);
  const decoded = parts.map((part) => {
    const [, charset, kind, text = ''] = /^=\?([^?\s]{1,60}?)(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,2000})\?=$/i.exec(part) ?? [];
    if (!charset) return decodeBytes(Buffer.from(part, 'latin1'), 'utf-8');
    return decodeBytes(kind?.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(fromQuotedPrintable(text.replaceAll('_', ' ')), 'latin1'), charset);
  });
  return decoded.join('').replace(/\s+/g, ' ').trim();
}

function decodeBody(text: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(text, 'base64'));
  return new Uint8Array(Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(text) : text, 'latin1'));
}

/** Where the parts between a boundary's lines begin and end. One that is never closed ends with what it is in. */
function* rangesBetween(text: string, boundary: string, { start, end }: Range): Generator<Range> {
  const mark = `--${boundary}`;
  let open: number | null = null;
  for (let at = text.indexOf(mark, start); at >= 0 && at < end; at = text.indexOf(mark, at + mark.length)) {
    if (at !== start && text[at - 1] !== '\n') continue;
    const after = at + mark.length;
    const lineEnd = text.indexOf('\n', after);
    const rest = text.slice(after, lineEnd < 0 ? Math.min(end, after + 100) : Math.min(lineEnd, after + 100)).trim();
    if (rest !== '' && rest !== '--') continue;
    if (open !== null) yield { start: open, end: Math.max(open, at - (text[at - 2] === '\r' ? 2 : 1)) };
    if (rest === '--' || lineEnd < 0) return;
    open = lineEnd + 1;
  }
  if (open !== null) yield { start: open, end };
}

type Range = { readonly start: number; readonly end: number };

/** Reads a message or an archive of a page into its parts, or answers the limit that it goes over. */
export function parseMime(bytes: Uint8Array): MimePart | { readonly over: MimeLimit } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  let count = 0;
  const read = ({ start, end }: Range, depth: number): MimePart => {
    if (depth > mimeLimits.depth) throw new OverLimit('depth');
    if ((count += 1) > mimeLimits.parts) throw new OverLimit('parts');
    const { headersEnd, bodyStart } = findBody(text, start, end);
    if (headersEnd - start > mimeLimits.headerLength) throw new OverLimit('headerLength');
    const headers = readHeaders(text.slice(start, headersEnd));
    const { first: type, parameters } = readParameters(headers.get('content-type') ?? 'text/plain');
    const boundary = type.startsWith('multipart/') ? parameters.get('boundary') : undefined;
    const parts = boundary ? [...rangesBetween(text, boundary, { start: bodyStart, end })].map((range) => read(range, depth + 1)) : [];
    return { headers, type, parameters, parts, body: () => decodeBody(text.slice(bodyStart, end), (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()) };
  };
  try {
    return read({ start: 0, end: text.length }, 0);
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
