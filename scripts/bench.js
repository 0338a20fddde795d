import { ensureChromium } from './chromium.js';
import { ensureBuilt } from './ensure-built.js';
import { inProject, main } from './project.js';
import { endAs, runAttached } from './run.js';
import { setUp } from './set-up.js';

await main(async () => {
  const node = await setUp();
  await ensureBuilt(node);
  const env = { LECTERN_CHROMIUM: await ensureChromium(node) };
  endAs(await runAttached(node, ['--disable-warning=ExperimentalWarning', inProject('bench', 'run.ts'), ...process.argv.slice(2)], env));
});
