import { join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import type { ArticleVersion } from '../../core/article/version.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { VersionStore } from '../../core/library/ports.ts';
import { faultOfRead } from './disk-faults.ts';
import { decodeDocument, type DocumentRef, type Stored } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import type { Disk } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { historyFolder, listVersions, type Version } from './history.ts';

async function readFile(disk: Disk, folder: string, ref: DocumentRef<Article>): Promise<Result<Stored<Article> | null>> {
  const { file } = ref;
  try {
    const decoded = decodeDocument(ref, await disk.files.readFile(join(folder, file)));
    if (decoded.ok) return decoded;
    return fail(decoded.fault.kind === 'newer' ? { code: 'document-newer', file, format: decoded.fault.format } : { code: 'document-damaged', file, reason: decoded.fault.reason });
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? succeed(null) : fail(faultOfRead(error, file));
  }
}

async function readPresent(disk: Disk, folder: string, id: ArticleId): Promise<Result<ArticleVersion | null>> {
  const ref = articleRef(id);
  const read = await readFile(disk, folder, ref);
  if (!read.ok) return read;
  if (!read.value) return succeed(null);
  const { rev, value } = read.value;
  return succeed({ rev, timeMs: Number((await disk.files.stat(join(folder, ref.file))).changedNs / 1_000_000n), isPresent: true, article: value });
}

/** A version that is kept; null for one that can't be read. */
async function readKept(disk: Disk, folder: string, { id, rev, timeMs }: Version & { readonly id: ArticleId }): Promise<ArticleVersion | null> {
  const ref = articleRef(id);
  const read = await readFile(disk, folder, { ...ref, file: `${historyFolder(ref.file)}/${rev}.json` });
  return read.ok && read.value ? { rev, timeMs, isPresent: false, article: read.value.value } : null;
}

/** The versions of an article that can be read, the latest first. None of an article that never was. */
export async function readVersions(disk: Disk, folder: string, id: ArticleId): Promise<Result<readonly ArticleVersion[]>> {
  const present = await readPresent(disk, folder, id);
  const versions: ArticleVersion[] = present.ok && present.value ? [present.value] : [];
  for (const kept of await listVersions(disk, folder, articleRef(id).file)) {
    const version = kept.rev === versions[0]?.rev ? null : await readKept(disk, folder, { id, ...kept });
    if (version) versions.push(version);
  }
  return versions.length === 0 && !present.ok ? present : succeed(versions);
}

async function findVersion(disk: Disk, folder: string, { id, rev }: { readonly id: ArticleId; readonly rev: number | 'present' }): Promise<Result<ArticleVersion | null>> {
  const present = await readPresent(disk, folder, id);
  if (rev === 'present' || (present.ok && present.value?.rev === rev)) return present;
  const kept = (await listVersions(disk, folder, articleRef(id).file)).find((each) => each.rev === rev);
  return succeed(kept ? await readKept(disk, folder, { id, ...kept }) : null);
}

type Documents = Pick<VersionStore, 'letGo'> & {
  /** Makes a document anew that is gone, counting on from a revision. */
  make(article: Article, rev: number): Promise<Result<void>>;
};

/** The versions of a library's articles. */
export function makeVersionStore(disk: Disk, folder: string, { make, letGo }: Documents): VersionStore {
  return {
    letGo,
    list: (id) => readVersions(disk, folder, id),
    find: (id, rev) => findVersion(disk, folder, { id, rev }),
    async bringBack(article) {
      const [latest] = await listVersions(disk, folder, articleRef(article.id).file);
      return make(article, latest?.rev ?? 0);
    },
  };
}
