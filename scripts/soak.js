import { inProject, main } from './project.js';
import { endAs, runAttached } from './run.js';
import { setUp } from './set-up.js';
import { ensureSyncthing } from './syncthing.js';

const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
const tests = ['host/store/kill', 'host/store/write-paths', 'host/store/model', 'core/library/merge', 'host/store/syncthing'];

/** The tests of the store at the length of a night: 10,000 kills, every call failing in every way, 100,000 runs of each property. */
await main(async () => {
  const node = await setUp();
  await ensureSyncthing();
  const env = { LECTERN_KILLS: process.env.LECTERN_KILLS ?? '10000', LECTERN_SOAK: '1' };
  endAs(await runAttached(node, [vitest, 'run', '--testTimeout=86400000', ...tests, ...process.argv.slice(2)], env));
});
