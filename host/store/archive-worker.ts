import { parentPort, workerData } from 'node:worker_threads';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArchiveWork } from './archive-work.ts';
import { archiveWhenDue } from './daily-archive.ts';
import { machineDisk } from './machine-disk.ts';
import { makePoliteFileSystem } from './polite-file-system.ts';
import { isRaised, isSaving } from './save-counter.ts';

const SAVE_WAIT_MS = 5;

/** Ends the work, which tidies up after itself. */
class Stopped extends Error {}

const { job, saves, stop } = parseArchiveWork(workerData);

async function turn(): Promise<void> {
  for (;;) {
    if (isRaised(stop)) throw new Stopped();
    if (!isSaving(saves)) return;
    await delay(SAVE_WAIT_MS);
  }
}

try {
  parentPort?.postMessage(await archiveWhenDue({ ...machineDisk, files: makePoliteFileSystem(machineDisk.files, { turn }) }, job));
} catch (error) {
  if (!(error instanceof Stopped)) throw error;
}
