import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.js';
import { inProject, main, say, Stop } from './project.js';
import { run } from './run.js';
import { setUp } from './set-up.js';
import { ensureSyncthing } from './syncthing.js';

const STEP_LIMIT_MS = 10 * 60_000;
const reports = { unit: inProject('test-results', 'unit.json'), e2e: inProject('test-results', 'e2e.json') };
const inModules = (...parts) => inProject('node_modules', ...parts);

/** What `npm test` does, in this order; it stops after a failure. */
const steps = {
  build: [inProject('scripts', 'build.js')],
  lint: [inModules('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'],
  typecheck: [inProject('scripts', 'typecheck.js')],
  unit: [inModules('vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`],
  e2e: [inModules('@playwright', 'test', 'cli.js'), 'test', '--config', inProject('e2e', 'playwright.config.ts')],
};
/** These look at the code and run none of it, so neither is in the way of the other. */
const besideOthers = new Set(['lint', 'typecheck']);
const needsChromium = new Set(['unit', 'e2e']);

function chooseSteps() {
  try {
    const { values } = parseArgs({ options: { unit: { type: 'boolean' }, e2e: { type: 'boolean' }, only: { type: 'string', multiple: true } } });
    if (values.unit) return ['unit'];
    if (values.e2e) return ['build', 'e2e'];
    const unknown = values.only?.find((step) => !(step in steps));
    if (unknown) throw new Error(`There is no step "${unknown}".`);
    return values.only ?? Object.keys(steps);
  } catch (error) {
    throw new Stop(`${error.message}\nUsage: npm test -- [--unit | --e2e | --only STEP…]; steps: ${Object.keys(steps).join(', ')}`);
  }
}

function readReport(file, countsOf) {
  try {
    return countsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return { passed: 0, failed: 0, skipped: 0 };
    throw error;
  }
}

const countUnit = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests });
const countE2e = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped });

/** The last lines of the run: a failure outside the tests, such as a lint error, counts as one. */
function sumUp(isGood) {
  const counts = [readReport(reports.unit, countUnit), readReport(reports.e2e, countE2e)];
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${isGood ? sum('failed') : Math.max(1, sum('failed'))} failed`);
}

async function runStep(node, name, env) {
  const started = Date.now();
  say(`\n── ${name}`);
  const status = await run(node, steps[name], { label: name, limitMs: STEP_LIMIT_MS, env, output: 'stdout' });
  say(`── ${name} ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** The steps in their order, those that run side by side in one turn. */
function inTurns(names) {
  const turns = [];
  for (const name of names) {
    const last = turns.at(-1);
    if (last && besideOthers.has(name) && last.every((each) => besideOthers.has(each))) last.push(name);
    else turns.push([name]);
  }
  return turns;
}

async function runSteps(names) {
  const node = await setUp();
  // A person's own machine is left as it is.
  if (process.env.CI && names.includes('unit')) await ensureSyncthing();
  const env = names.some((name) => needsChromium.has(name)) ? { LECTERN_CHROMIUM: await ensureChromium(node), PLAYWRIGHT_JSON_OUTPUT_FILE: reports.e2e } : {};
  for (const together of inTurns(names)) {
    const results = await Promise.all(together.map((name) => runStep(node, name, env)));
    if (results.includes(false)) return false;
  }
  return true;
}

await main(async () => {
  const names = chooseSteps();
  mkdirSync(inProject('test-results'), { recursive: true });
  for (const file of Object.values(reports)) rmSync(file, { force: true });
  let isGood = false;
  try {
    isGood = await runSteps(names);
  } finally {
    sumUp(isGood);
    process.exitCode = isGood ? 0 : 1;
  }
});
