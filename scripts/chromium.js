import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { say, Stop } from './project.js';
import { run } from './run.js';

const APT_LIMIT_MS = 5 * 60_000;
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

const places = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const ofPlaywright = () => createRequire(import.meta.url)('playwright').chromium.executablePath();

/** The path of a Chromium to test with: the one that LECTERN_CHROMIUM names, the system's, or Playwright's own; null when there is none. */
export function findChromium() {
  const named = process.env.LECTERN_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return [...places, ofPlaywright()].find((path) => existsSync(path)) ?? null;
}

async function installWithApt() {
  say('Installing the package chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { label: 'apt-get update', limitMs: APT_LIMIT_MS, env });
  await run('apt-get', ['install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', 'chromium'], { label: 'apt-get install chromium', limitMs: APT_LIMIT_MS, env });
}

async function installWithPlaywright(node) {
  say('Fetching Playwright’s Chromium …');
  const cli = createRequire(import.meta.url).resolve('playwright/cli.js');
  await run(node, [cli, 'install', 'chromium'], { label: 'playwright install chromium', limitMs: DOWNLOAD_LIMIT_MS });
}

/** Finds a Chromium, or installs one: Debian's package where this is root, else Playwright's own. */
export async function ensureChromium(node) {
  const found = findChromium();
  if (found) return found;
  if (process.env.LECTERN_CHROMIUM) throw new Stop(`LECTERN_CHROMIUM names ${process.env.LECTERN_CHROMIUM}, and nothing is there.`);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installWithApt();
  if (!findChromium()) await installWithPlaywright(node);
  const installed = findChromium();
  if (!installed) throw new Stop('The tests need Chromium, and it could not be installed here.\nInstall Chromium or Chrome and set LECTERN_CHROMIUM to its program, then run this again.');
  return installed;
}
