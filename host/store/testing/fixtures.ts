import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, createArticle } from '../../../core/article/article.ts';
import { createArticleId, createHighlightId } from '../../../core/base/ids.ts';
import { createHighlight, type Highlight } from '../../../core/highlight/highlight.ts';
import { readEveryArticle } from '../../../core/library/read-articles.ts';
import { machineChance, machineClock } from '../../machine.ts';
import { type FileSystem, machineFileSystem } from '../file-system.ts';
import { openStore, type OpenStore, type StoreOptions } from '../open-store.ts';

const hash = 'a'.repeat(64);

/** An article document as an import makes it. */
export function sampleArticle(title = 'Élan and “freedom of navigation” 🚢'): Article {
  const nowMs = Date.now();
  return createArticle(
    {
      title, label: null, dek: 'A dek', byline: null, source: 'The Strait', url: 'https://example.org/a', published: '2024-05-01', language: 'en', direction: 'ltr', wordCount: 812,
      content: hash, original: { sha256: hash, extension: 'txt', bytes: 4_812, name: 'article.txt', mediaType: 'text/plain', encoding: 'utf-8' },
    },
    { id: createArticleId(nowMs, machineChance.bytes(10)), now: new Date(nowMs).toISOString() },
  );
}

export function sampleHighlight(note: string): Highlight {
  const nowMs = Date.now();
  const anchor = { start: 4, end: 12, exact: 'alliance', prefix: 'the ', suffix: ' of the two' };
  return createHighlight({ anchor, colour: 'yellow', note }, { id: createHighlightId(nowMs, machineChance.bytes(10)), now: new Date(nowMs).toISOString() });
}

/** A folder of its own for a test, and the function that removes it. */
export async function makeScratchFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-store-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes a file that nobody has in hands any more: one that was changed seconds ago may still be on its way. */
export async function leaveFile(path: string, bytes: string | Uint8Array): Promise<void> {
  await writeFile(path, bytes);
  const then = new Date(Date.now() - 60_000);
  await utimes(path, then, then);
}

export const listArticles = readEveryArticle;

/** Opens a library for a test; a fault fails it. */
export async function openForTest(folder: string, options: Partial<StoreOptions> & { files?: FileSystem } = {}): Promise<OpenStore> {
  const opened = await openStore({ folder, shownAs: folder, door: 'command', mode: 'write', clock: machineClock, chance: machineChance, files: machineFileSystem, ...options });
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault));
  return opened.value;
}
