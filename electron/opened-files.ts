import { basename } from 'node:path';
import type { Event } from '../core/api/contract.ts';
import { fail, type Result } from '../core/base/result.ts';
import type { Source } from '../core/import/source.ts';
import type { Library } from '../core/library/library.ts';

/** True for a path to another machine: asking for it alone would tell that machine who asks. */
export const isNetworkPath = (path: string): boolean => /^[\\/]{2}/.test(path);

export type FileOpening = {
  readonly library: Pick<Library, 'importSource'>;
  read(path: string): Promise<Result<Source>>;
  tell(event: Event): void;
  log(error: unknown): void;
};

/** Makes the function that imports files the system asked us to open, one after another, and tells the window of each. */
export function makeFileOpening({ library, read, tell, log }: FileOpening): (path: string) => void {
  async function open(path: string): Promise<void> {
    const source = isNetworkPath(path) ? fail({ code: 'file-unreadable', name: basename(path), reason: 'not-a-file' } as const) : await read(path);
    const imported = source.ok ? await library.importSource(source.value, 'version') : source;
    if (!imported.ok) return tell({ kind: 'import-failed', fault: imported.fault });
    if (imported.value.kind === 'readings') return tell({ kind: 'readings-planned', plan: imported.value.plan });
    tell({ kind: 'article-imported', article: imported.value.kind === 'version' ? imported.value.version.article : imported.value.article });
  }
  let last = Promise.resolve();
  return (path) => {
    last = last.then(() => open(path)).catch(log);
  };
}
