import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contract } from '../core/api/contract.ts';
import { makeHandlers } from '../core/api/handlers.ts';
import { makeRouter, type Router } from '../core/api/router.ts';
import type { LockHolder } from '../core/base/fault.ts';
import { type Result, succeed } from '../core/base/result.ts';
import { type Library, makeLibrary } from '../core/library/library.ts';
import type { Chance, Clock } from '../core/library/ports.ts';
import { defaultSettings } from '../core/library/settings.ts';
import { cacheFolder } from './cache-folder.ts';
import { configFolder } from './config-folder.ts';
import { displayFolder } from './default-library.ts';
import { type HandoverDoor, makeHandoverDoor } from './handover/handover-door.ts';
import { openPairedBrowsers } from './handover/paired-browsers.ts';
import { type FolderWatcher, makeFolderWatcher } from './import/folder-watcher.ts';
import { makeImporter } from './import/importer.ts';
import { makeFetcher } from './net/page-fetcher.ts';
import { machineChance, machineClock } from './machine.ts';
import { makeSearch, type Search } from './search/search.ts';
import { IN_MEMORY } from './search/search-calls.ts';
import { seedLibrary } from './seed-library.ts';
import { type ArchiveKeeper, makeArchiveKeeper } from './store/archive-keeper.ts';
import { type BackupPlace, makeBackupPlace } from './store/backup-place.ts';
import { makeMachineSettings, type MachineSettings } from './store/machine-settings.ts';
import { machineDisk } from './store/machine-disk.ts';
import { sweepPrivateFolders } from './serve/private-folder.ts';
import { openSideDoor, type SideDoor } from './side-door/open-side-door.ts';
import { cacheNameOf, type OpenStore, openStore, type StoreOptions } from './store/open-store.ts';
import { makeReopeningStore } from './store/reopening-store.ts';
import { runArchiveWorker } from './store/run-archive-worker.ts';
import { type HostUploads, makeUploads } from './uploads.ts';
import { readVersion } from './version.ts';

/** How long closing waits for writes that are under way. */
const CLOSE_LIMIT_MS = 2_000;

export type StartOptions = {
  readonly folder: string;
  readonly door: LockHolder['door'];
  /** 'read' takes no lock, writes nothing and makes no folder; 'prefer-write' does the same where writing can't be had. */
  readonly mode: StoreOptions['mode'];
  /** The folder that holds resources/. */
  readonly root: URL;
  /** The import worker, built or from source. The other workers are found from it. */
  readonly workerUrl: URL;
  readonly log: (error: unknown) => void;
  /** Where the catalog and the search index are kept; without one, where the system has such things. */
  readonly cacheFolder?: string;
  /** Where this machine's own choices are kept; without one, where the system has such things. */
  readonly configFolder?: string;
  /** A folder to watch for files while the library is open, whatever was chosen. */
  readonly watchFolder?: string;
  readonly clock?: Clock;
  readonly chance?: Chance;
};

export type StartedLibrary = {
  readonly library: Library;
  readonly router: Router;
  readonly uploads: HostUploads;
  readonly folder: string;
  readonly isNew: boolean;
  /** Waits for writes under way, at most two seconds, and gives the library free. */
  close(): Promise<void>;
};

/** An empty app is never the first thing seen. Without its first article a library is still a library. */
async function giveFirstArticle(store: OpenStore, library: Library, { root, log }: StartOptions): Promise<void> {
  if (!store.wantsFirstArticle) return;
  try {
    if (await seedLibrary(library, root)) await store.markSeeded();
  } catch (error) {
    log(error);
  }
}

/** The worker of that name, built or from source, beside the import worker. */
function workerBeside(workerUrl: URL, folder: string, name: string): URL {
  return new URL(workerUrl.pathname.endsWith('.ts') ? `../${folder}/${name}.ts` : `${name}.js`, workerUrl);
}

/** What keeps the daily archives, for as long as a person has the library open. */
function openKeeper(opened: OpenStore, { folder, place }: { folder: string; place: BackupPlace }, { workerUrl, log }: StartOptions): ArchiveKeeper {
  const worker = { disk: machineDisk, log, workerUrl: workerBeside(workerUrl, 'store', 'archive-worker') };
  return makeArchiveKeeper({
    folder, place, log,
    run: (job) => runArchiveWorker(job, { ...worker, saves: opened.saves }),
    show: (path) => displayFolder(path, homedir()),
    async readSettings() {
      const settings = await opened.store.readSettings();
      return settings.ok ? settings.value : defaultSettings;
    },
  });
}

/** Where this machine's own choices are kept. */
const configOf = ({ configFolder: config = configFolder({ env: process.env, platform: process.platform, home: homedir() }) }: StartOptions): string => config;

/** Where the extension of browsers lies: a browser can't look into an app's archive, so beside it. */
const extensionFolder = (root: URL): string => fileURLToPath(new URL(root.pathname.endsWith('.asar/') ? '../extension' : 'extension', root));

/** The door at which browsers hand over pages. Browsers are paired with the machine, whatever library is open. */
function openHandover(options: StartOptions, { clock, chance }: { clock: Clock; chance: Chance }): HandoverDoor {
  const file = join(configOf(options), 'browsers.json');
  return makeHandoverDoor({
    openBrowsers: () => openPairedBrowsers({ disk: machineDisk, file, chance, now: () => new Date(clock.nowMs()).toISOString() }),
    clock, chance, log: options.log, extension: displayFolder(extensionFolder(options.root), homedir()),
  });
}

/** The file of that kind in which this machine keeps something of a library, under the library's id; null for one without an id. */
function machineFile(id: string | null, kind: string, options: StartOptions): string | null {
  return id === null ? null : join(configOf(options), 'libraries', `${cacheNameOf(id)}${kind}`);
}

/** What brings in by itself what is put into a folder. */
function openWatcher(id: string | null, { folder, settings }: { folder: string; settings: MachineSettings }, options: StartOptions): FolderWatcher {
  const { watchFolder, log } = options;
  return makeFolderWatcher({
    disk: machineDisk, libraryFolder: folder, settings, given: watchFolder === undefined ? null : resolve(watchFolder), file: machineFile(id, '.watched.json', options),
    show: (path) => displayFolder(path, homedir()), log,
  });
}

/** The index is the machine's own, beside those of other libraries; a library without an id has one for as long as it is open. */
function openSearch(id: string | null, cache: string, { workerUrl, log }: StartOptions): Search {
  const file = id === null ? IN_MEMORY : join(cache, cacheNameOf(id), 'search.sqlite');
  return makeSearch({ file, workerUrl: workerBeside(workerUrl, 'search', 'search-worker'), log });
}

/** Where commands come in while the library is open. A command has none; without one, a library is as good as ever. */
async function makeSideDoor(cache: string, { door, mode, root, log }: StartOptions): Promise<SideDoor | null> {
  if (mode === 'read') return null;
  try {
    await sweepPrivateFolders(cache);
    if (door === 'command') return null;
    // Not the runtime folder first: it goes when its user logs out, and a temporary folder is swept after some days.
    const parents = [cache, ...(process.env['XDG_RUNTIME_DIR'] ? [process.env['XDG_RUNTIME_DIR']] : []), tmpdir()];
    return await openSideDoor({ parents, version: await readVersion(root), log });
  } catch (error) {
    log(error);
    return null;
  }
}

/** What could only be opened to read can be opened to write later, when it has become possible. */
async function openWhole(options: StoreOptions): Promise<Result<OpenStore>> {
  const opened = await openStore(options);
  const isReadForNow = opened.ok && options.mode === 'prefer-write' && opened.value.store.access?.().kind === 'read';
  return isReadForNow ? succeed(makeReopeningStore(opened.value, () => openStore({ ...options, mode: 'write' }))) : opened;
}

type Upkeep = { readonly library: Library; readonly search: Search; readonly keeper: ArchiveKeeper | null; readonly watcher: FolderWatcher | null; readonly handover: HandoverDoor | null; readonly place: BackupPlace; readonly log: StartOptions['log'] };

/**
 * Begins what goes on for as long as a library is open: the index at once, and what writes, or needs all of it, once it can be
 * written. What is not there, or half understood, must not push good archives out. A command leaves all of it to those that stay.
 */
function keepUp(opened: OpenStore, { library, search, keeper, watcher, handover, place, log }: Upkeep): void {
  let isFirst = true;
  search.start();
  opened.whenWritable(() => {
    // Nobody waits for what was deleted a month ago.
    opened.purgeBin().catch(log);
    opened.giveSetting('backupFolder', place.takeOver).catch(log).then(() => keeper?.start()).catch(log);
    watcher?.start(library);
    handover?.start(library);
    if (!isFirst) {
      // Opened anew, the library is watched from its first look on, and the index may have missed what could not be read.
      opened.store.rescan().catch(log);
      search.start();
    }
  });
  isFirst = false;
}

/** Opens the library in a folder, makes it where there is none, and puts together all that answers for it. */
export async function startLibrary(options: StartOptions): Promise<Result<StartedLibrary>> {
  const { door, mode, workerUrl, log, clock = machineClock, chance = machineChance } = options;
  const folder = resolve(options.folder);
  const cache = options.cacheFolder ?? cacheFolder({ env: process.env, platform: process.platform, home: homedir() });
  const sideDoor = await makeSideDoor(cache, options);
  const opened = await openWhole({ folder, shownAs: displayFolder(folder, homedir()), door, mode, clock, chance, log, cacheFolder: cache, sideDoor: sideDoor?.folder, threads: { workerUrl: workerBeside(workerUrl, 'store', 'look-worker'), log } });
  if (!opened.ok) {
    await sideDoor?.close();
    return opened;
  }
  const { store, versions, isNew, close: closeStore } = opened.value;
  const importer = makeImporter({ workerUrl, log });
  const settings = makeMachineSettings(machineDisk, machineFile(opened.value.id, '.json', options));
  const place = makeBackupPlace(machineDisk.files, settings);
  const keeper = door === 'command' || mode === 'read' ? null : openKeeper(opened.value, { folder, place }, options);
  const handover = keeper && openHandover(options, { clock, chance });
  const watcher = keeper && openWatcher(opened.value.id, { folder, settings }, options);
  const search = openSearch(opened.value.id, cache, options);
  const library = makeLibrary({ store, importer, log, fetcher: makeFetcher(), clock, chance, search, versions, ...(keeper ? { backups: keeper } : {}), ...(watcher ? { watch: watcher } : {}), ...(handover ? { handover } : {}) });
  search.follow(library);
  const uploads = makeUploads(chance);
  // A script that makes a library on the command line expects nothing in it but its own.
  if (door !== 'command') await giveFirstArticle(opened.value, library, options);
  const router = makeRouter(contract, makeHandlers(library, uploads), log);
  sideDoor?.admit({ router, uploads });
  if (door !== 'command') keepUp(opened.value, { library, search, keeper, watcher, handover, place, log });
  async function close(): Promise<void> {
    await Promise.all([sideDoor?.close(), watcher?.close(), handover?.close(), importer.close(), search.close(), keeper?.close()]);
    await closeStore(CLOSE_LIMIT_MS);
  }
  return succeed({ library, router, uploads, folder, isNew, close });
}
