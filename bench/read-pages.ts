import { writeFile } from 'node:fs/promises';
import { makeImporter } from '../host/import/importer.ts';
import { readCorpora } from './page-corpora.ts';

// One process: reads every page of the corpora, with Lectern or with another reader, writes what it found into a file and prints what that took as JSON.

const [kind = '', step = '1', output = ''] = process.argv.slice(2);

type Reader = { read(name: string, bytes: Uint8Array): unknown; close(): Promise<void> };

/** Lectern as it is shipped: in its worker, with its limits. */
function makeOurs(): Reader {
  const importer = makeImporter({ workerUrl: new URL('../dist/node/import-worker.js', import.meta.url), log: console.error });
  return {
    async read(name, bytes) {
      const answer = await importer.parse({ name, bytes, origin: 'file', mediaType: 'text/html' });
      return answer.ok ? { blocks: answer.value.blocks, title: answer.value.details.title, byline: answer.value.details.byline, published: answer.value.details.published } : null;
    },
    close: () => importer.close(),
  };
}

async function makeJsdom(): Promise<Reader> {
  const { readWithJsdom } = await import('./read-with-jsdom.js');
  return { read: readWithJsdom, close: () => Promise.resolve() };
}

const pages = await readCorpora(Number(step));
if (!pages) throw new Error('There are no pages.');
const reader = await (kind === 'ours' ? makeOurs() : makeJsdom());
const found: unknown[] = [];
let ms = 0;
for (const page of pages) {
  const bytes = await page.read();
  const started = performance.now();
  found.push(await reader.read(`${page.name}.html`, bytes));
  ms += performance.now() - started;
}
await reader.close();
if (output !== '') await writeFile(output, JSON.stringify(found));
console.log(JSON.stringify({ ms, count: pages.length, peakKb: process.resourceUsage().maxRSS }));
