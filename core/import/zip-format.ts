const NAMES_BYTES = 1024 * 1024;
/** What the first entry of an archive begins with, where its kind tells itself so. Its local header is 30 bytes long. */
const declared = { epub: 'mimetypeapplication/epub+zip', odt: 'mimetypeapplication/vnd.oasis.opendocument.text' } as const;
/** Names in the directory, at an archive's end, that only one kind has. */
const telling = { docx: 'word/document.xml', epub: 'META-INF/container.xml' } as const;

const PIECE = 8_192;

/** Bytes as Latin-1. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

const findIn = <Id extends string>(kinds: Readonly<Record<Id, string>>, test: (sign: string) => boolean): Id | null => {
  for (const id in kinds) if (test(kinds[id])) return id;
  return null;
};

/** The format of a zip archive, by how it begins or by the names in it, without unpacking anything; null for others. */
export function findZipFormat(bytes: Uint8Array): 'epub' | 'odt' | 'docx' | null {
  const start = latin(bytes.subarray(30, 100));
  const names = latin(bytes.subarray(-NAMES_BYTES));
  return findIn(declared, (sign) => start.startsWith(sign)) ?? findIn(telling, (sign) => names.includes(sign));
}
