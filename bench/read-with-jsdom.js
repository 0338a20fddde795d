import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { decodeText } from '../host/import/decode-text.ts';

/**
 * Reads a page as programs usually do: jsdom and Readability. Its answer is what Readability says.
 * @param {string} _name
 * @param {Uint8Array} bytes
 * @returns {unknown}
 */
export function readWithJsdom(_name, bytes) {
  // Left to itself, jsdom takes a file that declares no encoding for windows-1252. Without a console of its own, every broken style sheet is printed.
  const dom = new JSDOM(decodeText(bytes, null).text, { url: 'https://unknown.invalid/', virtualConsole: new VirtualConsole() });
  const article = new Readability(dom.window.document).parse();
  dom.window.close();
  return article && { content: article.content, title: article.title ?? null, byline: article.byline ?? null, published: article.publishedTime ?? null };
}
