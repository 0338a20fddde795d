import { writeFile } from 'node:fs/promises';
import { readSource } from '../host/import/read-source.ts';
import { readCorpora } from './page-corpora.ts';

// One process: reads every page of the corpora, with Lectern or with another reader, writes what it found into a file and prints what that took as JSON.

const [kind = '', step = '1', output = ''] = process.argv.slice(2);

async function readOurs(name: string, bytes: Uint8Array): Promise<unknown> {
  const answer = await readSource({ name, bytes, origin: 'file', mediaType: 'text/html' });
  return answer.ok ? { blocks: answer.value.blocks, title: answer.value.details.title, byline: answer.value.details.byline, published: answer.value.details.published } : null;
}

const pages = await readCorpora(Number(step));
if (!pages) throw new Error('There are no pages.');
const read = kind === 'ours' ? readOurs : (await import('./read-with-jsdom.js')).readWithJsdom;
const found: unknown[] = [];
let ms = 0;
for (const { name, bytes } of pages) {
  const started = performance.now();
  found.push(await read(`${name}.html`, bytes));
  ms += performance.now() - started;
}
if (output !== '') await writeFile(output, JSON.stringify(found));
console.log(JSON.stringify({ ms, count: pages.length, peakKb: process.resourceUsage().maxRSS }));
