import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../core/article/article.ts';
import { canonicalJson } from '../core/base/canonical-json.ts';
import type { Difference } from '../core/base/difference.ts';
import { fail, type Result, succeed } from '../core/base/result.ts';
import { normaliseLine } from '../core/base/text.ts';
import { containMarkdown } from '../core/export/contain-markdown.ts';
import { exportNotes } from '../core/library/export-notes.ts';
import { readEveryArticle } from '../core/library/read-articles.ts';
import type { LibraryStore } from '../core/library/ports.ts';
import { writeExport } from './export-folder.ts';
import { archiveLibrary } from './store/archive.ts';
import { sha256 } from './store/canonical-json.ts';
import type { Disk } from './store/durable-file.ts';
import { errorCode } from './store/file-system.ts';
import { libraryFiles } from './store/library-layout.ts';
import { openStore } from './store/open-store.ts';
import { restoreArchive } from './store/restore-archive.ts';

/** What was compared, and every difference. */
export type Verified = { readonly files: number; readonly articles: number; readonly quotes: number; readonly notes: number; readonly differences: readonly Difference[] };

type Compared = { readonly disk: Disk; readonly folder: string; readonly scratch: string };

async function readOrNull(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await disk.files.readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Every file of either library, by the hash of its bytes. */
async function compareFiles({ disk, folder, scratch }: Compared): Promise<{ files: number; differences: Difference[] }> {
  const names = new Set<string>();
  for (const root of [folder, scratch]) for await (const name of libraryFiles(disk.files, root)) names.add(name);
  const differences: Difference[] = [];
  for (const file of names) {
    const [before, after] = await Promise.all([readOrNull(disk, join(folder, file)), readOrNull(disk, join(scratch, file))]);
    if (!before || !after) differences.push({ kind: before ? 'file-lost' : 'file-added', file });
    else if (sha256(before) !== sha256(after)) differences.push({ kind: 'file-changed', file });
  }
  return { files: names.size, differences };
}

async function openToRead(disk: Disk, folder: string): Promise<Result<LibraryStore>> {
  const opened = await openStore({ folder, shownAs: folder, door: 'command', mode: 'read', clock: disk.clock, chance: disk.chance, files: disk.files, wait: disk.wait });
  return opened.ok ? succeed(opened.value.store) : opened;
}

const same = (a: unknown, b: unknown) => canonicalJson(JSON.parse(JSON.stringify(a))) === canonicalJson(JSON.parse(JSON.stringify(b)));

/** Every value as Lectern reads it: articles with their texts, tags, settings. */
async function compareValues(before: LibraryStore, after: LibraryStore): Promise<{ articles: readonly Article[]; differences: Difference[] }> {
  const [{ articles, damaged }, copies] = await Promise.all([readEveryArticle(before), readEveryArticle(after)]);
  const differences: Difference[] = damaged.map(({ file }) => ({ kind: 'unreadable', file }));
  const byId = new Map(copies.articles.map((article) => [article.id, article]));
  for (const article of articles) {
    const file = `articles/${article.id}.json`;
    if (!same(article, byId.get(article.id) ?? null)) differences.push({ kind: 'value-changed', file });
    if (!same(await before.readContent(article.content), await after.readContent(article.content))) differences.push({ kind: 'value-changed', file: `content/${article.content}.json` });
  }
  if (!same(await before.readCodebook(), await after.readCodebook())) differences.push({ kind: 'value-changed', file: 'codebook.json' });
  if (!same(await before.collections.read(), await after.collections.read())) differences.push({ kind: 'value-changed', file: 'collections.json' });
  if (!same(await before.searches.read(), await after.searches.read())) differences.push({ kind: 'value-changed', file: 'searches.json' });
  if (!same(await before.readSettings(), await after.readSettings())) differences.push({ kind: 'value-changed', file: 'settings.json' });
  return { articles, differences };
}

/** What of a text Markdown leaves as it is: letters and digits, and the marks that make them words. */
const bare = (text: string) => normaliseLine(text.normalize('NFC')).replace(/&[a-z0-9#]+;/gi, '').replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

/** Exports the notes as Markdown, through the disk, and looks for every quote and note in the files. */
async function compareMarkdown(store: LibraryStore, out: string, disk: Disk): Promise<Result<{ quotes: number; notes: number; differences: Difference[] }>> {
  const { articles } = await readEveryArticle(store);
  const written = await writeExport(out, (names) => exportNotes(store, { ids: articles.map(({ id }) => id), arrangement: 'in-order', names }));
  if (!written.ok) return written;
  const differences: Difference[] = [];
  let [quotes, notes] = [0, 0];
  const byId = new Map<string, Article>(articles.map((article) => [article.id, article]));
  for (const { id, file } of written.value) {
    const markdown = new TextDecoder().decode(await disk.files.readFile(file));
    const words = bare(markdown);
    for (const { id: highlightId, anchor, note } of byId.get(id)?.highlights ?? []) {
      quotes += 1;
      if (!words.includes(bare(anchor.exact))) differences.push({ kind: 'quote-lost', file: `articles/${id}.json`, highlightId });
      if (note.trim() === '') continue;
      notes += 1;
      if (!markdown.includes(containMarkdown(note))) differences.push({ kind: 'note-lost', file: `articles/${id}.json`, highlightId });
    }
  }
  return succeed({ quotes, notes, differences });
}

async function verifyIn(disk: Disk, folder: string, temporary: string): Promise<Result<Verified>> {
  const [archive, scratch] = [join(temporary, 'library.zip'), join(temporary, 'library')];
  const archived = await archiveLibrary(disk, folder, archive);
  if (!archived.ok) return archived;
  const restored = await restoreArchive(disk, archive, scratch);
  if (!restored.ok) return restored;
  const compared = await compareFiles({ disk, folder, scratch });
  const [before, after] = [await openToRead(disk, folder), await openToRead(disk, scratch)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const { articles, differences } = await compareValues(before.value, after.value);
  await mkdir(join(temporary, 'markdown'));
  const markdown = await compareMarkdown(after.value, join(temporary, 'markdown'), disk);
  if (!markdown.ok) return markdown;
  const { quotes, notes } = markdown.value;
  return succeed({ files: compared.files, articles: articles.length, quotes, notes, differences: [...compared.differences, ...differences, ...markdown.value.differences] });
}

/** Takes the whole library out, in full and as Markdown, makes a library of what came out, and compares the two. The library is only read. */
export async function verifyLibrary(disk: Disk, folder: string): Promise<Result<Verified>> {
  const temporary = await mkdtemp(join(tmpdir(), 'lectern-verify-'));
  try {
    return await verifyIn(disk, folder, temporary);
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return fail({ code: 'save-failed', what: 'comparison', reason: code });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
