import { CsvError, parse } from 'csv-parse/sync';
import type { Block } from '../../core/article/blocks.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import { fromRefiCodebook, fromTaguetteCodebook, isCodebookTable } from '../../core/import/readings/codebooks.ts';
import { fromKindleClippings, isKindleClippings } from '../../core/import/readings/kindle.ts';
import { fromLecternMarkdown, isLecternMarkdown } from '../../core/import/readings/lectern-markdown.ts';
import { fromAnnotator, fromZoteroMarkdown, fromZoteroNote, isAnnotatorFile, isZoteroMarkdown, isZoteroNote } from '../../core/import/readings/marked-notes.ts';
import type { FoundTag, Reading, ReadingFormat, Readings } from '../../core/import/readings/reading.ts';
import { fromReaderTable, fromReadwiseJson, fromReadwiseTable, isReaderTable, isReadwiseTable, type Row } from '../../core/import/readings/readwise.ts';
import { fromInstapaper, fromOmnivore, fromPocket, isInstapaperTable, isPocketTable } from '../../core/import/readings/saved-lists.ts';
import { fromHypothesis, fromHypothesisTable, fromWebAnnotations, isHypothesisTable } from '../../core/import/readings/web-annotations.ts';
import type { Source } from '../../core/import/source.ts';
import { buildPage } from './build-page.ts';
import { decodeText } from './decode-text.ts';
import { withZip, type Zip } from './open-zip.ts';
import { readHtml } from './read-html.ts';
import { readXml } from './read-xml.ts';

const JSON_DEPTH_LIMIT = 64;
const ROWS_LIMIT = 1_000_000;

const of = (format: ReadingFormat, readings: readonly Reading[], more: { tags?: readonly FoundTag[]; unread?: readonly string[] } = {}): Readings => ({ format, readings, tags: more.tags ?? [], unread: more.unread ?? [] });

/** The rows of a table by the names of its columns in lower case; null for what is none. */
function readTable(text: string): { readonly columns: readonly string[]; readonly rows: readonly Row[] } | null {
  let columns: readonly string[] = [];
  try {
    const rows: readonly Row[] = parse(text, {
      bom: true, skip_empty_lines: true, relax_column_count: true, to: ROWS_LIMIT,
      columns: (names: readonly string[]) => (columns = names.map((name) => name.trim().toLowerCase())).map((name) => (name === '__proto__' ? false : name)),
    });
    return columns.length > 1 || columns.includes('tag') ? { columns, rows } : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function fromTable({ columns, rows }: NonNullable<ReturnType<typeof readTable>>): Readings | null {
  if (isReaderTable(columns)) return of('readwise-reader', fromReaderTable(rows));
  if (isPocketTable(columns)) return of('pocket', fromPocket(rows, []));
  if (isInstapaperTable(columns)) return of('instapaper', fromInstapaper(rows));
  if (isHypothesisTable(columns)) return of('hypothesis-csv', fromHypothesisTable(rows));
  if (isReadwiseTable(columns)) return of('readwise-csv', fromReadwiseTable(rows));
  return isCodebookTable(columns) ? of('taguette-codebook', [], { tags: fromTaguetteCodebook(rows) }) : null;
}

/** True for a text whose brackets nest deeper than anything that was exported by a person's program. */
function isTooDeep(text: string): boolean {
  let [depth, isString] = [0, false];
  for (let at = 0; at < text.length && depth <= JSON_DEPTH_LIMIT; at += 1) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return depth > JSON_DEPTH_LIMIT;
}

/** The value of a JSON text; undefined for what is none. */
function readJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromJson(value: unknown): Readings | null {
  const annotations = fromWebAnnotations(value);
  if (annotations) return of('web-annotation', annotations.readings, { unread: annotations.unread });
  const [hypothesis, readwise] = [fromHypothesis(value), fromReadwiseJson(value)];
  return hypothesis ? of('hypothesis', hypothesis) : readwise ? of('readwise-json', readwise) : null;
}

function fromMarkdownNotes(text: string): Readings | null {
  const [own, zotero, annotator] = [isLecternMarkdown(text) ? fromLecternMarkdown(text) : null, isZoteroMarkdown(text) ? fromZoteroMarkdown(text) : null, isAnnotatorFile(text) ? fromAnnotator(text) : null];
  return own ? of('lectern-markdown', own) : zotero ? of('zotero', zotero) : annotator ? of('annotator', annotator) : null;
}

function fromPage(html: string): Readings | null {
  const built = isZoteroNote(html) ? buildPage(html) : null;
  const readings = built && 'page' in built ? fromZoteroNote(built.page.body) : null;
  return readings && of('zotero', readings);
}

function fromCodebook(text: string): Readings | null {
  const root = readXml(text);
  const tags = root && fromRefiCodebook(root);
  return tags && of('refi-qda-codebook', [], { tags });
}

const readers: Readonly<Record<string, (text: string) => Readings | null>> = {
  csv: (text) => { const table = readTable(text); return table && fromTable(table); },
  json: (text) => fromJson(readJson(text)),
  txt: (text) => { const kindle = isKindleClippings(text) ? fromKindleClippings(text) : null; return kindle && of('kindle', kindle.readings, { unread: kindle.unread }); },
  md: fromMarkdownNotes,
  html: fromPage,
  qdc: fromCodebook,
};
const sameAs: Readonly<Record<string, string>> = { jsonld: 'json', markdown: 'md', htm: 'html' };

async function textOf(zip: Zip, name: string): Promise<string> {
  const bytes = await zip.read(name);
  return bytes ? decodeText(bytes, null).text : '';
}

/** Omnivore's export: lists, pages and files of highlights. */
async function readOmnivore(zip: Zip): Promise<Readings> {
  const metadata: unknown[] = [];
  const highlights = new Map<string, string>();
  const texts = new Map<string, readonly Block[]>();
  for (const name of zip.names) {
    const [, folder = '', slug = '', extension = ''] = /^(?:.*\/)?(content|highlights)\/([^/]+)\.(html|md)$/.exec(name) ?? [];
    if (/(?:^|\/)metadata_[^/]*\.json$/.test(name)) metadata.push(readJson(await textOf(zip, name)));
    else if (folder === 'highlights') highlights.set(slug, await textOf(zip, name));
    else if (folder === 'content' && extension === 'html') {
      const html = await textOf(zip, name);
      const read = await readHtml({ name, bytes: new Uint8Array(), origin: 'file', mediaType: 'text/html' }, html);
      if (read.ok) texts.set(slug, read.value.blocks);
    }
  }
  return of('omnivore', fromOmnivore(metadata, { highlights, texts }));
}

/** Pocket's export: tables of what was saved, and a folder of what was highlighted. */
async function readPocket(zip: Zip): Promise<Readings> {
  const rows: Row[] = [];
  const annotations: unknown[] = [];
  for (const name of zip.names) {
    if (/(?:^|\/)annotations\/[^/]+\.json$/.test(name)) annotations.push(readJson(await textOf(zip, name)));
    else if (name.endsWith('.csv')) rows.push(...(readTable(await textOf(zip, name))?.rows ?? []));
  }
  return of('pocket', fromPocket(rows, annotations));
}

async function readArchive(zip: Zip): Promise<Readings | null> {
  if (zip.names.some((name) => /(?:^|\/)metadata_[^/]*\.json$/.test(name))) return readOmnivore(zip);
  return zip.names.some((name) => /(?:^|\/)part_\d+\.csv$/.test(name)) ? readPocket(zip) : null;
}

/** Reads what another program exported of highlights; null for a source that is none, and a fault for an archive that can't be read. */
export async function readReadings(source: Source): Promise<Result<Readings> | null> {
  const extension = /\.([a-z]+)$/i.exec(source.name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'zip') {
    const read = await withZip(source, async (zip) => succeed(await readArchive(zip)));
    if (!read.ok) return read;
    return read.value && succeed(read.value);
  }
  const readings = readers[sameAs[extension] ?? extension]?.(decodeText(source.bytes, source.mediaType).text) ?? null;
  return readings && (readings.readings.length > 0 || readings.tags.length > 0) ? succeed(readings) : null;
}
