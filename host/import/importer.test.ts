import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../core/import/source.ts';
import { type ImporterOptions, makeImporter } from './importer.ts';

const realWorker = new URL('./import-worker.ts', import.meta.url);
const source = (name: string, text: string): Source => ({ name, bytes: Buffer.from(text), origin: 'file', mediaType: null });
/** A worker that does what a source's name says. */
const workerOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort, threadId } from 'node:worker_threads'; parentPort.on('message', ({ name }) => { ${code} });`)}`);
const obedient = workerOf(`
  if (name === 'hang') for (;;);
  if (name === 'throw') throw new Error('a bug');
  if (name === 'exit') process.exit(3);
  if (name === 'fill') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
  parentPort.postMessage({ ok: true, value: { threadId, name } });
`);

async function withImporter<T>(options: ImporterOptions, use: (importer: ReturnType<typeof makeImporter>) => Promise<T>): Promise<T> {
  const importer = makeImporter(options);
  try {
    return await use(importer);
  } finally {
    await importer.close();
  }
}

describe('makeImporter', () => {
  it('reads sources in the order of the calls, in one worker', async () => {
    await withImporter({ workerUrl: realWorker }, async (importer) => {
      const names = ['a.txt', 'b.md', 'c.html', 'd.xyz'];
      const answers = await Promise.all(names.map((name) => importer.parse(source(name, '<p>Some words to read here.</p>'))));
      expect(answers.map((answer) => (answer.ok ? (answer.value.kind === 'article' ? answer.value.extension : null) : answer.fault.code))).toEqual(['txt', 'md', 'html', 'format-unsupported']);
    });
    await withImporter({ workerUrl: obedient }, async (importer) => {
      const answers = await Promise.all(['a', 'b'].map((name) => importer.parse(source(name, ''))));
      const threads = answers.map((answer) => (answer.ok ? JSON.stringify(answer.value).replace(/,"name.*/, '') : answer.fault.code));
      expect(threads[0]).toBe(threads[1]);
    });
  });

  it('leaves the source’s bytes with the caller', async () => {
    const given = source('a.txt', 'Some words.');
    await withImporter({ workerUrl: realWorker }, (importer) => importer.parse(given));
    expect(Buffer.from(given.bytes).toString()).toBe('Some words.');
  });

  it('gives up a source that takes too long, and reads the next', async () => {
    await withImporter({ workerUrl: obedient, timeLimitMs: 1_000 }, async (importer) => {
      const [hung, next] = await Promise.all([importer.parse(source('hang', '')), importer.parse(source('next', ''))]);
      expect(hung).toEqual({ ok: false, fault: { code: 'import-timeout', name: 'hang', seconds: 1 } });
      expect(next.ok).toBe(true);
    });
  });

  it.each([['throw', {}], ['exit', {}], ['fill', { heapLimitMb: 48 }]])('answers a worker’s end by “%s” and reads the next source', async (name, limits) => {
    const logged: unknown[] = [];
    await withImporter({ workerUrl: obedient, ...limits, log: (error) => void logged.push(error) }, async (importer) => {
      expect(await importer.parse(source(name, ''))).toEqual({ ok: false, fault: { code: 'import-failed', name } });
      expect((await importer.parse(source('next', ''))).ok).toBe(true);
    });
    expect(logged.length).toBe(name === 'exit' ? 0 : 1);
  });

  it('answers what was asked before and after it is closed', async () => {
    const importer = makeImporter({ workerUrl: obedient });
    const asked = importer.parse(source('hang', ''));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await importer.close();
    expect(await asked).toMatchObject({ ok: false, fault: { code: 'import-failed' } });
    expect(await importer.parse(source('late', ''))).toMatchObject({ ok: false, fault: { code: 'import-failed' } });
  });

  it('keeps a process alive while it reads, and no longer', () => {
    const script = `
      import { makeImporter } from ${JSON.stringify(new URL('./importer.ts', import.meta.url).href)};
      const importer = makeImporter({ workerUrl: new URL(${JSON.stringify(realWorker.href)}) });
      importer.parse({ name: 'a.txt', bytes: Buffer.from('Some words.'), origin: 'file', mediaType: null }).then((answer) => console.log(answer.ok));
    `;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString()).toBe('true\n');
  });
});
