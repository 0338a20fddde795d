import { join } from 'node:path';
import type { Article } from '../../core/article/article.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { faultOfRead } from './disk-faults.ts';
import { decodeDocument, type DocumentRef, type Stored } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import type { Disk } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { historyFolder, listVersions } from './history.ts';
import type { OpenStore } from './open-store.ts';

/** A version of an article: the present one, or one that is kept. */
export type ArticleVersion = { readonly rev: number; readonly timeMs: number; readonly isPresent: boolean; readonly article: Article };

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

/** The versions of an article that can be read, the latest first. None of an article that never was. */
export async function readVersions(disk: Disk, folder: string, id: ArticleId): Promise<Result<readonly ArticleVersion[]>> {
  const { file } = articleRef(id);
  const present = await readFile(disk, folder, articleRef(id));
  const versions: ArticleVersion[] = [];
  if (present.ok && present.value) versions.push({ rev: present.value.rev, timeMs: Number((await disk.files.stat(join(folder, file))).changedNs / 1_000_000n), isPresent: true, article: present.value.value });
  for (const { rev, timeMs } of await listVersions(disk, folder, file)) {
    const read = await readFile(disk, folder, { ...articleRef(id), file: `${historyFolder(file)}/${rev}.json` });
    if (read.ok && read.value && !versions.some((version) => version.rev === rev)) versions.push({ rev, timeMs, isPresent: false, article: read.value.value });
  }
  return versions.length === 0 && !present.ok ? present : succeed(versions);
}

/** Makes an earlier version of an article the present one by an ordinary change, out of the bin where it lay there. An article that is gone comes back. */
export async function restoreVersion({ store }: OpenStore, version: Article, now: string): Promise<Result<void>> {
  const restored: Article = { ...version, binnedAt: null, changedAt: now };
  const updated = await store.updateArticle(version.id, () => succeed({ next: restored, answer: undefined }));
  return !updated.ok && updated.fault.code === 'article-missing' ? store.createArticle(restored) : updated;
}
