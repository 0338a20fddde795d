import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../../core/article/article.ts';
import { createContent } from '../../../core/article/blocks.ts';
import { createHighlightId, createTagId, type TagId } from '../../../core/base/ids.ts';
import { succeed } from '../../../core/base/result.ts';
import { describeAnchor } from '../../../core/highlight/anchor.ts';
import { createHighlight } from '../../../core/highlight/highlight.ts';
import { createTag } from '../../../core/tag/tag.ts';
import { machineChance, machineClock } from '../../machine.ts';
import { sha256 } from '../canonical-json.ts';
import type { Disk } from '../durable-file.ts';
import { machineFileSystem } from '../file-system.ts';
import { openForTest, sampleArticle } from './fixtures.ts';

/** The machine's disk, without waiting for a second look. */
export const testDisk: Disk = { files: machineFileSystem, clock: machineClock, chance: machineChance, wait: async () => undefined };

/** A note for each article, and its text with the quote in it. */
export type Sample = { readonly text: string; readonly quote: string; readonly note: string };

export const samples: readonly Sample[] = [
  { text: 'The alliance sent three ships through the strait.', quote: 'alliance', note: 'Whose **word** is it?' },
  { text: 'Officials called it freedom of navigation 🚢, élan and all.', quote: 'freedom of navigation 🚢', note: '' },
];

/** Makes a library with an article for each sample, all its references whole, and closes it. */
export async function makeRealLibrary(folder: string, made: readonly Sample[] = samples): Promise<{ articles: readonly Article[]; tag: TagId }> {
  const { store, close } = await openForTest(folder);
  const now = new Date().toISOString();
  const tag = createTagId(Date.now(), machineChance.bytes(10));
  await store.updateCodebook((codebook) => succeed({ next: { ...codebook, tags: [createTag('alliance', codebook, { id: tag, now })] }, answer: null }));
  await store.updateSettings({ theme: 'sepia' });
  const articles: Article[] = [];
  for (const [index, { text, quote, note }] of made.entries()) {
    const content = await store.writeContent(createContent([{ kind: 'paragraph', leaf: { id: 'p1', text, marks: [] } }]));
    const original = await store.writeOriginal(new TextEncoder().encode(text), 'txt');
    if (!content.ok || !original.ok) throw new Error('The sample was not written');
    const start = text.indexOf(quote);
    const anchor = describeAnchor(text, { start, end: start + quote.length });
    const highlight = createHighlight({ anchor, colour: 'yellow', note, tags: [tag] }, { id: createHighlightId(Date.now(), machineChance.bytes(10)), now });
    const base = sampleArticle(`Article ${index + 1}`);
    const article: Article = { ...base, content: content.value, original: { ...base.original, sha256: original.value, extension: 'txt' }, highlights: [highlight] };
    await store.createArticle(article);
    articles.push(article);
  }
  await close(2_000);
  return { articles, tag };
}

/** The hash of every file under a folder by its path, with "/". */
export async function hashesIn(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await readdir(folder, { recursive: true })) {
    if ((await stat(join(folder, name))).isFile()) hashes.set(name.replaceAll('\\', '/'), sha256(await readFile(join(folder, name))));
  }
  return hashes;
}
