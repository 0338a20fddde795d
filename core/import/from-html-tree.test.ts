import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentSchema, createContent, leavesOf } from '../article/blocks.ts';
import { arrangeBlocks } from './arrange-blocks.ts';
import { blocksFromHtmlTree } from './from-html-tree.ts';
import type { HtmlNode } from './html-node.ts';
import { draftLeaf } from './number-leaves.ts';
import { comment, h } from './testing/html-tree.ts';

const resolve = (address: string) => (/^[a-z]+:/i.test(address) ? address : `https://e.com${address}`);
const read = (...children: (HtmlNode | string)[]) => blocksFromHtmlTree(h('body', {}, ...children), resolve);
const texts = (...children: (HtmlNode | string)[]) => read(...children).flatMap(leavesOf).map((leaf) => leaf.text);

describe('blocksFromHtmlTree', () => {
  it('collapses white space over elements and composes characters over them', () => {
    expect(read(h('p', {}, '\n  a ', h('b', {}, ' b'), '  c\u00a0 e', h('i', {}, '\u0301f '), '\n'))).toEqual([
      { kind: 'paragraph', leaf: { id: '', text: 'a b c éf', marks: [{ kind: 'strong', start: 2, end: 3 }, { kind: 'emphasis', start: 7, end: 8 }] } },
    ]);
  });

  it('reads inline elements as marks, neighbours of a kind as one', () => {
    const [block] = read(h('p', {}, h('em', {}, 'a'), h('sup', {}, '1'), h('sub', {}, '2'), h('del', {}, '3'), h('u', {}, '4'), h('code', {}, '5'), h('b', {}, 'x'), h('strong', {}, 'y')));
    expect(block).toMatchObject({ leaf: { text: 'a12345xy', marks: ['emphasis', 'superscript', 'subscript', 'deleted', 'underline', 'code', 'strong'].map((kind) => ({ kind })) } });
  });

  it('makes a break of br and a paragraph of two', () => expect(texts(h('p', {}, 'a', h('br', {}), ' b', h('br', {}), h('br', {}), 'c'))).toEqual(['a\nb', 'c']));

  it('cuts a paragraph at a block inside an inline element and keeps its style on both sides', () => {
    expect(read(h('b', {}, 'a', h('div', {}, 'b'), 'c'))).toMatchObject(['a', 'b', 'c'].map((text) => ({ kind: 'paragraph', leaf: { text, marks: [{ kind: 'strong', start: 0, end: 1 }] } })));
  });

  it('links only where links may lead', () => {
    const link = (href: string) => read(h('p', {}, h('a', { href }, 'x')))[0];
    expect(link('/y')).toMatchObject({ leaf: { marks: [{ kind: 'link', href: 'https://e.com/y' }] } });
    for (const href of ['javascript:alert(1)', 'JaVaScript:alert(1)', 'data:text/html,x', 'file:///x', 'vbscript:x', 'https://a@b.c/', '']) expect(link(href)).toMatchObject({ leaf: { text: 'x' } });
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'file:///x', 'https://a@b.c/']) expect(link(href)).toMatchObject({ leaf: { marks: [] } });
  });

  it('never reads code, controls, hidden parts or comments', () => {
    const hidden = ['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'textarea', 'button', 'select', 'title'].map((name) => h(name, {}, 'bad'));
    expect(texts(...hidden, comment('bad'), h('p', { hidden: '' }, 'bad'), h('p', { style: 'color:red; display : none' }, 'bad'), h('p', {}, 'good', comment('bad')))).toEqual(['good']);
  });

  it('reads an element that it does not know as its children', () => expect(texts(h('x-card', {}, h('p', {}, 'a'), h('blink', {}, 'b')))).toEqual(['a', 'b']));

  it('keeps what elements say of their language, over blocks inside blocks', () => {
    const blocks = read(h('div', { lang: 'fr' }, h('p', {}, 'Il dit ', h('i', { lang: 'de' }, 'Guten Tag'), ' puis'), h('blockquote', {}, h('p', {}, 'Oui')), h('ul', {}, h('li', {}, 'Un'))), h('p', { lang: 'not a tag', dir: 'rtl' }, 'x'));
    const fr = { language: 'fr', direction: null };
    expect(blocks.flatMap(leavesOf).map(({ languages }) => languages)).toEqual([
      [{ start: 0, end: 6, ...fr }, { start: 7, end: 16, language: 'de', direction: null }, { start: 17, end: 21, ...fr }],
      [{ start: 0, end: 3, ...fr }], [{ start: 0, end: 2, ...fr }], [{ start: 0, end: 1, language: null, direction: 'rtl' }],
    ]);
    expect(contentSchema.safeParse(createContent(blocks)).success).toBe(true);
  });

  it('reads lists, and what stands in them outside of an item', () => {
    expect(read(h('ol', { start: '3' }, h('li', {}, 'a', h('ul', {}, h('li', {}, 'b'))), 'c'))).toMatchObject([
      { kind: 'list', ordered: true, start: 3, items: [[{ leaf: { text: 'a' } }, { kind: 'list', ordered: false, items: [[{ leaf: { text: 'b' } }]] }], [{ leaf: { text: 'c' } }]] },
    ]);
  });

  it('reads code with its spaces and its language', () => {
    expect(read(h('pre', {}, h('code', { class: 'language-js' }, 'if (a)\n\t', h('b', {}, 'b'), '  c\n')))).toEqual([{ kind: 'code', language: 'js', leaf: { id: '', text: 'if (a)\n\tb  c', marks: [] } }]);
  });

  it('reads a figure with the true address of a lazy image, its caption and its credit', () => {
    const image = h('img', { src: 'data:image/gif;base64,R0', 'data-src': '/a.jpg', alt: 'A ship' });
    expect(read(h('figure', {}, image, h('figcaption', {}, 'A ship at anchor. (credit: REUTERS)')))).toMatchObject([
      { kind: 'figure', images: [{ asset: null, alt: 'A ship', address: 'https://e.com/a.jpg' }], caption: { text: 'A ship at anchor.' }, credit: { text: 'REUTERS' }, copies: 1 },
    ]);
    expect(read(h('figure', {}, image, h('figcaption', {}, 'A ship at anchor.', h('span', { class: 'photo-credit' }, 'Jane Doe'))))).toMatchObject([{ caption: { text: 'A ship at anchor.' }, credit: { text: 'Jane Doe' } }]);
  });

  it('puts an image in a sentence behind it and leaves counting pixels out', () => {
    expect(read(h('p', {}, 'See ', h('img', { src: '/m.png', alt: 'map' }), 'here', h('img', { src: '/p.gif', width: '1', height: '1' })))).toMatchObject([{ leaf: { text: 'See here' } }, { kind: 'figure', images: [{ alt: 'map' }] }]);
  });

  it('reads a table of data with its spans and a table of layout as its children', () => {
    const row = (...cells: HtmlNode[]) => h('tr', {}, ...cells);
    expect(read(h('table', {}, h('caption', {}, 'T'), h('tbody', {}, row(h('th', { colspan: '2' }, 'a'), h('th', {}, 'b')), row(h('td', { rowspan: '999999' }, h('p', {}, '1'), h('p', {}, '2')), h('td', {})))))).toMatchObject([
      { kind: 'table', caption: { text: 'T' }, rows: [[{ header: true, columns: 2, rows: 1 }, {}], [{ header: false, rows: 1000, leaf: { text: '1\n2' } }, { leaf: { text: '' } }]] },
    ]);
    expect(texts(h('table', {}, row(h('td', {}, h('h2', {}, 'a'), h('p', {}, 'b')), h('td', {}, 'c'))))).toEqual(['a', 'b', 'c']);
  });

  it('reads mathematics as its source', () => {
    expect(read(h('math', { alttext: 'x^2', display: 'block' }, h('mi', {}, 'x')))).toMatchObject([{ kind: 'math', leaf: { text: 'x^2' } }]);
    expect(texts(h('p', {}, 'so ', h('math', {}, h('semantics', {}, h('mi', {}, 'y'), h('annotation', { encoding: 'application/x-tex' }, 'y')))))).toEqual(['so y']);
  });

  it('makes of any tree only what a content may hold, and loses no visible word', () => {
    const names = fc.constantFrom('p', 'div', 'b', 'a', 'h1', 'ul', 'li', 'blockquote', 'table', 'tr', 'td', 'span', 'pre', 'caption', 'tbody', 'sup', 'x-y', 'figure', 'figcaption', 'font', 'q', 'section');
    const { node } = fc.letrec<{ node: HtmlNode | string }>((tie) => ({
      node: fc.oneof({ maxDepth: 6 }, fc.constantFrom('one', ' two ', '\n', 'e\u0301', '\ud800', 'x(credit: AP)'), fc.constantFrom('br', 'img', 'cite').map((name) => (name === 'cite' ? h(name, { class: 'credit' }, 'one') : h(name, { src: '/a.png' }))), fc.tuple(names, fc.array(tie('node'), { maxLength: 4 })).map(([name, children]) => h(name, { href: 'https://e.com/', src: 'javascript:x' }, ...children))),
    }));
    const wordsOf = (text: string) => (text.match(/one|two/g) ?? []).length;
    fc.assert(
      fc.property(node, (tree) => {
        const root = h('body', {}, tree);
        const blocks = blocksFromHtmlTree(root, resolve);
        expect(contentSchema.safeParse(createContent(blocks)).success).toBe(true);
        const leaves = blocks.flatMap(leavesOf);
        for (const leaf of leaves) for (const mark of leaf.marks) expect(mark.start < mark.end && mark.end <= leaf.text.length).toBe(true);
        expect(wordsOf(leaves.map((leaf) => leaf.text).join(' '))).toBe(wordsOf(root.textContent ?? ''));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('arrangeBlocks', () => {
  const paragraph = (text: string) => ({ kind: 'paragraph', leaf: draftLeaf(text) }) as const;
  const figure = (caption: string | null) => ({ kind: 'figure', images: [], caption: caption === null ? null : draftLeaf(caption), credit: null, copies: 1 }) as const;

  it('puts title and dek first, from the text where it says them', () => {
    const blocks = arrangeBlocks([{ kind: 'heading', level: 1, leaf: draftLeaf('Two TOWNS') }, paragraph('Why they quarrel.'), paragraph('Text.')], { title: 'Two towns', dek: 'Why they quarrel.' });
    expect(blocks.map((block) => [block.kind, leavesOf(block)[0]?.text])).toEqual([['title', 'Two TOWNS'], ['dek', 'Why they quarrel.'], ['paragraph', 'Text.']]);
  });

  it('sets boilerplate aside and keeps its block', () => {
    expect(arrangeBlocks([paragraph('Text.'), paragraph('Sign up for our newsletter')], { title: null, dek: null })[1]).toEqual({ kind: 'aside', id: '', reason: 'newsletter', blocks: [paragraph('Sign up for our newsletter')] });
  });

  it('gives an image the caption behind it and counts a figure said twice once', () => {
    expect(arrangeBlocks([figure(null), paragraph('A ship. (credit: REUTERS)'), paragraph('Text.'), figure('A port.'), figure('A port.')], { title: null, dek: null })).toMatchObject([
      { kind: 'figure', caption: { text: 'A ship.' }, credit: { text: 'REUTERS' } }, { kind: 'paragraph' }, { kind: 'figure', copies: 2 },
    ]);
  });
});
