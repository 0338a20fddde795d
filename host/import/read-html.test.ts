import { describe, expect, it } from 'vitest';
import { type Block, contentSchema, createContent, leavesOf } from '../../core/article/blocks.ts';
import { readHtml } from './read-html.ts';

const sentence = 'The ferry crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a street. ';
const paragraphs = Array.from({ length: 6 }, (_, index) => `<p>Part ${index + 1}. ${sentence.repeat(3)}</p>`).join('\n');
const menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>';
const footer = '<footer><ul><li><a href="/about">About us</a></li><li><a href="/jobs">Jobs</a></li></ul></footer>';
const page = (head: string, article: string) => `<!doctype html><html lang="en-GB"><head>${head}</head><body>${menu}<main><article>${article}</article></main>${footer}</body></html>`;

const read = (html: string, origin: 'file' | 'paste' = 'file') => readHtml({ name: 'page.html', bytes: Buffer.from(html), origin, mediaType: 'text/html' }, html);
const found = (html: string, origin: 'file' | 'paste' = 'file') => {
  const answer = read(html, origin);
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};
const textOf = (blocks: readonly Block[]) => blocks.flatMap(leavesOf).map((leaf) => leaf.text).join('\n');

describe('readHtml on a saved page', () => {
  it('gives the article without its menus', () => {
    const text = textOf(found(page('<title>Two towns | The Post</title>', `<h1>Two towns</h1>${paragraphs}`)).blocks);
    expect(text.startsWith('Two towns\nPart 1.')).toBe(true);
    expect(text).toContain('Part 6.');
    expect(text).not.toMatch(/Home|Sport|About us/);
  });

  it('reads the details that the page gives to machines', () => {
    const graph = { '@context': 'https://schema.org', '@graph': [{ '@type': 'Organization', name: 'Nobody' }, { '@type': ['NewsArticle'], headline: 'Two towns', author: [{ name: 'Ann Example' }, { name: 'Bob Test' }], datePublished: '2021-11-24T19:11:00+02:00', publisher: { name: 'The Post' } }] };
    const head = `<title>Two towns - The Post</title><link rel="canonical" href="https://post.example/2021/11/24/towns"><script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    expect(found(page(head, `<h1>Two towns</h1>${paragraphs}`)).found).toEqual({
      title: 'Two towns', label: null, dek: null, byline: 'Ann Example, Bob Test', source: 'The Post', url: 'https://post.example/2021/11/24/towns', published: '2021-11-24T19:11:00+02:00', language: 'en-GB',
    });
  });

  it('reads them from meta elements, or from the page itself', () => {
    const head = '<title>The Post</title><meta property="og:title" content="Two towns | The Post"><meta property="og:site_name" content="The Post"><meta name="author" content="By Ann Example"><meta property="og:url" content="https://post.example/2021/11/24/towns">';
    expect(found(page(head, paragraphs)).found).toMatchObject({ title: 'Two towns', byline: 'Ann Example', source: 'The Post', published: '2021-11-24' });
    const shown = '<h1>Two towns</h1><p class="byline">By Ann Example</p><time datetime="2021-11-24">yesterday</time>';
    expect(found(page('<title>Two towns | The Post</title>', shown + paragraphs)).found).toMatchObject({ title: 'Two towns', byline: 'Ann Example', published: '2021-11-24', source: null, url: null });
  });

  it('takes the description for the dek where the page shows it', () => {
    const dek = 'Two harbours that lived from one crossing are learning to do without it.';
    const head = `<title>Two towns</title><meta name="description" content="${dek}">`;
    const shown = found(page(head, `<h1>Two towns</h1><p class="standfirst">${dek}</p>${paragraphs}`));
    expect(shown.found.dek).toBe(dek);
    expect(shown.blocks.slice(0, 3)).toMatchObject([{ kind: 'title' }, { kind: 'dek', leaf: { text: dek } }, { kind: 'paragraph' }]);
    expect(textOf(shown.blocks).split(dek).length).toBe(2);
    expect(found(page(head, `<h1>Two towns</h1>${paragraphs}`)).found.dek).toBeNull();
    // A description that is the first paragraph says the text's beginning again.
    expect(found(page(head, `<h1>Two towns</h1><p>${dek}</p>${paragraphs}`)).found.dek).toBeNull();
  });

  it('resolves addresses against the page’s own, and drops them where it is not known', () => {
    const article = `${paragraphs}<p>${sentence}<a href="../next">next</a></p><figure><img data-src="/ship.jpg" src="data:image/gif;base64,R0" alt="A ship"><figcaption>A ship at anchor.</figcaption></figure>${paragraphs}`;
    const hrefs = (blocks: readonly Block[]) => blocks.flatMap(leavesOf).flatMap((leaf) => leaf.marks).map((mark) => (mark.kind === 'link' ? mark.href : mark.kind));
    const saved = found(`<!-- saved from url=(0030)https://post.example/a/b/towns -->${page('<title>T</title>', article)}`);
    expect(saved.found.url).toBe('https://post.example/a/b/towns');
    expect(hrefs(saved.blocks)).toEqual(['https://post.example/a/next']);
    expect(saved.blocks.find((block) => block.kind === 'figure')).toMatchObject({ images: [{ address: 'https://post.example/ship.jpg', alt: 'A ship' }], caption: { text: 'A ship at anchor.' } });
    expect(hrefs(found(page('<title>T</title>', article)).blocks)).toEqual([]);
  });

  it('sets newsletter lines inside the article aside', () => {
    const asides = found(page('<title>T</title>', `${paragraphs}<p><strong>Sign up for our daily newsletter</strong></p>${paragraphs}`)).blocks.filter((block) => block.kind === 'aside');
    expect(asides).toMatchObject([{ id: 'a1', reason: 'newsletter', blocks: [{ kind: 'paragraph', leaf: { text: 'Sign up for our daily newsletter' } }] }]);
  });

  it('reads equal bytes into equal blocks', () => {
    const html = page('<title>T</title>', `<h1>Two towns</h1>${paragraphs}<ul><li>a</li><li>b</li></ul>`);
    expect(found(html)).toEqual(found(html));
  });

  it.each(['<html><body></body></html>', page('<title>Only a title</title>', ''), '<!doctype html><frameset><frame src="x"></frameset>', '<html><body><img src="https://e.com/x.png"><script>document.write("text")</script></body></html>'])(
    'says that a page has no text: %s', (html) => expect(read(html)).toEqual({ ok: false, fault: { code: 'article-without-text', name: 'page.html' } }),
  );

  it('refuses a page that nests without end', () => expect(read('<div>'.repeat(200_000))).toEqual({ ok: false, fault: { code: 'html-too-deep', name: 'page.html', limit: 512 } }));

  it('refuses a page that is too large, with its size', () => {
    const html = 'x'.repeat(20 * 1024 * 1024 + 1);
    expect(read(html)).toEqual({ ok: false, fault: { code: 'file-too-large', name: 'page.html', bytes: html.length, limitBytes: 20 * 1024 * 1024 } });
  });
});

describe('readHtml on a pasted piece', () => {
  it('keeps all that was selected', () => {
    const { blocks, found: details } = found(`<html><body><!--StartFragment--><h2>Two towns</h2>${menu}<p>Short.</p><!--EndFragment--></body></html>`, 'paste');
    expect(details.title).toBe('Two towns');
    expect(textOf(blocks)).toBe('Two towns\nHome\nWorld\nSport\nShort.');
  });

  it('reads one sentence as one paragraph', () => expect(found('<meta charset="utf-8"><span>Just <b>this</b>.</span>', 'paste').blocks).toEqual([{ kind: 'paragraph', leaf: { id: 'l1', text: 'Just this.', marks: [{ kind: 'strong', start: 5, end: 9 }] } }]));
});

describe('readHtml on hostile markup', () => {
  const payloads = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">link</a>', '<a href="&#106;ava&#x0A;script:alert(1)">link</a>', '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>t</text></a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>', '<svg><foreignObject><p onclick=alert(1)>t</p></foreignObject></svg>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">b</button></form>', '<base href="javascript:/a/-alert(1)///"><a href="/b">t</a>', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">', '<object data="javascript:alert(1)">t</object>',
    '<details open ontoggle=alert(1)>t</details>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', '<template><script>alert(1)</script></template>', '<!--><img src=x onerror=alert(1)>-->', '<p style="background:url(javascript:alert(1))">t</p>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="t">', '<a href="data:text/html,<script>alert(1)</script>">t</a>', '<input onfocus=alert(1) autofocus>', '<b id="querySelector" name="body">t</b><form name="createElement"></form>', '<p a"onclick=alert(1) <b>t', '<![CDATA[<script>alert(1)</script>]]>',
    '<__proto__ onclick=alert(1)>t</__proto__>', '<x-constructor is="script">t</x-constructor>',
  ];

  it.each(payloads)('keeps only text and safe addresses of %s', (payload) => {
    for (const origin of ['file', 'paste'] as const) {
      const { blocks } = found(page('<title>T</title>', `${paragraphs}<div>${payload}</div>${paragraphs}`), origin);
      expect(contentSchema.parse(createContent(blocks)).blocks).toEqual(blocks);
      const addresses = JSON.stringify(blocks).match(/"(?:href|address)":"[^"]*"/g) ?? [];
      expect(addresses.filter((address) => !/":"(?:https?|mailto):/.test(address))).toEqual([]);
      expect(textOf(blocks)).toContain('Part 6.');
    }
  });

  it('runs no script of a page', () => {
    const name = 'lecternScriptRan';
    found(page('<title>T</title>', `${paragraphs}<script>globalThis.${name} = true</script><img src=x onerror="globalThis.${name} = true">`));
    expect(Object.hasOwn(globalThis, name)).toBe(false);
  });
});
