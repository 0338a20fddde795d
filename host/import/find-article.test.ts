import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Block, leavesOf } from '../../core/article/blocks.ts';
import { readHtml } from './read-html.ts';

const sentence = (word: string) => `The ${word} crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a ${word}, least of all its crew. `;
const read = (html: string) => {
  const answer = readHtml({ name: 'page.html', bytes: Buffer.from(html), origin: 'file', mediaType: 'text/html' }, html);
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value.blocks;
};
const textOf = (blocks: readonly Block[]) => blocks.filter((block) => block.kind !== 'aside').flatMap(leavesOf).map((leaf) => leaf.text).join('\n');

afterEach(() => vi.restoreAllMocks());

describe('an article on a page', () => {
  const conversation = `<html><head><title>Ask HN: Why?</title><link rel="canonical" href="https://news.ycombinator.com/item?id=1"></head><body><table class="fatitem"><tr class="athing" id="1"><td class="title"><span class="titleline"><a href="https://e.com/">Why?</a></span></td></tr></table>
    <table class="comment-tree">${['ferry', 'lorry', 'barge'].map((word, index) => `<tr class="athing comtr" id="${index + 2}"><td><table><tr><td class="ind" indent="0"></td><td class="default"><div><span class="comhead"><a class="hnuser">user${index}</a></span></div><div class="comment"><div class="commtext c00">${sentence(word).repeat(3)}</div></div></td></tr></table></td></tr>`).join('')}</table></body></html>`;

  it('is a conversation whole where the site is one of conversations', () => {
    const text = textOf(read(conversation));
    for (const word of ['ferry', 'lorry', 'barge']) expect(text).toContain(sentence(word).trim());
  });

  it('is read without the network, whatever the site', () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('The network was asked.'));
    read(conversation);
    for (const host of ['www.reddit.com/r/a/comments/1/b', 'x.com/a/status/1', 'github.com/a/b/issues/1', 'bsky.app/profile/a/post/1', 'chatgpt.com/share/1', 'www.threads.net/@a/post/1']) read(conversation.replace('news.ycombinator.com/item?id=1', host));
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says nothing on the console, however broken what the page says to machines', () => {
    const said = (['log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
    read(conversation.replace('</head>', '<script type="application/ld+json">{"@type": "Article",</script></head>'));
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });

  it('is found a second way where the first finds a piece of it', () => {
    // Formulas as some programs lay them out hide most of the text from the first way.
    const part = (word: string) => `<section><h2>On the ${word}</h2><div><div><p>${sentence(word).repeat(2)}</p></div></div></section>`;
    const text = textOf(read(`<html><head><title>Crossings</title></head><body><div id="a">${['ferry', 'lorry', 'barge', 'train'].map(part).join('')}</div></body></html>`));
    for (const word of ['ferry', 'lorry', 'barge', 'train']) expect(text).toContain(sentence(word).trim());
  });

  it('keeps what calls itself no part of it, set aside', () => {
    const blocks = read(`<html><head><title>Two towns</title></head><body><article><h1>Two towns</h1><p>${sentence('ferry').repeat(4)}</p><div class="richLink"><p>Read more of the harbour and what is left of it</p></div><p>${sentence('lorry').repeat(4)}</p></article></body></html>`);
    expect(blocks.map((block) => block.kind)).toEqual(['title', 'paragraph', 'aside', 'paragraph']);
    expect(textOf(blocks)).not.toContain('Read more of the harbour');
  });
});

describe('a page that SingleFile saved', () => {
  it('tells where and when it was saved', () => {
    const html = `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://e.com/towns?a=1 \n saved date: Wed Nov 24 2021 21:11:00 GMT+0200 (Eastern European Standard Time)\n--><head><title>Two towns</title></head><body><article><p>${sentence('ferry').repeat(5)}</p></article></body></html>`;
    const answer = readHtml({ name: 'page.html', bytes: Buffer.from(html), origin: 'file', mediaType: 'text/html' }, html);
    expect(answer).toMatchObject({ ok: true, value: { capture: { url: 'https://e.com/towns?a=1', capturedAt: '2021-11-24T19:11:00.000Z' }, found: { url: 'https://e.com/towns?a=1' } } });
  });

  it.each([['a date that is none', 'saved date: soon'], ['an address that is none', 'url: javascript:alert(1)\n saved date: soon']])('is not believed %s', (_, said) => {
    const html = `<html><!--\n Page saved with SingleFile \n ${said}\n--><body><p>${sentence('ferry')}</p></body></html>`;
    expect(readHtml({ name: 'page.html', bytes: Buffer.from(html), origin: 'file', mediaType: 'text/html' }, html)).toMatchObject({ ok: true, value: { capture: {} } });
  });
});
