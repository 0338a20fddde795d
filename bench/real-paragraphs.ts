import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeParagraphs } from './generate-text.ts';
import { makeRandom } from './random.ts';

/** Beside the project, where there is one: the texts of real news pages, which are not ours to pass on. */
const newsFile = join(import.meta.dirname, '../../shared/corpora/news-pages/ground-truth.json');
const newsSchema = z.record(z.string(), z.object({ articleBody: z.string() }));

const countWords = (text: string) => text.split(/\s+/).length;

async function readNews(): Promise<readonly string[] | null> {
  const file = process.env['LECTERN_NEWS'] ?? newsFile;
  if (!existsSync(file)) return null;
  const pages = newsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.values(pages).flatMap(({ articleBody }) => articleBody.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
}

/** Paragraphs of about so many words in all: of real news where the pages are beside the project, else generated; it says which. */
export async function readParagraphs(words: number, tell: (line: string) => void): Promise<readonly string[]> {
  const news = await readNews();
  tell(news ? 'The text is of real news pages.' : 'The text is generated, since no real pages are beside the project; set LECTERN_NEWS to their ground-truth.json.');
  if (!news) return makeParagraphs(makeRandom(11), words);
  let count = 0;
  return news.filter((paragraph) => {
    if (count >= words) return false;
    count += countWords(paragraph);
    return true;
  });
}
