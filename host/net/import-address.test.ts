import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imagesIn } from '../../core/article/blocks.ts';
import { makeLibrary, type Library } from '../../core/library/library.ts';
import { makeImporter } from '../import/importer.ts';
import { pngOf } from '../import/testing/png-of.ts';
import { machineChance, machineClock } from '../machine.ts';
import { openStore } from '../store/open-store.ts';
import { makeScratchFolder } from '../store/testing/fixtures.ts';
import { makeFetcher } from './page-fetcher.ts';

const sentence = 'The ferry crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a street. ';
const page = (words: string) => `<html lang="en"><head><title>Two towns</title></head><body><nav><a href="/">Home</a></nav><article><h1>Two towns</h1><p>${sentence.repeat(4)}</p><figure><img src="/map.png" alt="A map"><figcaption>The strait</figcaption></figure><figure><img src="/gone.png" alt="Gone"></figure><p>${words} ${sentence.repeat(4)}</p></article></body></html>`;

let server: Server;
let origin: string;
let asked: string[];
let words: string;
let library: Library;
let stop: () => Promise<void>;

beforeEach(async () => {
  [asked, words] = [[], 'It left at noon.'];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/map.png') response.writeHead(200, { 'content-type': 'image/png' }).end(pngOf(640, 480));
    else if (request.url?.startsWith('/towns')) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(words));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const scratch = await makeScratchFolder();
  const opened = await openStore({ folder: scratch.folder, shownAs: scratch.folder, door: 'serve', mode: 'write', clock: machineClock, chance: machineChance });
  if (!opened.ok) throw new Error(opened.fault.code);
  const importer = makeImporter({ workerUrl: new URL('../import/import-worker.ts', import.meta.url) });
  library = makeLibrary({ store: opened.value.store, importer, fetcher: makeFetcher({ isAllowed: () => true }), clock: machineClock, chance: machineChance });
  stop = async () => {
    await importer.close();
    await opened.value.close(2_000);
    await new Promise((done) => { server.closeAllConnections(); server.close(done); });
    await scratch.remove();
  };
});
afterEach(() => stop());

describe('a page of the web', () => {
  it('comes in with its images, which are fetched once, its address and when it was fetched', async () => {
    const imported = await library.importAddress(`${origin}/towns`);
    if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
    const opened = await library.open(imported.value.article.id);
    if (!opened.ok) throw new Error(opened.fault.code);
    const { article, content } = opened.value;
    expect(article).toMatchObject({ title: 'Two towns', url: `${origin}/towns`, original: { url: `${origin}/towns`, mediaType: 'text/html' } });
    const images = imagesIn(content.blocks);
    expect(images.map(({ alt, asset }) => [alt, asset !== null])).toEqual([['A map', true], ['Gone', false]]);
    expect(await library.readImage(images[0]?.asset ?? '')).toMatchObject({ ok: true, value: { mediaType: 'image/png' } });
    expect(asked.toSorted()).toEqual(['/gone.png', '/map.png', '/towns']);
  });

  it('gives the article that came from there a new version the second time, with its highlights; the same text changes nothing', async () => {
    const first = await library.importAddress(`${origin}/towns`);
    if (!first.ok || first.value.kind !== 'article') throw new Error('no article');
    const { id } = first.value.article;
    await library.highlightQuote({ articleId: id, quote: 'It left at noon', tags: [], note: 'When?', colour: 'yellow' });
    expect(await library.importAddress(`${origin}/towns?utm_source=mail#top`)).toMatchObject({ value: { kind: 'version', version: { article: { id }, undo: [] } } });
    words = 'It left at one.';
    const again = await library.importAddress(`${origin}/towns`);
    expect(again).toMatchObject({ value: { kind: 'version', version: { article: { id }, toReview: 1 } } });
    expect(await library.read(id)).toMatchObject({ value: { versions: [{ title: 'Two towns' }], highlights: [{ note: 'When?' }] } });
  });

  it('that can’t be had leaves nothing behind', async () => {
    expect(await library.importAddress(`${origin}/nothing`)).toMatchObject({ ok: false, fault: { code: 'page-unreachable', status: 404 } });
    expect(await library.overview()).toMatchObject({ value: { articles: [] } });
  });
});
