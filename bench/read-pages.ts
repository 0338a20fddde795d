import { appendFile, readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { makeImporter } from '../host/import/importer.ts';

// One process: reads every page of a list, with Lectern or with another reader, writes what it found into a file and prints what that took as JSON. It imports little, since its memory is measured.

const [kind = '', list = '', output = ''] = process.argv.slice(2);

type Reader = { read(name: string, bytes: Uint8Array): unknown; close(): Promise<void> };

/** Lectern as it is shipped: in its worker, with its limits. */
function makeOurs(): Reader {
  const importer = makeImporter({ workerUrl: new URL('../dist/node/import-worker.js', import.meta.url), log: console.error });
  return {
    async read(name, bytes) {
      const answer = await importer.parse({ name, bytes, origin: 'file', mediaType: 'text/html' });
      return answer.ok && answer.value.kind === 'article' ? { blocks: answer.value.blocks, title: answer.value.details.title, byline: answer.value.details.byline, published: answer.value.details.published } : null;
    },
    close: () => importer.close(),
  };
}

async function makeJsdom(): Promise<Reader> {
  const { readWithJsdom } = await import('./read-with-jsdom.js');
  return { read: readWithJsdom, close: () => Promise.resolve() };
}

const files = (await readFile(list, 'utf8')).split('\n');
const reader = await (kind === 'ours' ? makeOurs() : makeJsdom());
let ms = 0;
for (const file of files) {
  const raw = await readFile(file);
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  const started = performance.now();
  const found = await reader.read('page.html', bytes);
  ms += performance.now() - started;
  // A line for each page, so that what was found takes no memory.
  if (output !== '') await appendFile(output, `${JSON.stringify(found)}\n`);
}
await reader.close();
console.log(JSON.stringify({ ms, count: files.length, peakKb: process.resourceUsage().maxRSS }));
