import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { sha256 } from '../host/store/canonical-json.ts';
import { encodeDocument } from '../host/store/document-format.ts';
import { articleRef } from '../host/store/document-refs.ts';
import { generateArticle, generateContent, generateHighlights } from './generate-article.ts';
import type { PickWord } from './generate-text.ts';
import { makeRandom } from './random.ts';

const WORDS = 900;
const HIGHLIGHTS = 10;

/** The same library twice: as Lectern's folder, and as one JSON file for lowdb with the texts in it. */
export type GeneratedLibrary = { readonly count: number; readonly library: string; readonly oneFile: string };

/** Writes a library of so many articles, each of 900 words on average with ten highlights; of plain words, unless others are to be picked. */
export async function generateLibrary(folder: string, count: number, pick?: PickWord): Promise<GeneratedLibrary> {
  const random = makeRandom(count);
  const library = join(folder, `library-${count}`);
  const oneFile = join(folder, `library-${count}.json`);
  for (const name of ['articles', 'content', 'originals']) await mkdir(join(library, name), { recursive: true });
  const out = createWriteStream(oneFile);
  out.write('{"articles":[');
  for (let index = 0; index < count; index += 1) {
    const words = random.between(WORDS / 2, (WORDS * 3) / 2);
    const content = generateContent(random, words, pick);
    const text = `${JSON.stringify(content)}\n`;
    const bare = generateArticle(random, index, { content: sha256(text), wordCount: words });
    const article = { ...bare, highlights: generateHighlights(random, content, { count: HIGHLIGHTS, tags: [] }).toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
    await writeFile(join(library, 'content', `${article.content}.json`), text);
    await writeFile(join(library, 'articles', `${article.id}.json`), encodeDocument(articleRef(article.id), { rev: 1, value: article }));
    // In pieces, and no faster than the disk takes them.
    if (!out.write(`${index === 0 ? '' : ','}\n${JSON.stringify({ ...article, text: content })}`)) await once(out, 'drain');
  }
  out.end('\n]}\n');
  await finished(out);
  return { count, library, oneFile };
}
