import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Library } from '../core/library/library.ts';
import { colourSchema } from '../core/highlight/colour.ts';
import { errorCode } from './store/file-system.ts';

const notesSchema = z.object({
  tags: z.array(z.string()),
  summary: z.string(),
  highlights: z.array(z.object({ quote: z.string(), tags: z.array(z.string()), note: z.string(), colour: colourSchema })),
});

async function readResource(root: URL, name: string): Promise<Buffer | null> {
  try {
    return await readFile(new URL(`resources/${name}`, root));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Puts the first article, with its notes, into a library; false when there is none to put. Throws when the article that we ship is wrong. */
export async function seedLibrary(library: Library, root: URL): Promise<boolean> {
  const [bytes, notesBytes] = await Promise.all([readResource(root, 'first-article.md'), readResource(root, 'first-notes.json')]);
  if (!bytes || !notesBytes) return false;
  const notes = notesSchema.parse(JSON.parse(notesBytes.toString('utf8')));
  const imported = await library.importSource({ name: 'first-article.md', bytes: new Uint8Array(bytes), origin: 'file', mediaType: 'text/markdown' });
  if (!imported.ok) throw new Error(`The first article was not imported: ${imported.fault.code}`);
  if (imported.value.kind !== 'article') throw new Error('The first article is no article.');
  const articleId = imported.value.article.id;
  for (const highlight of notes.highlights) {
    const made = await library.highlightQuote({ articleId, ...highlight, occurrence: 1 });
    if (!made.ok) throw new Error(`The first article does not say "${highlight.quote}": ${made.fault.code}`);
  }
  await library.edit([{ kind: 'summarise-article', articleId, summary: notes.summary }]);
  return true;
}
