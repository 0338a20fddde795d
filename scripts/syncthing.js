import { existsSync } from 'node:fs';
import { say } from './project.js';
import { run } from './run.js';

const APT_LIMIT_MS = 3 * 60_000;
const places = ['/usr/bin/syncthing', '/usr/local/bin/syncthing', '/opt/homebrew/bin/syncthing'];

/** Installs Debian's package syncthing where there is none and this account may. Where it can't be had, what needs it is skipped. */
export async function ensureSyncthing() {
  if (places.some((path) => existsSync(path)) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('Installing the package syncthing with apt-get …');
  const how = { limitMs: APT_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' }, output: 'nowhere' };
  const install = ['install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', 'syncthing'];
  if ((await run('apt-get', install, { label: 'apt-get install syncthing', ...how })) === 0) return;
  await run('apt-get', ['update', '-qq'], { label: 'apt-get update', ...how });
  if ((await run('apt-get', install, { label: 'apt-get install syncthing', ...how })) !== 0) say('It could not be installed; what needs it is skipped.');
}
