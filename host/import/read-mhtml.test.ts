import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/article/blocks.ts';
import { readSource } from './read-source.ts';
import { pngOf } from './testing/png-of.ts';

const sentence = 'The café by the strait — “a street”, they said — had closed, and nobody in either town had ever thought that it would. ';
const image = pngOf(640, 480);
const sha256 = createHash('sha256').update(image).digest('hex');

/** Quoted-printable, as browsers write it. */
function quoted(text: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const escaped = [...Buffer.from(text, encoding)].map((byte) => ((byte >= 32 && byte < 127 && byte !== 61) || byte === 10 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)).join('');
  return escaped.replace(/.{70}(?!\n)(?![0-9A-F]{0,2}$)/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`));
}

const html = (picture: string) => `<html><head><title>Two towns | The Post</title></head><body><article><h1>Two towns</h1><p>${sentence.repeat(5)}</p><figure><img src="${picture}" alt="A ship"><figcaption>At anchor</figcaption></figure><p>${sentence.repeat(5)}</p></article></body></html>`;
const head = ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://e.com/2021/towns', 'Subject: Two towns', 'Date: Wed, 24 Nov 2021 19:11:00 -0000', 'MIME-Version: 1.0', 'Content-Type: multipart/related;', '\ttype="text/html";', '\tboundary="----MultipartBoundary--x----"', '', ''];

function archive(picture: string, imageHeaders: readonly string[], page = quoted(html(picture)), type = 'text/html'): string {
  const part = (headers: readonly string[], body: string) => ['------MultipartBoundary--x----', ...headers, '', body].join('\r\n');
  return `${head.join('\r\n')}${[part([`Content-Type: ${type}`, 'Content-ID: <frame@mhtml.blink>', 'Content-Transfer-Encoding: quoted-printable', 'Content-Location: https://e.com/2021/towns'], page), part(['Content-Type: image/png', 'Content-Transfer-Encoding: base64', ...imageHeaders], Buffer.from(image).toString('base64')), '------MultipartBoundary--x------', ''].join('\r\n')}`;
}

const read = (text: string, name = 'towns.mhtml') => readSource({ name, bytes: Buffer.from(text, 'latin1'), origin: 'file', mediaType: null });
const read1 = async (text: string) => {
  const answer = await read(text);
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};

describe('a page saved as MHTML', () => {
  it('gives its text, its image, where and when it was saved', async () => {
    const article = await read1(archive('https://e.com/img/ship.png', ['Content-Location: https://e.com/img/ship.png']));
    expect(article).toMatchObject({ mediaType: 'multipart/related', extension: 'mhtml', encoding: null, capture: { url: 'https://e.com/2021/towns', capturedAt: '2021-11-24T19:11:00.000Z' }, details: { title: 'Two towns', url: 'https://e.com/2021/towns' } });
    expect(article.blocks.flatMap(leavesOf).map((leaf) => leaf.text)).toContain(sentence.repeat(5).trim());
    expect(article.blocks.find((block) => block.kind === 'figure')).toMatchObject({ images: [{ asset: sha256, address: 'https://e.com/img/ship.png' }] });
    expect(article.assets).toMatchObject([{ sha256, extension: 'png' }]);
  });

  it('finds an image by its id, and by an address beside the page’s own', async () => {
    expect((await read1(archive('cid:pic@x', ['Content-ID: <pic@x>']))).assets).toHaveLength(1);
    expect((await read1(archive('../img/ship.png', ['Content-Location: https://e.com/img/ship.png']))).assets).toHaveLength(1);
    expect((await read1(archive('https://e.com/other.png', ['Content-Location: https://e.com/img/ship.png']))).assets).toHaveLength(0);
  });

  it('reads the charset that the part declares', async () => {
    const latin = html('x').replaceAll(/[“”—]/g, '-');
    const article = await read1(archive('x', [], quoted(latin, 'latin1'), 'text/html; charset="iso-8859-1"'));
    expect(article.blocks.flatMap(leavesOf).some((leaf) => leaf.text.includes('The café by the strait'))).toBe(true);
  });

  it.each([
    ['without a page in it', head.join('\r\n')],
    ['that is cut off behind its headers', head.slice(0, 4).join('\r\n')],
    ['whose boundary never comes', `${head.join('\r\n')}${'x'.repeat(1000)}`],
  ])('says that there is no text in one %s', async (_, text) => expect(await read(text)).toMatchObject({ ok: false, fault: { code: 'article-without-text' } }));

  it('reads what there is of one that is cut off in its page', async () => {
    const whole = archive('x', []);
    expect((await read1(whole.slice(0, whole.indexOf('</figure>')))).details.title).toBe('Two towns');
  });

  it('runs nothing and takes no address that is not one', async () => {
    const article = await read1(archive('javascript:alert(1)', ['Content-Location: javascript:alert(1)'], quoted(html('javascript:alert(1)').replace('</article>', '<script>alert(1)</script><a href="javascript:alert(1)">link</a></article>'))));
    expect(JSON.stringify(article.blocks)).not.toMatch(/javascript:|alert/);
  });
});
