import { inProject, main, Stop } from './project.js';
import { run } from './run.js';

/** The longest first, so that none is left to run alone at the end. */
const projects = ['tsconfig.tests.json', 'renderer', 'host', 'electron', 'core'];
const AT_ONCE = 2;
const LIMIT_MS = 3 * 60_000;

async function check(project) {
  const tsc = inProject('node_modules', 'typescript', 'bin', 'tsc');
  return run(process.execPath, [tsc, '--pretty', 'false', '-p', inProject(project)], { label: `typecheck ${project}`, limitMs: LIMIT_MS });
}

/** Every layer has a tsconfig of its own, so that what one may not know does not compile there. */
await main(async () => {
  const asked = process.argv.slice(2);
  const waiting = asked.length > 0 ? asked : [...projects];
  const wrong = [];
  async function checkNext() {
    for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) if ((await check(project)) !== 0) wrong.push(project);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, checkNext));
  if (wrong.length > 0) throw new Stop(`${wrong.join(', ')} does not compile.`);
});
