import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { makeScratchFolder, openForTest, sampleArticle, sampleHighlight } from './testing/fixtures.ts';

const run = promisify(execFile);
/** A bound on the whole, so that a daemon which never answers does not hold up the run. */
const LIMIT_MS = 720_000;
const hasSyncthing = await run('syncthing', ['--version']).then(() => true, () => false);
if (!hasSyncthing) process.stderr.write('Two machines are not tried: there is no program "syncthing" here.\n');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

type Machine = { readonly home: string; readonly library: string; readonly id: string; readonly ports: { gui: number; sync: number } };

/** A configuration that speaks to loopback addresses alone: nothing is announced, found, relayed, mapped, reported or fetched. */
function configOf(machine: Machine, other: Machine): string {
  const device = ({ id, ports }: Machine) => `<device id="${id}" compression="never"><address>tcp://127.0.0.1:${ports.sync}</address></device>`;
  return `<configuration version="35">
  <folder id="library" path="${machine.library}" type="sendreceive" rescanIntervalS="1" fsWatcherEnabled="false"><device id="${machine.id}"/><device id="${other.id}"/><maxConflicts>10</maxConflicts></folder>
  ${device(machine)}${device(other)}
  <gui enabled="true" tls="false"><address>127.0.0.1:${machine.ports.gui}</address><apikey>loopback</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${machine.ports.sync}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled><localAnnounceEnabled>false</localAnnounceEnabled><relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
    <urAccepted>-1</urAccepted><autoUpgradeIntervalH>0</autoUpgradeIntervalH><crashReportingEnabled>false</crashReportingEnabled><stunServer></stunServer>
    <startBrowser>false</startBrowser><reconnectionIntervalS>1</reconnectionIntervalS>
  </options>
</configuration>`;
}

async function makeMachine(folder: string): Promise<Machine> {
  const home = join(folder, 'home');
  const library = join(folder, 'library');
  await mkdir(home, { recursive: true });
  await mkdir(join(library, '.stfolder'), { recursive: true });
  await run('syncthing', ['generate', `--home=${home}`, '--no-default-folder']);
  const { stdout } = await run('syncthing', ['--device-id', `--home=${home}`]);
  return { home, library, id: stdout.trim(), ports: { gui: await freePort(), sync: await freePort() } };
}

const daemons = new Set<ChildProcess>();
async function stopDaemons(): Promise<void> {
  await Promise.all([...daemons].map(async (daemon) => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    if (daemon.exitCode === null && daemon.kill('SIGTERM')) await Promise.race([ended, delay(10_000, null, { ref: false })]);
    if (daemon.exitCode === null && daemon.signalCode === null) daemon.kill('SIGKILL');
  }));
  daemons.clear();
}

function startDaemons(machines: readonly Machine[]): void {
  for (const { home } of machines) {
    // A monitor process would outlive the signal that ends it.
    daemons.add(spawn('syncthing', ['serve', `--home=${home}`, '--no-browser', '--no-restart', '--no-upgrade'], { stdio: 'ignore', env: { ...process.env, STMONITORED: 'yes', STNOUPGRADE: '1' } }));
  }
}

const article = { ...sampleArticle(), highlights: [sampleHighlight('first')] };
const documentOf = ({ library }: Machine) => readFile(join(library, 'articles', `${article.id}.json`), 'utf8').catch(() => '');
const copiesIn = async ({ library }: Machine) => (await readdir(join(library, 'articles'))).filter((name) => name.includes('sync-conflict'));

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    for (const { exitCode, signalCode } of daemons) if (exitCode !== null || signalCode !== null) throw new Error(`A daemon has ended by itself (${exitCode ?? signalCode})`);
    await delay(250);
  }
}

async function work(machine: Machine, task: (store: LibraryStore) => Promise<unknown>): Promise<void> {
  const { store, close } = await openForTest(machine.library);
  await task(store);
  await close(2_000);
}

/** What a machine does while it works apart: the same note, a summary or a highlight of its own, another status. */
const edit = (store: LibraryStore, name: string) =>
  store.updateArticle(article.id, (present) => succeed({
    next: { ...present, ...(name === 'ann' ? { summary: 'By ann.' } : { status: 'archive' as const }), highlights: [...present.highlights.map((each) => ({ ...each, note: `${name} says` })), sampleHighlight(`only ${name}`)] },
    answer: null,
  }));

describe.skipIf(!hasSyncthing)('two machines that Syncthing connects', () => {
  let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
  beforeEach(async () => void (scratch = await makeScratchFolder()));
  afterEach(async () => {
    await stopDaemons();
    await scratch.remove();
  });

  it('have both edits of one article, made apart, in both libraries', { timeout: LIMIT_MS }, async () => {
    const machines = [await makeMachine(join(scratch.folder, 'ann')), await makeMachine(join(scratch.folder, 'ben'))] as const;
    const [ann, ben] = machines;
    await writeFile(join(ann.home, 'config.xml'), configOf(ann, ben));
    await writeFile(join(ben.home, 'config.xml'), configOf(ben, ann));
    for (const { library } of machines) await writeFile(join(library, '.stignore'), 'lectern.lock*\n.*.tmp\n');

    await work(ann, (store) => store.createArticle(article));
    startDaemons(machines);
    await until(async () => (await documentOf(ben)) !== '' && (await documentOf(ann)) === (await documentOf(ben)));
    await stopDaemons();

    await work(ann, (store) => edit(store, 'ann'));
    await work(ben, (store) => edit(store, 'ben'));
    expect(await documentOf(ann)).not.toBe(await documentOf(ben));

    startDaemons(machines);
    await until(async () => (await copiesIn(ann)).length > 0 && (await copiesIn(ben)).length > 0);
    await stopDaemons();
    for (const machine of machines) await work(machine, (store) => store.listSummaries());
    startDaemons(machines);
    await until(async () => (await documentOf(ann)) === (await documentOf(ben)) && (await copiesIn(ann)).length + (await copiesIn(ben)).length === 0);
    await stopDaemons();

    for (const machine of machines) {
      await work(machine, async (store) => {
        const read = await store.readArticle(article.id);
        if (!read.ok) throw new Error(read.fault.code);
        expect(read.value).toMatchObject({ summary: 'By ann.', status: 'archive' });
        expect(read.value.highlights.map(({ note }) => note).sort()).toEqual(['ann says\n\n---\n\nben says', 'only ann', 'only ben']);
      });
      expect((await readdir(join(machine.library, 'merged'))).length).toBeGreaterThan(0);
    }
  });
});
