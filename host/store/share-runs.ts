import type { FileSystem } from './file-system.ts';

/** A task whose callers share its runs, one at a time: each is answered by a run that began after its call. */
export function shareRuns(task: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const begin = () => {
    next = null;
    return task();
  };
  return () => {
    next ??= last.then(begin, begin);
    last = next;
    return next;
  };
}

/** The same disk, on which writes of many files in one folder at once share the flushing of the folder: each waits for one that began after its rename. */
export function shareFolderSyncs(files: FileSystem): FileSystem {
  const syncs = new Map<string, () => Promise<void>>();
  return {
    ...files,
    syncFolder(path) {
      const sync = syncs.get(path) ?? shareRuns(() => files.syncFolder(path));
      syncs.set(path, sync);
      return sync();
    },
  };
}
