import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/article/blocks.ts';
import { readSource } from './read-source.ts';

const folder = process.env['LECTERN_PAGES'] ?? fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const corpus = pathToFileURL(`${folder}/news-pages/`);
const hasCorpus = existsSync(corpus);
const PAGES = 12;

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of the true text's words that were found. */
function recallOf(text: string, truth: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const found = wordsOf(truth).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return found.length / Math.max(1, wordsOf(truth).length);
}

describe.skipIf(!hasCorpus)('real news pages (skipped when the corpus does not lie beside the project)', () => {
  const truths = hasCorpus ? (JSON.parse(readFileSync(new URL('ground-truth.json', corpus), 'utf8')) as Record<string, { articleBody: string }>) : {};
  const files = hasCorpus ? readdirSync(new URL('html/', corpus)).sort() : [];
  const chosen = files.filter((_, index) => index % Math.ceil(files.length / PAGES) === 0);

  it.each(chosen)('%s gives its text', async (name) => {
    const answer = await readSource({ name: 'page.html', bytes: gunzipSync(readFileSync(new URL(`html/${name}`, corpus))), origin: 'file', mediaType: null });
    const text = answer.ok ? answer.value.blocks.flatMap(leavesOf).map((leaf) => leaf.text).join('\n') : '';
    expect(recallOf(text, truths[name.replace('.html.gz', '')]?.articleBody ?? '')).toBeGreaterThan(0.9);
  });
});
