import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryHref, libraryHrefsIn, libraryMarkdown } from '../article/library-link.ts';
import { createArticleId } from '../base/ids.ts';
import { contentSchema, createContent, isSafeLink, leavesOf } from '../article/blocks.ts';
import { blocksFromMarkdown, fromMarkdown } from './from-markdown.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';

const only = (markdown: string) => blocksFromMarkdown(markdown)[0];
const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);

describe('blocksFromMarkdown', () => {
  it('reads inline styles as marks over plain text', () => {
    expect(only('A *b **c*** `d` ~~e~~ [f](https://e.com/?a=1&amp;b=2)')).toEqual({
      kind: 'paragraph',
      leaf: {
        id: 'l1', text: 'A b c d e f',
        marks: [
          { kind: 'emphasis', start: 2, end: 5 }, { kind: 'strong', start: 4, end: 5 }, { kind: 'code', start: 6, end: 7 }, { kind: 'deleted', start: 8, end: 9 },
          { kind: 'link', href: 'https://e.com/?a=1&b=2', start: 10, end: 11 },
        ],
      },
    });
  });

  it.each([
    ['a script', '[x](javascript:alert(1))'], ['a script in entities', '[x](&#106;avascript:alert(1))'], ['data', '[x](data:text/html,hi)'], ['a file', '[x](file:///etc/passwd)'],
    ['a relative address', '[x](../y)'], ['credentials', '[x](https://a@b.c/)'],
  ])('shows a link to %s as its text', (_, markdown) => expect(only(markdown)).toEqual({ kind: 'paragraph', leaf: { id: 'l1', text: 'x', marks: [] } }));

  it('keeps markup as text', () => {
    expect(only('a <b onclick=x>b</b> <script>alert(1)</script>')).toMatchObject({ leaf: { text: 'a <b onclick=x>b</b> <script>alert(1)</script>', marks: [] } });
    expect(only('<div><img src=x onerror=alert(1)></div>')).toMatchObject({ kind: 'paragraph', leaf: { text: '<div><img src=x onerror=alert(1)></div>' } });
  });

  it('reads nested and task lists', () => {
    expect(blocksFromMarkdown('- [x] one\n- two\n  1. three')).toMatchObject([
      { kind: 'list', ordered: false, items: [[{ leaf: { text: '☑ one' } }], [{ leaf: { text: 'two' } }, { kind: 'list', ordered: true, start: 1, items: [[{ leaf: { text: 'three' } }]] }]] },
    ]);
  });

  it('reads code, quotes, tables, rules and headings', () => {
    expect(blocksFromMarkdown('## H\n\n> q\n\n```js x\n\tif (a)  b &amp; c\n```\n\n---\n\n| a | b |\n|---|---|\n| 1 | *2* |')).toMatchObject([
      { kind: 'heading', level: 2, leaf: { text: 'H' } }, { kind: 'quote', blocks: [{ leaf: { text: 'q' } }] }, { kind: 'code', language: 'js', leaf: { text: '\tif (a)  b &amp; c' } }, { kind: 'rule' },
      { kind: 'table', rows: [[{ header: true, leaf: { text: 'a' } }, { header: true }], [{ header: false, leaf: { text: '1' } }, { leaf: { text: '2', marks: [{ kind: 'emphasis' }] } }]] },
    ]);
  });

  it('reads an image as a figure behind its paragraph, its address only where it is safe', () => {
    expect(blocksFromMarkdown('See ![a map](https://e.com/m.png) here\n\n![x](file:///y)')).toMatchObject([
      { kind: 'paragraph', leaf: { text: 'See here' } }, { kind: 'figure', images: [{ alt: 'a map', address: 'https://e.com/m.png', asset: null }] }, { kind: 'figure', images: [{ alt: 'x', address: null }] },
    ]);
  });

  it('decodes character references in text and leaves escapes alone', () => expect(only('a &amp; b &mdash; &#x1F600; &nope; \\*c\\*')).toMatchObject({ leaf: { text: 'a & b — 😀 &nope; *c*' } }));

  it('keeps footnotes as paragraphs, one of a single word among them, each on its own', () => {
    const texts = blocksFromMarkdown('One[^1] and[^2].\n\n[^1]: ibid.\n[^2]: A longer\nnote').flatMap(leavesOf).map((leaf) => leaf.text);
    expect(texts).toEqual(['One[^1] and[^2].', '[^1]: ibid.', '[^2]: A longer note']);
  });

  it('keeps hard breaks and joins soft ones', () => expect(only('a\nb  \nc')).toMatchObject({ leaf: { text: 'a b\nc' } }));

  it('moves what is nested without end up to a depth that a document may have', () => {
    const blocks = blocksFromMarkdown(`${'> '.repeat(200)}deep`);
    expect(blocks.flatMap(leavesOf).map((leaf) => leaf.text)).toEqual(['deep']);
    expect(depthOf(blocks)).toBeLessThan(60);
  });

  it('keeps the text of what exhausts the parser', () => expect(blocksFromMarkdown(`${'>'.repeat(100_000)} a`).flatMap(leavesOf).map((leaf) => leaf.text).join('')).toMatch(/a$/));

  it('never throws and makes only what a content may hold', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('# ', '> ', '- ', '1. ', '```', '**', '_', '[', '](', ')', '![', '<b>', '|', '\n', '\n\n', '&amp;', '---', 'https://e.com', 'javascript:', '\u0301', '    '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const blocks = blocksFromMarkdown(pieces.join(''));
        expect(contentSchema.safeParse(createContent(blocks)).success).toBe(true);
        for (const leaf of blocks.flatMap(leavesOf)) {
          expect(leaf.text).toBe(leaf.text.normalize('NFC'));
          for (const mark of leaf.marks) {
            expect(mark.start < mark.end && mark.end <= leaf.text.length).toBe(true);
            if (mark.kind === 'link') expect(isSafeLink(mark.href)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('fromMarkdown', () => {
  it('reads the front matter into details and keeps what it does not know as an aside', () => {
    const { found, blocks } = fromMarkdown('---\ntitle: "A \\"b\\""\nauthors:\n  - Ann\n  - Bob\nsource: The Post\nurl: https://e.com/x\ndate: 2021-11-24\nlang: en\ntags: [x, y]\n---\n\nText.');
    expect(found).toEqual({ title: 'A "b"', label: null, dek: null, byline: 'Ann, Bob', source: 'The Post', url: 'https://e.com/x', published: '2021-11-24', language: 'en' });
    expect(blocks).toMatchObject([{ kind: 'title', leaf: { text: 'A "b"' } }, { kind: 'paragraph' }, { kind: 'aside', reason: 'other', blocks: [{ kind: 'code', leaf: { text: 'tags: [x, y]' } }] }]);
  });

  it('takes the first heading for the title, its label apart', () => {
    const { found, blocks } = fromMarkdown('# Two towns - analysis\n\nText.');
    expect(found).toMatchObject({ title: 'Two towns', label: 'analysis' });
    expect(blocks[0]).toMatchObject({ kind: 'title', leaf: { text: 'Two towns - analysis' } });
  });

  it('takes a rule at the head for a rule', () => expect(fromMarkdown('---\n\nA sentence, not a key.\n\n---\n\nText.').blocks[0]).toEqual({ kind: 'rule' }));
});

describe('looksLikeMarkdown', () => {
  it.each([
    ['a front matter', '---\ntitle: x\n---\ntext', true],
    ['headings and links', '# A\n\nsee [b](https://e.com)', true],
    ['a heading alone', '# A\n\ntext', false],
    ['prose with a number sign and dashes', 'We are #1\n- he said -\n1. first', false],
  ])('of %s is %s', (_, text, is) => expect(looksLikeMarkdown(text)).toBe(is));
});

describe('a link into the library', () => {
  it('shows its text and leads where it should, whatever the title', () => {
    const link = { articleId: createArticleId(1, new Uint8Array(10)), highlightId: null };
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /\p{L}/u.test(text)), (title) => {
      expect(libraryHrefsIn(libraryMarkdown(title, link))).toEqual([libraryHref(link)]);
      expect(JSON.stringify(blocksFromMarkdown(`See ${libraryMarkdown(title, link)} there`))).toContain(`"href":"${libraryHref(link)}"`);
    }));
  });
});
