import { describe, expect, it } from 'vitest';
import { type Block, leavesOf } from '../article/blocks.ts';
import { blocksFromHtmlTree, blocksFromPage } from './from-html-tree.ts';
import type { HtmlNode } from './html-node.ts';
import { h } from './testing/html-tree.ts';

const read = (...children: (HtmlNode | string)[]) => blocksFromPage(h('body', {}, ...children), (address) => address);
const kinds = (blocks: readonly Block[]) => blocks.map((block) => (block.kind === 'aside' ? block.reason : block.kind));

describe('blocksFromPage', () => {
  it.each([
    ['related-stories', 'related'],
    ['js-readMore inline', 'related'],
    ['newsletter-signup', 'newsletter'],
    ['ad-slot', 'advertisement'],
    ['social-share', 'follow'],
    ['breadcrumbs', 'navigation'],
    ['author-bio', 'other'],
    ['byline', 'byline'],
    ['published-date', 'dateline'],
    ['image-caption', 'figure'],
    ['headline', 'paragraph'],
    ['shadow', 'paragraph'],
    ['', 'paragraph'],
  ])('takes a part that is called “%s” for %s', (name, kind) => expect(kinds(read(h('div', { class: name }, 'A few words.')))).toEqual([kind]));

  it('believes the id as well', () => expect(kinds(read(h('div', { id: 'relatedArticles' }, 'More on this')))).toEqual(['related']));

  it('keeps what was set aside, with all that is in it', () => {
    expect(read(h('div', { class: 'related' }, h('h3', {}, 'More'), h('ul', {}, h('li', {}, 'One'))))).toMatchObject([{ kind: 'aside', blocks: [{ kind: 'heading' }, { kind: 'list' }] }]);
  });

  it('never sets the article itself aside, whatever its parts are called', () => {
    const text = 'The ferry crossed the strait in forty minutes and nobody thought of it. '.repeat(10);
    for (const name of ['related', 'share', 'caption', 'byline', 'tags', 'post promo']) expect(kinds(read(h('div', { class: name }, h('p', {}, text))))).toEqual(['paragraph']);
  });

  it('takes the text of a captioned image for its caption', () => {
    expect(read(h('div', { class: 'wp-caption' }, h('img', { src: 'https://e.com/a.png' }), h('p', { class: 'wp-caption-text' }, 'A ship (credit: REUTERS)')))).toMatchObject([{ kind: 'figure', caption: { text: 'A ship' }, credit: { text: 'REUTERS' } }]);
  });

  it('reads names of no part inside a paragraph, and none at all in a piece that was selected', () => {
    expect(kinds(read(h('p', {}, 'Written by ', h('span', { class: 'author' }, 'Ann'))))).toEqual(['paragraph']);
    expect(kinds(blocksFromHtmlTree(h('body', {}, h('div', { class: 'related' }, 'More')), (address) => address))).toEqual(['paragraph']);
  });

  it('loses no word of any part', () => {
    const names = ['related', 'caption', 'byline', 'dateline', 'newsletter', 'bio', 'x'];
    for (const outer of names) for (const inner of names) {
      const blocks = read(h('div', { class: outer }, 'one ', h('div', { class: inner }, h('p', {}, 'two')), h('ul', {}, h('li', {}, 'three'))));
      expect(blocks.flatMap(leavesOf).map((leaf) => leaf.text).join(' ').match(/one|two|three/g)).toEqual(['one', 'two', 'three']);
    }
  });
});
