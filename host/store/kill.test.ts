import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { articleIdSchema } from '../../core/base/ids.ts';
import type { LibraryStore } from '../../core/library/ports.ts';
import { makeLimit } from './limit.ts';
import { bundleProgram } from './testing/bundle-program.ts';
import { listArticles, makeScratchFolder, openForTest } from './testing/fixtures.ts';

const saver = new URL('testing/save-forever.ts', import.meta.url);
/** So many in every run; `npm run soak` asks for more. */
const KILLS = Number(process.env['LECTERN_KILLS'] ?? 300);
/** Processes that live at once, each with a library of its own: most of a short life is the start of a process. */
const LANES = 4;
/** After so many kills a lane goes on with a new library, since every kill leaves an article to look at. */
const KILLS_PER_LIBRARY = 40;
const LONGEST_LIFE_MS = 60;
const LIMIT_MS = 600_000 + KILLS * 2_000;
/** Lets a process save, kills it at a moment that nobody chose, and answers what it had said was saved. */
async function saveAndKill(program: string, folder: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  await wait(Math.random() * LONGEST_LIFE_MS);
  child.kill('SIGKILL');
  await exited;
  // The last line may have been cut short.
  return said.split('\n').slice(0, -1);
}

async function missingFrom(store: LibraryStore, said: readonly string[]): Promise<readonly string[]> {
  const { articles } = await listArticles(store);
  const notes = new Set(articles.flatMap((article) => article.highlights.map((highlight) => `note ${highlight.note}`)));
  const ids = new Set<string>(articles.map((article) => `article ${article.id}`));
  const missing: string[] = [];
  for (const line of said) {
    if (line.startsWith('content ') && (await store.readContent(line.slice('content '.length))).ok) continue;
    if (!line.startsWith('measure ') && !notes.has(line) && !ids.has(line)) missing.push(line);
  }
  return missing;
}

/** Kills so many savers in one library, looks at it after each, and answers how many saves were acknowledged. */
async function killInLibrary(program: string, kills: number): Promise<number> {
  const { folder, remove } = await makeScratchFolder();
  let count = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const said = await saveAndKill(program, folder);
    expect(articleIdSchema.safeParse(said[0]?.slice('article '.length)).success).toBe(true);
    const { store, close } = await openForTest(folder, { mode: 'read' });
    expect(await missingFrom(store, said)).toEqual([]);
    expect((await listArticles(store)).damaged).toEqual([]);
    const measures = said.filter((line) => line.startsWith('measure ')).map((line) => Number(line.split(' ')[1]));
    const settings = await store.readSettings();
    if (settings.ok && measures.length > 0) expect([measures.at(-1), (measures.at(-1) ?? 0) + 1]).toContain(settings.value.measure);
    await close(2_000);
    count += said.length;
  }
  await (await openForTest(folder)).close(2_000);
  const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp') || name.includes('lectern.lock') || name.includes('damaged'));
  expect(left).toEqual([]);
  await remove();
  return count;
}

describe('a process killed while it saves', () => {
  it(`has lost nothing that it said was saved, ${KILLS} times over`, { timeout: LIMIT_MS }, async () => {
    const libraries = Array.from({ length: Math.ceil(KILLS / KILLS_PER_LIBRARY) }, (_, index) => Math.min(KILLS_PER_LIBRARY, KILLS - index * KILLS_PER_LIBRARY));
    const built = await makeScratchFolder();
    const program = await bundleProgram(saver, built.folder);
    const limit = makeLimit(LANES);
    const counts = await Promise.all(libraries.map((kills) => limit(() => killInLibrary(program, kills))));
    await built.remove();
    const acknowledged = counts.reduce((sum, count) => sum + count, 0);
    if (process.env['LECTERN_KILLS']) process.stdout.write(`${KILLS} kills, ${acknowledged} acknowledged saves, 0 lost\n`);
    expect(acknowledged).toBeGreaterThan(KILLS * 2);
  });
});
