import { join } from 'node:path';
import { z } from 'zod';
import { type ImageExtension, imageExtensions, isAssetName } from '../../core/article/asset.ts';
import { type Content, contentSchema } from '../../core/article/blocks.ts';
import { type Beginning, beginningOf, LONG_TEXT } from '../../core/article/excerpt.ts';
import type { Unsaved } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { contentMigrations, formatAfter, migrate } from '../../core/library/migrations.ts';
import { isDeeperThan, sha256, sha256InPieces } from './canonical-json.ts';
import { makeChunkTables, readExcerpt } from './chunk-tables.ts';
import { SECOND_LOOK_MS } from './damage.ts';
import { faultOfRead, faultOfWrite } from './disk-faults.ts';
import { parseJson, type Unusable } from './document-format.ts';
import { writeDurably } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import type { Workings } from './stored-document.ts';

/** Deeper than any page nests; a text beyond it could be written and never shown. */
const CONTENT_DEPTH_LIMIT = 512;

/** Files that never change and are named by the SHA-256 of their bytes. */
export type HashedFiles = {
  readContent(hash: string): Promise<Result<Content>>;
  /** No more of a long content than is shown first; the rest of its bytes is what its name says, but is not looked at. */
  readBeginning(hash: string, offset: number): Promise<Result<Beginning>>;
  writeContent(content: Content): Promise<Result<string>>;
  writeOriginal(bytes: Uint8Array, extension: string): Promise<Result<string>>;
  writeAsset(bytes: Uint8Array, extension: ImageExtension): Promise<Result<string>>;
  readAsset(hash: string): Promise<Result<Uint8Array>>;
  /** Resolves when no table is being made. */
  settle(): Promise<void>;
};

const envelopeSchema = z.looseObject({ kind: z.literal('content'), format: z.int().min(1) });

/** Reads a content from its bytes, of whatever format up to the present one. */
export function decodeContent(bytes: Uint8Array, chain = contentMigrations): Result<Content, Unusable> {
  const json = parseJson(bytes, CONTENT_DEPTH_LIMIT);
  if (!json.ok) return json;
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success) return fail({ kind: 'damaged', reason: 'wrong-shape' });
  const { kind, format, ...body } = envelope.data;
  if (format > formatAfter(chain)) return fail({ kind: 'newer', format });
  const parsed = contentSchema.safeParse({ kind, format: contentSchema.shape.format.value, ...migrate(chain, { kind, format }, body) });
  return parsed.success ? succeed(parsed.data) : fail({ kind: 'damaged', reason: 'wrong-shape' });
}

/** `tablesFolder` is where tables of long texts are kept; null where none are. */
export function makeHashedFiles(workings: Workings, tablesFolder: string | null): HashedFiles {
  const { disk, folder, shownAs, damage, limit } = workings;
  const tables = makeChunkTables(disk, tablesFolder);

  /** The bytes of a file if they are what its name says; a file whose bytes are others, and still are at a second look, is set aside. */
  async function readVerified(file: string, hash: string, isSecondLook = false): Promise<Result<Uint8Array>> {
    try {
      // The stamp is taken first: a change in between shows when the file is to be moved away.
      const stamp = await disk.files.stat(join(folder, file));
      const bytes = await disk.files.readFile(join(folder, file));
      if (sha256(bytes) === hash) {
        damage.clear(file);
        return succeed(bytes);
      }
      if (isSecondLook) return fail(await damage.setAside(file, { reason: bytes.length === 0 ? 'empty' : 'wrong-hash', stamp }));
      await disk.wait(SECOND_LOOK_MS);
      return await readVerified(file, hash, true);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return fail(faultOfRead(error, file));
      damage.forgetAwaited(file);
      return fail({ code: 'content-missing', content: hash });
    }
  }

  async function writeOnce(file: string, bytes: Uint8Array, what: Unsaved): Promise<Result<string>> {
    const hash = await sha256InPieces(bytes);
    const name = file.replace('*', hash);
    const present = await readVerified(name, hash);
    if (present.ok) return succeed(hash);
    // A damaged file that could not be moved away is not written over.
    if (damage.find(name)?.keptAs === null) return present;
    try {
      await writeDurably(disk, join(folder, name), bytes);
      return succeed(hash);
    } catch (error) {
      return fail(faultOfWrite(error, shownAs, what));
    }
  }

  const contentFile = (hash: string) => `content/${hash}.json`;
  const readContentBytes = (hash: string) => limit(() => readVerified(contentFile(hash), hash));

  function decodeRead(hash: string, bytes: Uint8Array): Result<Content> {
    const content = decodeContent(bytes);
    if (content.ok) return content;
    const file = contentFile(hash);
    // The bytes are those that were written, so they stay where they are.
    return fail(content.fault.kind === 'newer' ? { code: 'document-newer', file, format: content.fault.format } : { code: 'document-damaged', file, reason: content.fault.reason });
  }

  async function readContent(hash: string): Promise<Result<Content>> {
    const bytes = await readContentBytes(hash);
    return bytes.ok ? decodeRead(hash, bytes.value) : bytes;
  }

  async function readBeginning(hash: string, offset: number): Promise<Result<Beginning>> {
    const bytes = await readContentBytes(hash);
    if (!bytes.ok) return bytes;
    // A text has no more units than its file has bytes.
    const table = bytes.value.length > LONG_TEXT ? await tables.read(hash) : null;
    const known = table && readExcerpt(table, bytes.value, offset);
    if (known) return succeed({ content: null, excerpt: known });
    const content = decodeRead(hash, bytes.value);
    if (!content.ok) return content;
    const beginning = beginningOf(content.value, offset);
    if (beginning.excerpt) tables.keep(hash, { content: content.value, chunks: beginning.excerpt.chunks, bytes: bytes.value });
    return succeed(beginning);
  }

  async function writeContent(content: Content): Promise<Result<string>> {
    if (isDeeperThan(content, CONTENT_DEPTH_LIMIT)) throw new Error(`A content nests more than ${CONTENT_DEPTH_LIMIT} levels`);
    const bytes = new TextEncoder().encode(`${JSON.stringify(contentSchema.parse(content))}\n`);
    return limit(() => writeOnce('content/*.json', bytes, 'text'));
  }

  async function writeAsset(bytes: Uint8Array, extension: ImageExtension): Promise<Result<string>> {
    const what = 'image';
    try {
      // A library without images has no folder for them.
      await disk.files.makeFolder(join(folder, 'assets'));
      await disk.files.syncFolder(folder);
    } catch (error) {
      return fail(faultOfWrite(error, shownAs, what));
    }
    return limit(() => writeOnce(`assets/*.${extension}`, bytes, what));
  }

  async function readAsset(hash: string): Promise<Result<Uint8Array>> {
    let answer: Result<Uint8Array> = fail({ code: 'content-missing', content: hash });
    for (const extension of isAssetName(hash) ? imageExtensions : []) {
      answer = await limit(() => readVerified(`assets/${hash}.${extension}`, hash));
      if (answer.ok || answer.fault.code !== 'content-missing') break;
    }
    return answer;
  }

  return {
    settle: () => tables.settle(), readContent, readBeginning, writeContent, readAsset, writeAsset,
    writeOriginal: (bytes, extension) => limit(() => writeOnce(`originals/*.${extension}`, bytes, 'original')),
  };
}
