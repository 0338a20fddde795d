import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, leavesOf } from '../article/blocks.ts';
import { normaliseText } from '../base/text.ts';
import { arrangeText } from './arrange-text.ts';
import { fromPlainText } from './from-plain-text.ts';
import type { Part } from './text-parts.ts';
import { pastedNews, wrapLines } from './testing/pasted-news.ts';

const kindsOf = (text: string) => fromPlainText(text).blocks.map((block) => block.kind);
const textOf = (block: Block | undefined) => (block ? leavesOf(block).map((leaf) => leaf.text).join(' | ') : null);
const body = 'The ministers met for three hours in a room without windows, and when they came out each of them said that the other had understood at last what was at stake.';

/** The numbers, from 1, of the lines that are not blank. */
const lineNumbers = (text: string) => normaliseText(text).split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));

describe('fromPlainText on pasted news', () => {
  const { found, blocks } = fromPlainText(pastedNews);

  it('takes the label off the title in the details and keeps the title whole in the text', () => {
    expect(found).toMatchObject({ title: 'Ferry towns count the cost of a closed strait', label: 'analysis' });
    expect(textOf(blocks[0])).toBe('Ferry towns count the cost of a closed strait - analysis');
  });

  it('takes the line between the title and a figure as the dek', () => {
    expect(found.dek).toBe('Two harbours that lived from one crossing are learning to do without it, and neither likes what it learns.');
  });

  it('merges a caption and its double into one figure with its credit', () => {
    const figures = blocks.filter((block) => block.kind === 'figure');
    expect(figures.map(({ copies, caption, credit }) => [copies, caption?.text.slice(0, 11), credit?.text])).toEqual([
      [2, 'A FERRY lie', 'ANNA BERG/HARBOUR PRESS/VIA REUTERS'],
      [2, 'COAST GUARD', 'REUTERS'],
    ]);
  });

  it('sets newsletter lines aside with their reason and keeps their words', () => {
    const asides = blocks.filter((block) => block.kind === 'aside');
    expect(asides.map((aside) => [aside.id, aside.reason, textOf(aside)])).toEqual([
      ['a1', 'newsletter', 'Stay updated with the latest news!'],
      ['a2', 'newsletter', 'Subscribe to The Harbour Post Newsletter'],
    ]);
  });

  it('leaves openings in capitals and open quotation marks in the body', () => {
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => textOf(block) ?? '');
    expect(paragraphs.map((text) => text.slice(0, 12))).toEqual(['The crossing', 'WHILE THE to', '“We were tol', '“Nobody lied', 'COULD THIS b', 'Until then t']);
  });

  it('gives leaves their ids in reading order', () => {
    expect(blocks.flatMap(leavesOf).map((leaf) => leaf.id)).toEqual(blocks.flatMap(leavesOf).map((_, index) => `l${index + 1}`));
  });

  it.each([
    ['CRLF line ends', pastedNews.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${pastedNews}`],
    ['lines wrapped at 72 columns', wrapLines(pastedNews, 72)],
    ['lines wrapped at 80 columns', wrapLines(pastedNews, 80)],
    ['decomposed characters', pastedNews.normalize('NFD')],
  ])('finds the same with %s', (_, text) => expect(fromPlainText(text)).toEqual({ found, blocks }));

  it('finds the same without blank lines', () => {
    expect(fromPlainText(pastedNews.replace(/\n{2,}/g, '\n'))).toEqual({ found, blocks });
  });
});

describe('fromPlainText', () => {
  it('names byline and date line before the body', () => {
    const { found, blocks } = fromPlainText(`A roadmap between two capitals\n\nBy SETH B. EXAMPLE\nPublished: NOVEMBER 24, 2021 19:11\n\n${body}`);
    expect(blocks.map((block) => block.kind)).toEqual(['title', 'byline', 'dateline', 'paragraph']);
    expect(found).toMatchObject({ byline: 'SETH B. EXAMPLE', published: '2021-11-24' });
  });

  it('takes no first paragraph for a dek', () => expect(kindsOf(`A roadmap between two capitals\n\nIt is short.\n\n${body}`)).toEqual(['title', 'paragraph', 'paragraph']));

  it('has no title when the text begins with a sentence', () => {
    expect(fromPlainText(`${body}\n\n${body}`).found.title).toBeNull();
    expect(kindsOf('One line alone')).toEqual(['paragraph']);
  });

  it('takes a lone line in front of a long paragraph for a heading', () => expect(kindsOf(`A roadmap between two capitals\n\n${body}\n\nWhat comes next\n\n${body}`)).toEqual(['title', 'paragraph', 'heading', 'paragraph']));

  it('sets the title aside when the text says it again', () => {
    const { blocks } = fromPlainText(`A roadmap between two capitals\n\n${body}\n\nA ROADMAP between two capitals\n\n${body}`);
    expect(blocks[2]).toMatchObject({ kind: 'aside', reason: 'repeated' });
  });

  it('keeps short lines that stand together as one paragraph with line breaks', () => {
    expect(textOf(fromPlainText(`A roadmap between two capitals\n\n${body}\n\n12 Harbour Road\nNorthquay\nThe Islands`).blocks[2])).toBe('12 Harbour Road\nNorthquay\nThe Islands');
  });

  it('makes no caption of the title that a credit follows', () => expect(kindsOf(`A roadmap between two capitals\nPhoto: Reuters\n\n${body}`)[0]).toBe('title'));

  it('reads a caption on the line before a bare credit', () => {
    const { blocks } = fromPlainText(`A roadmap between two capitals\n\n${body}\n\nShips at anchor off the cape.\nPhoto: Jane Doe\n\n${body}`);
    expect(blocks[2]).toMatchObject({ kind: 'figure', caption: { text: 'Ships at anchor off the cape.' }, credit: { text: 'Jane Doe' }, copies: 1 });
  });

  it('makes nothing of nothing', () => expect(fromPlainText(' \n\n\t').blocks).toEqual([]));
});

describe('arrangeText accounts for every line', () => {
  const line = fc.oneof(
    fc.constantFrom('', '', ' ', 'Stay updated with the latest news!', 'Subscribe to our newsletter', 'By Ann Example', '24 November 2021', 'Photo: Jane Doe', '(photo credit: REUTERS)', 'Advertisement'),
    fc.constantFrom('Ships at anchor. (credit: REUTERS)', 'Ships at anchor.', 'A first ship (AP) A second ship (AFP/Getty Images)', body, 'What comes next', 'A title of some words - analysis'),
    fc.string({ unit: 'grapheme', maxLength: 90 }),
  );
  const texts = fc.array(line, { maxLength: 40 }).chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((end) => lines.join(end)));

  it('in exactly one part', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(arrangeText(text).flatMap((part) => part.numbers).toSorted((a, b) => a - b)).toEqual(lineNumbers(text));
      }),
      { numRuns: 500 },
    );
  });

  it('and loses no word but the marks of a credit and the doubles that it counts', () => {
    const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(texts, (text) => {
        const lines = normaliseText(text).split('\n');
        const given = (part: Part) => part.numbers.map((number) => lines[number - 1] ?? '').join(' ');
        const parts = arrangeText(text);
        const figures = parts.filter((part) => part.kind === 'figure');
        for (const part of parts) if (part.kind !== 'figure') expect(wordsOf(part.text).join('')).toBe(wordsOf(given(part)).join(''));
        const kept = new Set(figures.flatMap((figure) => wordsOf(`photo credit Photo ${figure.caption} ${figure.credit}`)));
        expect(figures.flatMap((figure) => wordsOf(given(figure))).filter((word) => !kept.has(word))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('with the blocks holding each non-blank line, doubled captions counted as copies', () => {
    const paragraphs = fc.array(fc.constantFrom('Ships at anchor. (credit: REUTERS)', body, 'Stay updated with the latest news!', 'What comes next', 'Rain fell on both towns. It was the first in weeks.'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(paragraphs, (lines) => {
        const held = fromPlainText(lines.join('\n\n')).blocks.flatMap((block) =>
          block.kind === 'figure' ? Array.from({ length: block.copies }, () => `${block.caption?.text ?? ''} (credit: ${block.credit?.text ?? ''})`) : leavesOf(block).map((leaf) => leaf.text),
        );
        expect(held.toSorted()).toEqual(lines.toSorted());
      }),
      { numRuns: 300 },
    );
  });
});
