import { inProject, main, Stop } from './project.js';
import { run } from './run.js';

const projects = ['core', 'host', 'electron', 'renderer', 'tsconfig.tests.json'];
const LIMIT_MS = 3 * 60_000;

/** Every layer has a tsconfig of its own, so that what one may not know does not compile there. */
await main(async () => {
  const asked = process.argv.slice(2);
  for (const project of asked.length > 0 ? asked : projects) {
    const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
    const status = await run(process.execPath, [tsc, '--pretty', 'false', '-p', inProject(project)], { label: `typecheck ${project}`, limitMs: LIMIT_MS });
    if (status !== 0) throw new Stop(`${project} does not compile.`);
  }
});
