/** A text and the encoding that it was read in, by its WHATWG name. */
export type DecodedText = { readonly text: string; readonly encoding: string };

const HEAD_BYTES = 4_096;
const marks: readonly (readonly [string, readonly number[]])[] = [['utf-8', [0xef, 0xbb, 0xbf]], ['utf-16le', [0xff, 0xfe]], ['utf-16be', [0xfe, 0xff]]];

function decodeAs(bytes: Uint8Array, label: string): DecodedText | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    // A label that nobody knows is a RangeError, bytes that are not in that encoding are a TypeError.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** The charset that a page's head or a media type declares; null for none. */
function declaredCharset(bytes: Uint8Array, mediaType: string | null): string | null {
  const fromType = /;\s*charset\s*=\s*["']?([\w-]+)/i.exec(mediaType ?? '')?.[1];
  if (fromType) return fromType;
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const found = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ?? null;
  // Bytes in which this declaration could be read are not UTF-16, whatever it says.
  return found && /^utf-?16/i.test(found) ? 'utf-8' : found;
}

/** Decodes bytes by their byte order mark, the charset declared, strict UTF-8, and, where none fits, windows-1252, in which any bytes are a text. */
export function decodeText(bytes: Uint8Array, mediaType: string | null): DecodedText {
  const [marked] = marks.filter(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return { text: new TextDecoder(marked[0]).decode(bytes), encoding: marked[0] };
  const declared = declaredCharset(bytes, mediaType);
  return (declared ? decodeAs(bytes, declared) : null) ?? decodeAs(bytes, 'utf-8') ?? { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}
