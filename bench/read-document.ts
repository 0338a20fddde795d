import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { leavesOf } from '../core/article/blocks.ts';
import { makeImporter } from '../host/import/importer.ts';

// One process: reads a document as Lectern is shipped, in its worker, and prints what that took and its paragraphs as JSON.

const [file = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(file));
const importer = makeImporter({ workerUrl: new URL('../dist/node/import-worker.js', import.meta.url), log: console.error });
const started = performance.now();
const answer = await importer.parse({ name: basename(file), bytes, origin: 'file', mediaType: null });
const ms = performance.now() - started;
await importer.close();
if (!answer.ok || answer.value.kind !== 'article') throw new Error(`${file} was not read.`);
const paragraphs = answer.value.blocks.filter((block) => block.kind === 'paragraph').flatMap(leavesOf).map(({ text }) => text);
console.log(JSON.stringify({ ms, peakKb: process.resourceUsage().maxRSS, paragraphs, pages: answer.value.pages?.length ?? 0 }));
