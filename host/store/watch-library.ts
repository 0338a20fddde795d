import { join } from 'node:path';
import { errorCode, type FileSystem } from './file-system.ts';

/** What other programs do comes in bursts; a burst is over when nothing has come for so long. */
const CALM_MS = 150;
/** A burst that does not end is looked at all the same. */
const LONGEST_BURST_MS = 2_000;

/** Names of files that changed: in articles/, and beside it. Null where the system did not say which. */
export type Burst = { readonly articles: ReadonlySet<string> | null; readonly beside: ReadonlySet<string> | null };

/** Tells what changes in a library's folder, burst by burst, until the answered function is called. Where watching is not to be had, tells nothing. */
export function watchLibrary(files: FileSystem, folder: string, onBurst: (burst: Burst) => void): () => void {
  let articles: Set<string> | null = new Set();
  let beside: Set<string> | null = new Set();
  let since = 0;
  let timer: NodeJS.Timeout | null = null;

  function end(): void {
    const burst = { articles, beside };
    [articles, beside, timer] = [new Set(), new Set(), null];
    onBurst(burst);
  }

  function wait(): void {
    if (timer === null) {
      since = performance.now();
      timer = setTimeout(end, CALM_MS).unref();
    } else if (performance.now() - since < LONGEST_BURST_MS) timer.refresh();
  }

  function watch(path: string, onChange: (name: string | null) => void): () => void {
    try {
      return files.watch(path, onChange);
    } catch (error) {
      // Network folders, and systems out of watchers: the look at every focus has to do.
      if (errorCode(error) === null) throw error;
      return () => undefined;
    }
  }

  const watchArticles = () => watch(join(folder, 'articles'), (name) => {
    if (name === null) articles = null;
    else articles?.add(name);
    wait();
  });
  let unwatchArticles = watchArticles();
  const unwatchBeside = watch(folder, (name) => {
    if (name === null) beside = null;
    else beside?.add(name);
    if (name === null || name === 'articles') {
      // The folder that was watched may be gone, and this one another.
      unwatchArticles();
      unwatchArticles = watchArticles();
      articles = null;
    }
    wait();
  });
  return () => {
    unwatchArticles();
    unwatchBeside();
    if (timer) clearTimeout(timer);
  };
}
