import { startLibrary } from '../../start-library.ts';

// Holds a library open as `lectern serve` does, from source and without its page, until it is killed or asked to end.
const [folder = ''] = process.argv.slice(2);
const root = new URL('../../../', import.meta.url);
const started = await startLibrary({ folder, door: 'serve', mode: 'write', root, workerUrl: new URL('host/import/import-worker.ts', root), log: console.error });
process.stdout.write(`${started.ok ? 'open' : started.fault.code}\n`);
const living = setInterval(() => undefined, 1_000);
process.once('SIGTERM', () => {
  clearInterval(living);
  if (started.ok) void started.value.close();
});
