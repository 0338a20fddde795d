import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

/**
 * Reads a page as programs usually do: jsdom and Readability. Its answer is what Readability says.
 * @param {string} _name
 * @param {Uint8Array} bytes
 * @returns {unknown}
 */
export function readWithJsdom(_name, bytes) {
  // Without a console of its own, every broken style sheet is printed.
  const dom = new JSDOM(bytes, { url: 'https://unknown.invalid/', virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  return article && { content: article.content, title: article.title ?? null, byline: article.byline ?? null, published: article.publishedTime ?? null };
}
