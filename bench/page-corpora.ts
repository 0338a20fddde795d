import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';

/** Real pages with what a person says is their text. They are not ours to pass on: they lie beside the project, or where LECTERN_PAGES says. */
export const pagesFolder = (): string => process.env['LECTERN_PAGES'] ?? join(import.meta.dirname, '../../shared/corpora');

export type Declared = { readonly title: string | null; readonly byline: string | null; readonly published: string | null };
export type CorpusPage = {
  readonly corpus: 'news' | 'web';
  readonly name: string;
  /** Where the page lies, gzipped where it ends in .gz: they are too many to hold at once. */
  readonly file: string;
  /** The half of the news pages that was not looked at while rules were made. */
  readonly isHeldOut: boolean;
  /** News: the text. Web: a page with the article alone. */
  readonly truth: string;
  /** What the corpus says of the page; null where it says nothing. */
  readonly declared: Declared | null;
};

const unzip = promisify(gunzip);
const newsSchema = z.record(z.string(), z.object({ articleBody: z.string() }));
const metadataSchema = z.object({ title: z.string().nullish(), byline: z.string().nullish(), publishedTime: z.string().nullish() });

async function readNewsPages(folder: string): Promise<readonly CorpusPage[]> {
  const truths = Object.entries(newsSchema.parse(JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')))).sort(([a], [b]) => (a < b ? -1 : 1));
  return truths.map(([name, { articleBody }], index) => ({ corpus: 'news', name, truth: articleBody, declared: null, isHeldOut: index % 2 === 1, file: join(folder, 'html', `${name}.html.gz`) }));
}

async function readWebPages(folder: string): Promise<readonly CorpusPage[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name): Promise<CorpusPage> => {
    const read = (file: string) => readFile(join(folder, name, file), 'utf8');
    const { title, byline, publishedTime } = metadataSchema.parse(JSON.parse(await read('expected-metadata.json')));
    return { corpus: 'web', name, file: join(folder, name, 'source.html'), isHeldOut: false, truth: await read('expected.html'), declared: { title: title ?? null, byline: byline ?? null, published: publishedTime ?? null } };
  }));
}

/** The bytes of a page. */
export async function readPage({ file }: CorpusPage): Promise<Uint8Array> {
  const bytes = await readFile(file);
  return file.endsWith('.gz') ? unzip(bytes) : bytes;
}

/** The pages of the corpora; null when there are none. `step` takes every so manieth alone. */
export async function readCorpora(step: number): Promise<readonly CorpusPage[] | null> {
  const [news, web] = [join(pagesFolder(), 'news-pages'), join(pagesFolder(), 'web-pages', 'pages')];
  if (!existsSync(news) || !existsSync(web)) return null;
  const pages = [...(await readNewsPages(news)), ...(await readWebPages(web))];
  return pages.filter((_, index) => index % step === 0);
}
