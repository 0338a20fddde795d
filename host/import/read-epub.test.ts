import { describe, expect, it } from 'vitest';
import { contentSchema, createContent, leavesOf } from '../../core/article/blocks.ts';
import { findFootnotes } from '../../core/article/footnotes.ts';
import { outlineOf } from '../../core/article/outline.ts';
import { projectContent } from '../../core/article/projection.ts';
import { readSource } from './read-source.ts';
import { type EpubParts, makeEpub } from './testing/make-epub.ts';
import { pngOf } from './testing/png-of.ts';

const readBytes = (bytes: Uint8Array) => readSource({ name: 'navies.epub', bytes, origin: 'file', mediaType: null });

async function read(parts: EpubParts) {
  const answer = await readBytes(makeEpub(parts));
  if (!answer.ok) throw new Error(answer.fault.code);
  const content = createContent(answer.value.blocks, answer.value.pages);
  expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  return { ...answer.value, content, text: projectContent(content).text };
}

const chapter = (name: string, body: string) => ({ name, body });
const nav = (list: string, more = '') => ({
  items: '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
  files: { 'OEBPS/nav.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>${list}</ol></nav>${more}</body></html>` },
});
const ncx = (points: string) => ({
  items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
  files: { 'OEBPS/toc.ncx': `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points}</navMap></ncx>` },
});

describe('readEpub', () => {
  it('reads the chapters in the order of the spine into one article with an outline', async () => {
    const { content, text, extension, mediaType } = await read({ chapters: [chapter('b', '<h1>The Strait</h1><p>First.</p><h2>At noon</h2><p>Then.</p>'), chapter('a', '<h1>The Harbour</h1><p>Last.</p>')] });
    expect(text).toBe('Two Navies\nThe Strait\nFirst.\nAt noon\nThen.\nThe Harbour\nLast.');
    expect(outlineOf(content, projectContent(content), []).map(({ text: heading, depth }) => [heading, depth])).toEqual([['The Strait', 0], ['At noon', 1], ['The Harbour', 0]]);
    expect([extension, mediaType]).toEqual(['epub', 'application/epub+zip']);
  });

  it('reads title, authors, publisher, date, language and address', async () => {
    const metadata = '<dc:title> Two\n Navies</dc:title><dc:creator opf:role="aut">Ann Example</dc:creator><dc:creator>Bob Test</dc:creator><dc:creator opf:role="ill">C. Drawer</dc:creator><dc:publisher>The Press</dc:publisher><dc:date>2021-11-24T00:00:00Z</dc:date><dc:language>en-GB</dc:language><dc:identifier>urn:isbn:1</dc:identifier><dc:source>https://press.example/navies</dc:source>';
    const { details } = await read({ metadata, chapters: [chapter('a', '<p>Text.</p>')] });
    expect(details).toMatchObject({ title: 'Two Navies', byline: 'Ann Example, Bob Test', source: 'The Press', published: '2021-11-24T00:00:00Z', language: 'en-GB', url: 'https://press.example/navies' });
  });

  it.each([
    ['3', nav('<li><a href="a.xhtml">Part one</a><ol><li><a href="b.xhtml">The Strait</a></li></ol></li>')],
    ['2', { ...ncx('<navPoint><navLabel><text>Part one</text></navLabel><content src="a.xhtml"/><navPoint><navLabel><text>The Strait</text></navLabel><content src="b.xhtml#start"/></navPoint></navPoint>'), version: '2.0' as const }],
  ])('gives a chapter without a heading the one of the contents, EPUB %s', async (_, contents) => {
    const { blocks } = await read({ ...contents, chapters: [chapter('a', '<p>A motto.</p>'), chapter('b', '<p>Text.</p>')] });
    expect(blocks.filter((block) => block.kind === 'heading').map(({ level, leaf }) => [level, leaf.text])).toEqual([[1, 'Part one'], [2, 'The Strait']]);
  });

  it('leaves out the page of contents and what does not belong to the text', async () => {
    const { text } = await read({ chapters: [chapter('a', '<p>Text.</p>'), { name: 'ad', body: '<p>Buy more.</p>', linear: 'no' }] });
    expect(text).toBe('Two Navies\nText.');
  });

  it('keeps images, and the cover, by their hash', async () => {
    const items = '<item id="c" href="img/cover.png" media-type="image/png" properties="cover-image"/>';
    const { blocks, assets = [] } = await read({ items, files: { 'OEBPS/img/cover.png': pngOf(600, 800), 'OEBPS/img/map 1.png': pngOf(640, 480) }, chapters: [chapter('a', '<p>Text.</p><figure><img src="img/map%201.png" alt="A map"/><figcaption>The strait</figcaption></figure><img src="../../etc/passwd.png" alt="no"/>')] });
    expect(blocks.filter((block) => block.kind === 'figure').map(({ images: [image], caption }) => [image?.asset !== null, image?.alt, image?.address, caption?.text])).toEqual([[true, 'Two Navies', null, undefined], [true, 'A map', null, 'The strait'], [false, 'no', null, undefined]]);
    expect(assets.map(({ bytes }) => bytes.length)).toEqual([40, 40]);
  });

  it('ties each label of a footnote to its own note, though every chapter counts from 1', async () => {
    const body = (name: string) => `<h1>${name}</h1><p>Said<a epub:type="noteref" id="r1" href="#n1"><sup>1</sup></a> and <a href="#n1">more there</a>.</p><aside epub:type="footnote" id="n1"><p><a href="#r1">1</a> Note of ${name}.</p></aside>`;
    const { content, text } = await read({ chapters: [chapter('a', body('One')), chapter('b', body('Two'))] });
    const { references, notes } = findFootnotes(content);
    const said = [...references.values()].flat().map(({ target }) => notes.get(target)?.blocks.flatMap(leavesOf).map((leaf) => leaf.text));
    expect(said).toEqual([['1 Note of One.'], ['1 Note of Two.']]);
    expect(text).toBe('Two Navies\nOne\nSaid1 and more there.\n1 Note of One.\nTwo\nSaid1 and more there.\n1 Note of Two.');
  });

  it('finds a footnote in another document, at a place that has no text of its own', async () => {
    const { content } = await read({ chapters: [chapter('a', '<p>Said <a href="notes.xhtml#n1">[1]</a>.</p>'), chapter('notes', '<h2>Notes</h2><p><a id="n1"></a>A source.</p><ol><li id="n2">Never meant.</li></ol>')] });
    const { references, notes } = findFootnotes(content);
    expect([...references.values()].flat().map(({ target }) => notes.get(target)?.blocks.flatMap(leavesOf)[0]?.text)).toEqual(['A source.']);
  });

  it('knows the pages of the printed book', async () => {
    const pageList = '<nav epub:type="page-list"><ol><li><a href="a.xhtml#p7">7</a></li><li><a href="a.xhtml#p8">8</a></li></ol></nav>';
    const { pages = [], text } = await read({ ...nav('', pageList), chapters: [chapter('a', '<p><span id="p7"/>The fleet left.</p><p>The strait <span epub:type="pagebreak" id="p8" title="8"></span>was empty.</p>')] });
    expect(pages.map(({ label, start }) => [label, text.slice(start, start + 9)])).toEqual([['7', 'The fleet'], ['8', 'was empty']]);
  });

  it.each([
    ['a locked book', 'file-encrypted', makeEpub({ chapters: [chapter('a', '<p>x</p>')], files: { 'META-INF/encryption.xml': '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>' } })],
    ['a book whose contents can’t be found', 'file-damaged', makeEpub({ chapters: [], files: { 'META-INF/container.xml': '<container/>' } })],
    ['entities that breed', 'file-damaged', makeEpub({ chapters: [chapter('a', '<p>x</p>')], files: { 'META-INF/container.xml': '<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><container><rootfiles><rootfile full-path="&b;"/></rootfiles></container>' } })],
    ['a text that is named as a book', 'file-damaged', Buffer.from('Not a book.')],
    ['a chapter that nests without end', 'import-failed', makeEpub({ chapters: [chapter('a', '<div>'.repeat(200_000))] })],
    ['nothing to read', 'article-without-text', makeEpub({ metadata: '', chapters: [chapter('a', '<img src="x.png"/>')] })],
    ['a book cut short', 'file-damaged', makeEpub({ chapters: [chapter('a', '<p>x</p>')] }).subarray(0, 300)],
  ])('says what is wrong with %s', async (_, code, bytes) => {
    expect(await readBytes(bytes)).toMatchObject({ ok: false, fault: { code } });
  });

  it('reads a book whose fonts alone are locked', async () => {
    const files = { 'META-INF/encryption.xml': '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>' };
    expect((await read({ files, chapters: [chapter('a', '<p>Text.</p>')] })).text).toBe('Two Navies\nText.');
  });

  it('takes nothing in that could run or lead astray', async () => {
    const body = '<p onclick="alert(1)">Text <a href="javascript:alert(1)">link</a><script>alert(1)</script><a href="https://inside.invalid/x?y">2</a></p><iframe src="file:///etc/passwd"/>';
    const { blocks } = await read({ chapters: [chapter('a', body)] });
    expect(JSON.stringify(blocks)).not.toMatch(/alert|file:|inside\.invalid/);
  });
});
