#!/usr/bin/env node
import { ensureBuilt } from './ensure-built.js';
import { inProject, main } from './project.js';
import { endAs, runAttached } from './run.js';
import { setUp } from './set-up.js';

await main(async () => {
  const node = await setUp();
  await ensureBuilt(node);
  endAs(await runAttached(node, [inProject('dist', 'node', 'lectern.js'), ...process.argv.slice(2)]));
});
