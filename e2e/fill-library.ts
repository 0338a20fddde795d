import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const program = resolve(import.meta.dirname, '..', 'dist', 'node', 'lectern.js');

/** Puts an article of each title into a library, the first first, as the command line does. */
export async function fillLibrary(library: string, titles: readonly string[]): Promise<void> {
  const folder = join(library, '..', 'to import');
  await mkdir(folder, { recursive: true });
  const files = titles.map((title, index) => ({ file: join(folder, `${String(index).padStart(4, '0')}.md`), text: `# ${title}\n\nThe text of article ${index + 1}, which says little.\n` }));
  for (const { file, text } of files) await writeFile(file, text);
  await promisify(execFile)(process.execPath, [program, 'import', ...files.map(({ file }) => file), '--library', library], { env: { ...process.env, LECTERN_CACHE: join(library, '..', 'cache') } });
}
