/** A kind of file that Lectern knows by name. `isReadable` is false for those that it can only recognise. */
export type Format = {
  readonly id: string;
  readonly isReadable: boolean;
  /** False for one that is bytes of its own, and true for one that is decoded first. */
  readonly isText: boolean;
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** The bytes that such a file begins with, as Latin-1; none for text. */
  readonly signatures: readonly string[];
};

const ZIP = 'PK\u0003\u0004';
const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

/** Every format, once. The first name of each is the one that its originals and answers bear. To read another, add its row here and its reader in the host. */
export const formats = [
  { id: 'plain-text', isReadable: true, isText: true, extensions: ['txt', 'text', 'log'], mediaTypes: ['text/plain'], signatures: [] },
  { id: 'markdown', isReadable: true, isText: true, extensions: ['md', 'markdown', 'mdown', 'mkd'], mediaTypes: ['text/markdown', 'text/x-markdown'], signatures: [] },
  { id: 'html', isReadable: true, isText: true, extensions: ['html', 'htm', 'xhtml', 'xht'], mediaTypes: ['text/html', 'application/xhtml+xml'], signatures: [] },
  { id: 'mhtml', isReadable: true, isText: true, extensions: ['mhtml', 'mht'], mediaTypes: ['multipart/related', 'application/x-mimearchive'], signatures: [] },
  { id: 'email', isReadable: true, isText: true, extensions: ['eml'], mediaTypes: ['message/rfc822'], signatures: [] },
  { id: 'pdf', isReadable: true, isText: false, extensions: ['pdf'], mediaTypes: ['application/pdf'], signatures: ['%PDF-'] },
  { id: 'epub', isReadable: true, isText: false, extensions: ['epub'], mediaTypes: ['application/epub+zip'], signatures: [] },
  { id: 'docx', isReadable: true, isText: false, extensions: ['docx'], mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], signatures: [] },
  { id: 'odt', isReadable: false, isText: false, extensions: ['odt'], mediaTypes: ['application/vnd.oasis.opendocument.text'], signatures: [] },
  { id: 'zip', isReadable: false, isText: false, extensions: ['zip', 'pages'], mediaTypes: ['application/zip'], signatures: [ZIP] },
  { id: 'doc', isReadable: false, isText: false, extensions: ['doc', 'xls', 'ppt'], mediaTypes: ['application/msword'], signatures: [OLE] },
  { id: 'rtf', isReadable: false, isText: true, extensions: ['rtf'], mediaTypes: ['application/rtf', 'text/rtf'], signatures: ['{\\rtf'] },
] as const satisfies readonly Format[];

/** A format that the host has a reader for. */
export type ReadableFormat = Extract<(typeof formats)[number], { readonly isReadable: true }>['id'];

/** The extension and the media type that a format's originals are kept under. */
export function namesOf(id: ReadableFormat): { readonly extension: string; readonly mediaType: string } {
  const format = formats.find((each) => each.id === id) ?? formats[0];
  return { extension: format.extensions[0], mediaType: format.mediaTypes[0] };
}
