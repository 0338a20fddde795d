import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ArchiveJob, ArchiveWork } from './archive-work.ts';
import type { ArchiveOutcome } from './daily-archive.ts';
import { type Disk, sweepTemporaryFiles } from './durable-file.ts';
import { errorCode } from './file-system.ts';
import { makeSign } from './save-counter.ts';

/** Files are read in parts, and their bytes are not counted here: one that needs more has gone wrong, and must not take the app along. */
const HEAP_LIMIT_MB = 512;
/** So long a worker has to tidy up after itself when it is stopped. */
const STOP_LIMIT_MS = 800;

export type RunningArchive = {
  /** What became of it; null when it was stopped, or broke off over a bug or for want of memory. What it had half written is gone by then. */
  readonly outcome: Promise<ArchiveOutcome | null>;
  /** Ends it where it stands. What it has half written is gone when this resolves. */
  stop(): Promise<void>;
};

async function sweep(disk: Disk, archives: string): Promise<void> {
  try {
    await sweepTemporaryFiles(disk, archives, () => true);
  } catch (error) {
    // A folder that is gone holds nothing that is half written.
    if (errorCode(error) === null) throw error;
  }
}

/** Makes an archive in a thread of its own, so that none of this one's turns is held up by it. */
export function runArchiveWorker(job: ArchiveJob, { disk, saves, workerUrl, log }: { disk: Disk; saves: SharedArrayBuffer; workerUrl: URL; log: (error: unknown) => void }): RunningArchive {
  const sign = makeSign();
  const workerData: ArchiveWork = { job, saves, stop: sign.shared };
  const worker = new Worker(workerUrl, { execArgv: ['--disable-warning=ExperimentalWarning'], workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB } });
  let answered: ArchiveOutcome | null = null;
  const outcome = new Promise<ArchiveOutcome | null>((resolve) => {
    worker.on('message', (message: ArchiveOutcome) => void (answered = message)).on('error', log).on('exit', () => resolve(answered));
  }).then(async (answer) => {
    if (answer === null) await sweep(disk, job.archives);
    return answer;
  });
  return {
    outcome,
    async stop() {
      sign.raise();
      const timer = new AbortController();
      const late = delay(STOP_LIMIT_MS, null, { signal: timer.signal, ref: false }).catch(() => null);
      await Promise.race([outcome, late]);
      timer.abort();
      await worker.terminate();
      await sweep(disk, job.archives);
    },
  };
}
