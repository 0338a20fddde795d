import { isAbsolute, resolve } from 'node:path';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { BackupPort, BackupState } from '../../core/library/ports.ts';
import type { Settings } from '../../core/library/settings.ts';
import { archiveFolder } from './archive-folder.ts';
import type { ArchiveJob } from './archive-work.ts';
import type { BackupPlace } from './backup-place.ts';
import type { ArchiveOutcome, LatestArchive } from './daily-archive.ts';
import type { RunningArchive } from './run-archive-worker.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Opening a library comes first. */
const FIRST_AFTER_MS = 30_000;

export type ArchiveKeeper = BackupPort & {
  /** Looks now and then, every hour, whether an archive is due. */
  start(): void;
  /** Makes an archive if one is due. */
  check(): Promise<void>;
  /** Stops what is under way, and removes what it has half written. */
  close(): Promise<void>;
};

type Parts = {
  /** The library's folder, an absolute path. */
  readonly folder: string;
  readonly readSettings: () => Promise<Pick<Settings, 'dailyBackup'>>;
  readonly place: Pick<BackupPlace, 'read' | 'choose'>;
  readonly run: (job: ArchiveJob) => RunningArchive;
  /** A path as a person would write it. */
  readonly show: (path: string) => string;
  readonly log: (error: unknown) => void;
};

const brokenOff = ({ archives }: ArchiveJob): ArchiveOutcome => fail({ code: 'backup-failed', folder: archives, reason: 'broken-off' });

/** Keeps a library's daily archives, and knows how that goes. */
export function makeArchiveKeeper({ folder, readSettings, place, run, show, log }: Parts): ArchiveKeeper {
  const listeners = new Set<(state: BackupState) => void>();
  let state: BackupState = { folder: show(archiveFolder(folder)), isFolderChosen: false, latest: null, isUnderWay: false, fault: null };
  let running: RunningArchive | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const timers: ReturnType<typeof setTimeout>[] = [];

  function become(next: Partial<BackupState>): void {
    const before = JSON.stringify(state);
    state = { ...state, ...next };
    if (JSON.stringify(state) !== before) for (const listener of listeners) listener(state);
  }

  const shown = (latest: LatestArchive | null): BackupState['latest'] => latest && { file: show(latest.file), madeAt: new Date(latest.timeMs).toISOString() };

  function faultOf(fault: Fault): Fault {
    return fault.code === 'backup-failed' ? { ...fault, folder: show(fault.folder) } : fault;
  }

  /** What became of a job; null only where it was stopped by closing. */
  async function work(job: ArchiveJob): Promise<ArchiveOutcome | null> {
    become({ isUnderWay: true });
    try {
      running = run(job);
      const outcome = await running.outcome;
      return outcome === null && !isClosed ? brokenOff(job) : outcome;
    } catch (error) {
      log(error);
      return brokenOff(job);
    } finally {
      running = null;
      become({ isUnderWay: false });
    }
  }

  /** Where archives go; one that a user chose must be there. The state says it. */
  async function findPlace(): Promise<Pick<ArchiveJob, 'archives' | 'mayMakeFolder'>> {
    const chosen = await place.read();
    const archives = chosen ?? archiveFolder(folder);
    become({ folder: show(archives), isFolderChosen: chosen !== null });
    return { archives, mayMakeFolder: chosen === null };
  }

  /** Makes an archive where it is due, or in any case; the state says what became of it. */
  async function make(isForced: boolean): Promise<Result<BackupState>> {
    const { dailyBackup } = await readSettings();
    const { archives, mayMakeFolder } = await findPlace();
    if (isClosed || (!dailyBackup && !isForced)) return succeed(state);
    if (!isAbsolute(archives)) {
      become({ fault: { code: 'backup-failed', folder: archives, reason: 'not-a-path' } });
      return fail(state.fault ?? { code: 'internal' });
    }
    const outcome = await work({ folder, archives: resolve(archives), mayMakeFolder, isForced });
    if (outcome === null) return succeed(state);
    if (outcome.ok) become({ latest: shown(outcome.value.latest), fault: null });
    else become({ fault: faultOf(outcome.fault) });
    return outcome.ok ? succeed(state) : fail(faultOf(outcome.fault));
  }

  function inTurn(isForced: boolean): Promise<Result<BackupState>> {
    const made = turn.then(() => make(isForced));
    turn = made.catch(() => undefined);
    return made;
  }

  async function check(): Promise<void> {
    if (!isClosed) await inTurn(false).catch(log);
  }

  return {
    check,
    state: () => state,
    backUpNow: () => inTurn(true),
    async chooseFolder(chosen) {
      const kept = await place.choose(chosen);
      if (!kept.ok) return kept;
      await findPlace();
      void check();
      return succeed(state);
    },
    settingsChanged: () => void check(),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start() {
      if (isClosed) return;
      findPlace().catch(log);
      timers.push(setTimeout(() => void check(), FIRST_AFTER_MS).unref(), setInterval(() => void check(), HOUR_MS).unref());
    },
    async close() {
      isClosed = true;
      timers.forEach(clearTimeout);
      await running?.stop();
      await turn;
    },
  };
}
