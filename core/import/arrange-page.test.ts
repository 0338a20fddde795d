import { describe, expect, it } from 'vitest';
import type { Block } from '../article/blocks.ts';
import { arrangePage } from './arrange-page.ts';
import { draftLeaf } from './number-leaves.ts';

const prose = 'The ferry crossed the strait in forty minutes, and nobody in either town had ever thought of it as anything but a street.';
const paragraph = (text: string): Block => ({ kind: 'paragraph', leaf: draftLeaf(text) });
const link = (text: string): Block => ({ kind: 'paragraph', leaf: draftLeaf(text, [{ kind: 'link', href: 'https://e.com/', start: 0, end: text.length }]) });
const list = (...items: readonly Block[]): Block => ({ kind: 'list', ordered: false, start: 1, items: items.map((item) => [item]) });
const heading = (text: string): Block => ({ kind: 'heading', level: 2, leaf: draftLeaf(text) });
const front = { byline: 'Ann Example and Bob Test', url: 'https://e.com/towns' };
const arrange = (...blocks: readonly Block[]) => arrangePage(blocks, front).map((block) => (block.kind === 'aside' ? `aside: ${block.reason}` : block.kind));

describe('arrangePage', () => {
  it('sets a paragraph aside that is only a link', () => expect(arrange(paragraph(prose), link('SHIPS THAT GO DARK'), paragraph(prose), paragraph(prose))).toEqual(['paragraph', 'aside: related', 'paragraph', 'paragraph']));

  it('keeps links that are what the article is about, and addresses that it names', () => {
    expect(arrange(paragraph(prose), link('First'), link('Second'))).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(arrange(paragraph(prose), link('https://e.com/source'), paragraph(prose), paragraph(prose))[1]).toBe('paragraph');
  });

  it('sets the lists under a label such as “Related” aside, and the heading over nothing else', () => {
    expect(arrange(paragraph(prose), heading('More:'), list(link('One')), list(link('Two')), paragraph(prose))).toEqual(['paragraph', 'aside: related', 'aside: related', 'aside: related', 'paragraph']);
    expect(arrange(paragraph(prose), heading('References'), list(link('One')), paragraph(prose))).toEqual(['paragraph', 'heading', 'list', 'paragraph']);
  });

  it('sets menus before and behind the text aside', () => {
    expect(arrange(list(link('Home'), link('News')), paragraph(prose), list(link('One')), paragraph(prose), list(link('Jobs')))).toEqual(['aside: navigation', 'paragraph', 'list', 'paragraph', 'aside: related']);
  });

  it('makes a rule of a line of signs, and sets lines without letters and the page’s own address aside', () => {
    expect(arrange(paragraph('* * *'), paragraph('___'), paragraph('6'), paragraph(front.url))).toEqual(['rule', 'rule', 'aside: navigation', 'aside: navigation']);
  });

  it('names byline and date before the text, once', () => {
    expect(arrange(paragraph('By Ann Example'), paragraph('Updated Nov 19, 9:41 AM;Posted Nov 18, 8:19 PM'), paragraph('By Ann Example'), paragraph(prose), paragraph('By Bob Test'))).toEqual(['byline', 'dateline', 'aside: other', 'paragraph', 'aside: other']);
    expect(arrange(paragraph('By Ann Example , Bob Test on Monday, November 18th, 2019 at 11:08 a.m.'), paragraph(prose))[0]).toBe('byline');
    expect(arrange(paragraph('Updated figures show 3 ships.'), paragraph(prose))[0]).toBe('paragraph');
  });

  it('sets what stands under articles aside, at the end alone', () => {
    const bio = paragraph('Ann Example is the harbour correspondent. She has lived here for twenty years.');
    const contact = paragraph('Have a tip? Bob Test may be reached at bob@example.org.');
    expect(arrange(bio, paragraph(prose), paragraph(prose), paragraph(prose), contact, bio)).toEqual(['paragraph', 'paragraph', 'paragraph', 'paragraph', 'aside: other', 'aside: other']);
  });
});
