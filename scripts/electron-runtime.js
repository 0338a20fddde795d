import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject, say } from './project.js';
import { run } from './run.js';

const DOWNLOAD_LIMIT_MS = 15 * 60_000;
const STALL_LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 3_000;

const electronFolder = inProject('node_modules', 'electron');
const version = () => JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;

/** The program of the Electron that is there, or null. ELECTRON_OVERRIDE_DIST_PATH names another folder to take it from. */
export function findElectron() {
  const pathFile = join(electronFolder, 'path.txt');
  const program = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return join(override, program ?? 'electron');
  const path = program ? join(electronFolder, 'dist', program) : null;
  return path && existsSync(path) ? path : null;
}

const sizeOf = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0) : 0;

/** Tells how much has come, and calls back when nothing has moved for a while. */
function watchDownload(folders, onStall) {
  let [size, changedMs] = [0, Date.now()];
  const timer = setInterval(() => {
    const sizeNow = folders.reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (sizeNow !== size) {
      say(`… Electron ${version()}: ${Math.round(sizeNow / 1_000_000)} MB`);
      [size, changedMs] = [sizeNow, Date.now()];
    }
    if (Date.now() - changedMs > STALL_LIMIT_MS) onStall();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Fetches Electron's runtime with its own installer, telling its progress. Answers null, or in a few words why it can't be had. */
export async function fetchElectron(node) {
  say(`Fetching Electron ${version()}, about 120 MB …`);
  const download = mkdtempSync(join(tmpdir(), 'lectern-electron-'));
  const stall = new AbortController();
  const stopWatching = watchDownload([download, join(electronFolder, 'dist')], () => stall.abort());
  // Its installer goes through a proxy only when told to.
  const env = { TMPDIR: download, TEMP: download, ...(process.env.HTTPS_PROXY ?? process.env.https_proxy ? { ELECTRON_GET_USE_PROXY: '1' } : {}) };
  try {
    const status = await run(node, [join(electronFolder, 'install.js')], { label: 'Electron', limitMs: DOWNLOAD_LIMIT_MS, signal: stall.signal, env, output: 'nowhere' });
    if (stall.signal.aborted) return `nothing came for ${STALL_LIMIT_MS / 1000} s`;
    return status === 0 ? null : 'its download was refused';
  } finally {
    stopWatching();
    rmSync(download, { recursive: true, force: true });
  }
}
