import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { inProject, main, say, Stop } from './project.js';
import { run } from './run.js';

const NODE_MAJOR = 24;
const INSTALL_LIMIT_MS = 10 * 60_000;
const NODE_INSTALL_LIMIT_MS = 3 * 60_000;

const lockFile = inProject('package-lock.json');
const installedLock = inProject('node_modules', '.package-lock.json');
const stampFile = inProject('node_modules', '.lectern-installed');
const isWindows = process.platform === 'win32';
const projectNode = inProject('node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** True when node_modules is what package-lock.json asks for: by the stamp of our own install, or by npm's record of one by hand. */
function isInstalled() {
  if (!existsSync(installedLock)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  return statSync(installedLock).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** Runs npm: the one that started this script, or the one on the PATH. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { ...options, shell: isWindows });
}

async function installDependencies() {
  say('Installing dependencies with npm ci …');
  const status = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { label: 'npm ci', limitMs: INSTALL_LIMIT_MS });
  if (status !== 0) throw new Stop('Dependencies could not be installed. Check the network and the npm registry (npm ping), then run this again.');
}

/** The package `node` brings its binary with an install script; where npm did not run it, it is run here. */
async function installNode() {
  say(`Fetching Node.js ${NODE_MAJOR} …`);
  const cwd = inProject('node_modules', 'node');
  await run(process.execPath, ['installArchSpecificPackage.js'], { label: `Node.js ${NODE_MAJOR}`, limitMs: NODE_INSTALL_LIMIT_MS, cwd });
}

function hasRightNode() {
  return Number.parseInt(process.versions.node, 10) >= NODE_MAJOR;
}

async function findNode() {
  if (!existsSync(projectNode) && !hasRightNode()) await installNode();
  if (existsSync(projectNode)) return projectNode;
  if (hasRightNode()) return process.execPath;
  throw new Stop(`Lectern needs Node.js ${NODE_MAJOR}, and the npm package "node" could not bring it here.\nInstall Node.js ${NODE_MAJOR} or later, or run "npm rebuild node", then run this again.`);
}

function link(name, target) {
  const path = inProject('node_modules', '.bin', name);
  if (isWindows || existsSync(path)) return;
  mkdirSync(inProject('node_modules', '.bin'), { recursive: true });
  symlinkSync(target, path);
}

/**
 * Makes sure that dependencies are installed, that the project's Node runs, and that `npx lectern` finds its script.
 * Answers the path of a Node that is 24 or later. Silent when there is nothing to do.
 */
export async function setUp() {
  const wasInstalled = isInstalled();
  if (!wasInstalled) await installDependencies();
  const node = await findNode();
  if (node === projectNode) link('node', '../node/bin/node');
  link('lectern', '../../scripts/lectern.js');
  if (!wasInstalled) writeFileSync(stampFile, lockHash());
  return node;
}

if (import.meta.main ?? process.argv[1] === inProject('scripts', 'set-up.js')) await main(setUp);
