import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchElectron, findElectron } from './electron-runtime.js';
import { ensureBuilt } from './ensure-built.js';
import { inProject, main, root, say, Stop } from './project.js';
import { endAs, run, runAttached } from './run.js';
import { setUp } from './set-up.js';

const IMPORT_LIMIT_MS = 5 * 60_000;
const EARLY_END_MS = 10_000;

/** Why the desktop app can't be shown here, in a few words; null when it can, as far as can be seen before trying. */
async function findObstacle(node) {
  // A runtime that the user names is taken as it is.
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return existsSync(findElectron()) ? null : 'ELECTRON_OVERRIDE_DIST_PATH names no Electron';
  if (process.platform === 'linux' && process.getuid() === 0) return 'Electron’s sandbox does not run as root';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display';
  return findElectron() ? null : fetchElectron(node);
}

/** The browser door on the same library; files to open are imported first. */
async function openInBrowser(node, { files, library }) {
  const lectern = (...args) => [inProject('dist', 'node', 'lectern.js'), ...args, ...(library ? ['--library', library] : [])];
  if (files.length > 0) {
    const status = await run(node, lectern('import', ...files), { label: 'import', limitMs: IMPORT_LIMIT_MS });
    if (status !== 0) say('Not every file could be imported; Lectern opens without those.');
  }
  endAs(await runAttached(node, lectern('serve', '--open')));
}

/** Electron that lacks a system library, or whose sandbox the system forbids, ends at once and with a failure. */
const isBrokenStart = ({ status, signal }, tookMs) => tookMs < EARLY_END_MS && status !== 0 && signal !== 'SIGINT' && signal !== 'SIGTERM';

/** Runs the desktop app; false when it could not start. */
async function openOnDesktop({ files, library }) {
  const started = Date.now();
  const end = await runAttached(findElectron(), [root, ...files], library ? { LECTERN_LIBRARY: library } : {});
  if (isBrokenStart(end, Date.now() - started)) return false;
  endAs(end);
  return true;
}

function parseArguments() {
  const from = process.env.INIT_CWD ?? process.cwd();
  try {
    const { values, positionals } = parseArgs({ options: { library: { type: 'string' } }, allowPositionals: true });
    return { files: positionals.map((file) => resolve(from, file)), library: values.library ? resolve(from, values.library) : null };
  } catch (error) {
    throw new Stop(`${error.message}\nUsage: npm start -- [--library DIR] [FILE…]`);
  }
}

await main(async () => {
  const request = parseArguments();
  const node = await setUp();
  await ensureBuilt(node);
  const obstacle = await findObstacle(node);
  if (!obstacle && (await openOnDesktop(request))) return;
  say(`The desktop app can’t run here: ${obstacle ?? 'Electron ended at once'}. Lectern opens in the browser, on the same library.`);
  await openInBrowser(node, request);
});
