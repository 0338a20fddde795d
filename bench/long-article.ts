import { createServer } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../core/article/article.ts';
import type { Content } from '../core/article/blocks.ts';
import { projectContent } from '../core/article/projection.ts';
import { sha256 } from '../host/store/canonical-json.ts';
import { encodeDocument } from '../host/store/document-format.ts';
import { articleRef } from '../host/store/document-refs.ts';
import { generateArticle, generateContent, generateHighlights } from './generate-article.ts';
import { makeRandom } from './random.ts';

const COLOURS = ['yellow', 'red', 'green', 'blue', 'purple'] as const;

export type LongArticle = { readonly article: Article; readonly content: Content };

/** An article of so many words, with highlights of five colours all over it. */
export function generateLongArticle(index: number, { words, highlights: count }: { words: number; highlights: number }): LongArticle {
  const random = makeRandom(words + count);
  const content = generateContent(random, words);
  const bare = generateArticle(random, index, { content: sha256(`${JSON.stringify(content)}\n`), wordCount: words });
  const highlights = generateHighlights(random, content, { count, tags: [] })
    .map((highlight, place) => ({ ...highlight, colour: COLOURS[place % COLOURS.length] ?? 'yellow' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { content, article: { ...bare, title: `${words} words`, highlights } };
}

/** A library of those articles. */
export async function writeLibrary(library: string, articles: readonly LongArticle[]): Promise<void> {
  for (const name of ['articles', 'content', 'originals']) await mkdir(join(library, name), { recursive: true });
  for (const { article, content } of articles) {
    await writeFile(join(library, 'content', `${article.content}.json`), `${JSON.stringify(content)}\n`);
    await writeFile(join(library, 'articles', `${article.id}.json`), encodeDocument(articleRef(article.id), { rev: 1, value: article }));
  }
}

/** The same articles as a page that draws all of the text and then wraps the highlights in it, as tools do that live in foreign pages. */
export async function serveWrapped(articles: readonly LongArticle[]): Promise<{ address: string; stop: () => void }> {
  const data = new Map(articles.map(({ article, content }) => [`/${article.wordCount}.json`, JSON.stringify({ blocks: content.blocks, leaves: projectContent(content).leaves.map(({ leaf, start }) => ({ id: leaf.id, start, end: start + leaf.text.length })), ranges: article.highlights.map(({ anchor, colour }) => ({ start: anchor.start, end: anchor.end, colour })) })]));
  const server = createServer((request, response) => {
    const json = data.get(request.url ?? '');
    response.writeHead(200, { 'content-type': json ? 'application/json' : 'text/html; charset=utf-8' }).end(json ?? PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port.');
  return {
    address: `http://127.0.0.1:${address.port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Wrapped</title>
<style>body{margin:0;overflow:hidden;height:100vh}main{height:100vh;overflow-y:auto}article{max-width:660px;margin:44px auto;font:19px/1.62 Georgia,serif}p{margin:0 0 1.05em}mark{color:inherit}</style>
<main><article></article></main><script>
async function open(words) {
  const { blocks, leaves, ranges } = await (await fetch('/' + words + '.json')).json();
  const article = document.querySelector('article');
  article.replaceChildren();
  const texts = new Map();
  for (const block of blocks) {
    const element = document.createElement(block.kind === 'heading' ? 'h2' : block.kind === 'title' ? 'h1' : 'p');
    element.append(block.leaf.text);
    article.append(element);
    texts.set(block.leaf.id, element);
  }
  // The text is drawn first, as a page is before an annotation tool comes to it.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  for (const { start, end, colour } of ranges) {
    let low = 0;
    for (let high = leaves.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (leaves[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < leaves.length && leaves[index].start < end; index += 1) {
      const leaf = leaves[index];
      let from = Math.max(0, start - leaf.start), to = Math.min(leaf.end, end) - leaf.start, at = 0;
      const walker = document.createTreeWalker(texts.get(leaf.id), NodeFilter.SHOW_TEXT);
      const nodes = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.data.length;
        if (at < to && at + length > from) nodes.push([node, Math.max(0, from - at), Math.min(length, to - at)]);
        at += length;
      }
      for (const [node, first, last] of nodes) {
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last);
        const mark = document.createElement('mark');
        mark.style.background = colour;
        range.surroundContents(mark);
      }
    }
  }
}
</script>`;
