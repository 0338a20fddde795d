import { join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import { imagesIn } from '../../core/article/blocks.ts';
import { projectContent } from '../../core/article/projection.ts';
import { type Finding, isProblem } from '../../core/base/finding.ts';
import { type Highlight, isOrphaned, isUnsure } from '../../core/highlight/highlight.ts';
import { placeHighlights } from '../../core/highlight/reading-order.ts';
import { indexText } from '../../core/highlight/text-index.ts';
import { sha256 } from './canonical-json.ts';
import { documentOfCopy } from './conflict-copies.ts';
import { decodeDocument, type DocumentRef, isUnsigned } from './document-format.ts';
import { articleRef, codebookRef, collectionsRef, identityRef, searchesRef, settingsRef } from './document-refs.ts';
import { type Disk, isTemporary } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { decodeContent } from './hashed-files.ts';
import { listVersions } from './history.ts';
import { isLibraryDocument, keyOf, namesIn, type Part, PARTS } from './library-layout.ts';
import { makeLimit } from './limit.ts';

const FILES_AT_ONCE = 8;
/** What looks damaged may be halfway through a sync client's hands. */
const SECOND_LOOK_MS = 100;

export type Checked = {
  readonly findings: readonly Finding[];
  readonly isSound: boolean;
  readonly counts: { readonly documents: number; readonly contents: number; readonly originals: number };
};

/** What documents say of other files: which article uses a content or an original, and the highlights that stand in a content. */
type References = {
  readonly contents: Map<string, { readonly file: string; readonly highlights: readonly Highlight[] }[]>;
  readonly originals: Map<string, string[]>;
  readonly tags: Map<string, string>;
  /** Which contents show an image. */
  readonly assets: Map<string, string[]>;
};

/** One look at a library: where it is, what it has found, what is referred to. */
type Look = { readonly disk: Disk; readonly folder: string; readonly findings: Finding[]; readonly references: References };

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** The bytes of a file, or null where it can't be read (which is noted) or is gone. */
async function readBytes({ disk, folder, findings }: Look, file: string): Promise<Uint8Array | null> {
  try {
    return await disk.files.readFile(join(folder, file));
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    if (code !== 'ENOENT') findings.push({ kind: 'unreadable', file, code });
    return null;
  }
}

/** The value of a document that is there and can be used; whatever is amiss with it is noted. */
async function readDocument<T>(look: Look, ref: DocumentRef<T>, isSecondLook = false): Promise<T | null> {
  const { file } = ref;
  const bytes = await readBytes(look, file);
  if (!bytes) return null;
  const decoded = decodeDocument(ref, bytes);
  if (decoded.ok) {
    if (isUnsigned(bytes)) look.findings.push({ kind: 'hash-missing', file });
    return decoded.value.value;
  }
  if (decoded.fault.kind === 'newer') {
    look.findings.push({ kind: 'newer', file, format: decoded.fault.format });
    return null;
  }
  if (!isSecondLook) {
    await look.disk.wait(SECOND_LOOK_MS);
    return readDocument(look, ref, true);
  }
  look.findings.push({ kind: 'damaged', file, reason: decoded.fault.reason });
  return null;
}

/** What a file is that is none of the library's. */
function strangerAt(file: string, name: string): Finding {
  if (isTemporary(name)) return { kind: 'temporary', file };
  const document = documentOfCopy(file);
  return document === null ? { kind: 'stranger', file } : { kind: 'copy', file, document };
}

/** The keys of a part's files; files of other names are noted. */
async function listPart({ disk, folder, findings }: Look, part: Part): Promise<readonly { readonly file: string; readonly key: string }[]> {
  const found: { file: string; key: string }[] = [];
  for (const name of await namesIn(disk.files, join(folder, part))) {
    const key = keyOf(part, name);
    const file = `${part}/${name}`;
    if (key !== null) found.push({ file, key });
    else findings.push(strangerAt(file, name));
  }
  return found;
}

function noteReferences({ contents, originals, tags }: References, article: Article): void {
  const { file } = articleRef(article.id);
  push(contents, article.content, { file, highlights: article.highlights });
  for (const { content } of article.versions ?? []) push(contents, content, { file, highlights: [] });
  for (const { original } of [article, ...(article.versions ?? [])]) push(originals, `originals/${original.sha256}.${original.extension}`, file);
  for (const id of article.highlights.flatMap((highlight) => highlight.tags)) if (!tags.has(id)) tags.set(id, file);
}

/** A content that its name and its shape agree with, and the highlights in it. */
async function checkContent(look: Look, file: string, hash: string): Promise<void> {
  const bytes = await readBytes(look, file);
  if (!bytes) return;
  if (sha256(bytes) !== hash) return void look.findings.push({ kind: 'damaged', file, reason: bytes.length === 0 ? 'empty' : 'wrong-hash' });
  const content = decodeContent(bytes);
  if (!content.ok) return void look.findings.push({ ...content.fault, file });
  for (const { asset } of imagesIn(content.value.blocks)) if (asset !== null) push(look.references.assets, asset, file);
  const text = indexText(projectContent(content.value).text);
  for (const { file: article, highlights } of look.references.contents.get(hash) ?? []) {
    const lost = placeHighlights(text, highlights).filter(({ highlight, range }) => !range && !isOrphaned(highlight) && !isUnsure(highlight));
    for (const { highlight: { id, anchor } } of lost) look.findings.push({ kind: 'quote-lost', file: article, highlightId: id, quote: anchor.exact });
  }
}

async function checkBytes(look: Look, file: string, hash: string): Promise<void> {
  const bytes = await readBytes(look, file);
  if (bytes && sha256(bytes) !== hash) look.findings.push({ kind: 'damaged', file, reason: bytes.length === 0 && hash !== sha256('') ? 'empty' : 'wrong-hash' });
}

/** The documents of the library itself, and the tags that are missing from its codebook. */
async function checkLibraryDocuments(look: Look): Promise<number> {
  const names = await namesIn(look.disk.files, look.folder);
  if (!names.includes(identityRef.file)) look.findings.push({ kind: 'identity-missing', file: identityRef.file });
  await readDocument(look, identityRef);
  await readDocument(look, settingsRef);
  await readDocument(look, collectionsRef);
  await readDocument(look, searchesRef);
  const codebook = await readDocument(look, codebookRef);
  const known = new Set<string>(codebook?.tags.map((tag) => tag.id));
  for (const [tagId, file] of look.references.tags) if (!known.has(tagId)) look.findings.push({ kind: 'tag-missing', file, tagId });
  for (const name of names) if (isTemporary(name) || documentOfCopy(name) !== null) look.findings.push(strangerAt(name, name));
  return names.filter(isLibraryDocument).length;
}

function noteMissing({ findings, references }: Look, present: Readonly<Record<Part, readonly { file: string; key: string }[]>>): void {
  const contents = new Set(present.content.map(({ key }) => key));
  const originals = new Set(present.originals.map(({ file }) => file));
  for (const [content, users] of references.contents) if (!contents.has(content)) findings.push(...users.map(({ file }) => ({ kind: 'content-missing', file, content }) as const));
  for (const [original, users] of references.originals) if (!originals.has(original)) findings.push(...users.map((file) => ({ kind: 'original-missing', file, original }) as const));
  for (const { key, file } of present.content) if (!references.contents.has(key)) findings.push({ kind: 'unreferenced', file });
  const assets = new Set(present.assets.map(({ key }) => key));
  for (const [asset, users] of references.assets) if (!assets.has(asset)) findings.push(...users.map((file) => ({ kind: 'asset-missing', file, asset }) as const));
  for (const { key, file } of present.assets) if (!references.assets.has(key)) findings.push({ kind: 'unreferenced', file });
  for (const { file } of present.originals) if (!references.originals.has(file)) findings.push({ kind: 'unreferenced', file });
}

/** The earlier versions of articles: each must be one that can be gone back to. */
async function checkHistory(look: Look): Promise<void> {
  for (const id of await namesIn(look.disk.files, join(look.folder, 'history'))) {
    for (const { rev } of keyOf('articles', `${id}.json`) === null ? [] : await listVersions(look.disk, look.folder, articleRef(id).file)) {
      const file = `history/${id}/${rev}.json`;
      const bytes = await readBytes(look, file);
      const decoded = bytes && decodeDocument({ ...articleRef(id), file }, bytes);
      if (decoded && !decoded.ok) look.findings.push({ ...decoded.fault, file });
    }
  }
}

const byFile = (a: Finding, b: Finding) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** Looks at every file of a library and changes none. Throws the disk's error where the folder itself can't be read. */
export async function checkLibrary(disk: Disk, folder: string): Promise<Checked> {
  const look: Look = { disk, folder, findings: [], references: { contents: new Map(), originals: new Map(), tags: new Map(), assets: new Map() } };
  const limit = makeLimit(FILES_AT_ONCE);
  const [articles, content, originals, assets] = await Promise.all(PARTS.map((part) => listPart(look, part)));
  const present = { articles: articles ?? [], content: content ?? [], originals: originals ?? [], assets: assets ?? [] };
  await Promise.all(present.articles.map(({ key }) => limit(async () => {
    const article = await readDocument(look, articleRef(key));
    if (article) noteReferences(look.references, article);
  })));
  const documents = present.articles.length + (await checkLibraryDocuments(look));
  await Promise.all([
    ...present.content.map(({ file, key }) => limit(() => checkContent(look, file, key))),
    ...[...present.originals, ...present.assets].map(({ file, key }) => limit(() => checkBytes(look, file, key))),
  ]);
  await checkHistory(look);
  noteMissing(look, present);
  const findings = look.findings.sort(byFile);
  return { findings, isSound: !findings.some(isProblem), counts: { documents, contents: present.content.length, originals: present.originals.length } };
}
