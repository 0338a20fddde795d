import { isBuilt } from './freshness.js';
import { inProject, say, Stop } from './project.js';
import { run } from './run.js';

const BUILD_LIMIT_MS = 3 * 60_000;

/** Builds dist where the sources are newer than it. */
export async function ensureBuilt(node) {
  if (isBuilt()) return;
  say('Building …');
  const status = await run(node, [inProject('scripts', 'build.js')], { label: 'build', limitMs: BUILD_LIMIT_MS });
  if (status !== 0) throw new Stop('The build failed; what it says is above.');
}
