import { describe, expect, it } from 'vitest';
import { assetsOf } from '../../core/article/blocks.ts';
import { readHtml } from './read-html.ts';

/** The header of a PNG of that size: enough to be told by. */
function png(width: number, height: number): string {
  const bytes = Buffer.alloc(40);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

const sentence = 'The ferry crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a street. ';
const page = (images: string) => `<!doctype html><html><head><title>Two towns</title></head><body><article><h1>Two towns</h1><p>${sentence.repeat(6)}</p>${images}<p>${sentence.repeat(6)}</p></article></body></html>`;

function kept(images: string) {
  const html = page(images);
  const answer = readHtml({ name: 'page.html', bytes: Buffer.from(html), origin: 'file', mediaType: 'text/html' }, html);
  if (!answer.ok) throw new Error(answer.fault.code);
  const { blocks, assets = [] } = answer.value;
  return { shown: blocks.flatMap(assetsOf), assets, figures: blocks.filter((block) => block.kind === 'figure') };
}

describe('images that a saved page holds in itself', () => {
  it('are kept once, and named by the figures that show them', () => {
    const { shown, assets, figures } = kept(`<figure><img src="${png(640, 480)}" alt="A map"><figcaption>The strait</figcaption></figure><p>${sentence}</p><img src="${png(640, 480)}" alt="Again">`);
    expect(assets).toHaveLength(1);
    expect(shown).toEqual([assets[0]?.sha256, assets[0]?.sha256]);
    expect(assets[0]).toMatchObject({ extension: 'png' });
    expect(figures[0]).toMatchObject({ images: [{ alt: 'A map', address: null }], caption: { text: 'The strait' } });
  });

  it.each([
    ['a drawing that may hold a program', `data:image/svg+xml;base64,${Buffer.from('<svg onload="alert(1)"/>').toString('base64')}`],
    ['a program that says it is a picture', `data:image/png;base64,${Buffer.from('<script>alert(1)</script>').toString('base64')}`],
    ['a picture of more pixels than a window can hold', png(0x7fffffff, 16)],
    ['a counter’s pixel', png(1, 1)],
    ['an address that is cut off', 'data:image/png;base64,'],
  ])('are not kept when they are %s', (_, address) => {
    expect(kept(`<img src="${address}" alt="A map">`)).toMatchObject({ shown: [], assets: [] });
  });

  it('are not named by what the page says of itself', () => {
    expect(kept(`<img src="https://example.org/a.png" data-lectern-asset="${'a1'.repeat(32)}" alt="A map">`).shown).toEqual([]);
  });

  it('have no other address than their own, whatever the page writes where Lectern does', () => {
    expect(kept(`<img src="${png(640, 480)}" data-lectern-address="https://example.org/track" data-lectern-name="related" alt="A map">`).figures).toMatchObject([{ images: [{ address: null, alt: 'A map' }] }]);
  });
});
