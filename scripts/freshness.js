import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.js';

const sources = ['core', 'host', 'electron', 'renderer', 'resources', 'scripts/build.js', 'package-lock.json', 'package.json'].map((path) => inProject(path));
const stampFile = inProject('dist', 'built');
const isTest = (name) => /\.test\.tsx?$/.test(name);

/** When anything under a path last changed, in milliseconds; 0 when there is nothing. Folders count too, so a removed file is noticed. */
export function lastChange(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => (isTest(name) ? latest : Math.max(latest, lastChange(join(path, name)))), stat.mtimeMs);
}

/** True when dist was built from the sources as they are. */
export function isBuilt() {
  const builtMs = statSync(stampFile, { throwIfNoEntry: false })?.mtimeMs ?? -1;
  return sources.every((path) => lastChange(path) <= builtMs);
}

/** Records that dist was built from the sources as they were at that time. */
export function recordBuild(startedMs) {
  writeFileSync(stampFile, '');
  utimesSync(stampFile, startedMs / 1000, startedMs / 1000);
}
