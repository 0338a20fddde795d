import { describe, expect, it } from 'vitest';
import { contentSchema, createContent, leavesOf } from '../../core/article/blocks.ts';
import { findFootnotes } from '../../core/article/footnotes.ts';
import { projectContent } from '../../core/article/projection.ts';
import { readSource } from './read-source.ts';
import { linesFrom, makePdf, markup, pageObject, type PdfParts, type PdfText } from './testing/make-pdf.ts';

const readBytes = (bytes: Uint8Array) => readSource({ name: 'navies.pdf', bytes, origin: 'file', mediaType: null });

async function read(parts: PdfParts) {
  const answer = await readBytes(makePdf(parts));
  if (!answer.ok) throw new Error(answer.fault.code);
  const content = createContent(answer.value.blocks, answer.value.pages);
  expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  return { ...answer.value, content, text: projectContent(content).text };
}

const first = ['The fleet left the strait at noon, as it had done for as long as', 'anyone could remember, and nobody in either town had ever', 'thought of it as anything but a street.'];
const second = ['Nobody saw it again. The harbour master wrote the hour into his', 'book, closed it, and went home to a dinner that had gone cold in', 'the meantime.'];
const page = (texts: readonly PdfText[], annotations: readonly string[] = []) => ({ texts, annotations });

describe('readPdf', () => {
  it('joins lines to paragraphs, by gaps', async () => {
    const { blocks } = await read({ pages: [page([...linesFrom(70, 700, first), ...linesFrom(70, 640, second)])] });
    expect(blocks.map((block) => [block.kind, ...leavesOf(block).map(({ text }) => text)])).toEqual([['paragraph', first.join(' ')], ['paragraph', second.join(' ')]]);
  });

  it('joins lines to paragraphs, by indents, over the end of a page', async () => {
    const pages = [page([{ text: first[0] ?? '', x: 90, y: 100 }, { text: first[1] ?? '', x: 70, y: 86 }]), page([{ text: first[2] ?? '', x: 70, y: 700 }, { text: second[0] ?? '', x: 90, y: 686 }, ...linesFrom(70, 672, second.slice(1))])];
    const { text, pages: starts = [] } = await read({ pages });
    expect(text).toBe(`${first.join(' ')}\n${second.join(' ')}`);
    expect(starts.map(({ label, start }) => [label, text.slice(start, start + 7)])).toEqual([['1', 'The fle'], ['2', 'thought']]);
  });

  it('reads two columns one after the other, under a line over both', async () => {
    const column = (x: number, words: string) => linesFrom(x, 680, Array.from({ length: 8 }, (_, index) => `${words} ${index} goes on and on and`));
    const { text } = await read({ pages: [page([{ text: 'A heading that runs over the whole of the page and both columns', x: 70, y: 740, size: 14 }, ...column(70, 'left'), ...column(320, 'right')])] });
    expect(text.indexOf('right 0')).toBeGreaterThan(text.indexOf('left 7'));
    expect(text.startsWith('A heading that runs')).toBe(true);
  });

  it('makes words whole that were parted, and keeps hyphens that the document has elsewhere', async () => {
    const lines = ['The harbour is well-known, and the har-', 'bour master is of a well-', 'known family.'];
    expect((await read({ pages: [page(linesFrom(70, 700, lines))] })).text).toBe('The harbour is well-known, and the harbour master is of a well-known family.');
  });

  it('sets running heads aside, once, and drops page numbers', async () => {
    const pages = [1, 2, 3].map((number) => page([{ text: 'The Quarterly Review', x: 240, y: 815, size: 8 }, ...linesFrom(70, 700, first), { text: `${number}`, x: 290, y: 25, size: 8 }]));
    const { blocks, text } = await read({ pages });
    expect(blocks.filter((block) => block.kind === 'aside')).toMatchObject([{ reason: 'repeated', blocks: [{ leaf: { text: 'The Quarterly Review' } }] }]);
    expect(text.split('\n').filter((line) => /^\d$/.test(line))).toEqual([]);
  });

  it('takes title, author and date of the file, and headings of its outline', async () => {
    const { blocks, details } = await read({
      info: "/Title (Two Navies) /Author (Ann Example) /CreationDate (D:20240501120000+02'00')",
      catalog: '/Outlines 1000 0 R', objects: ['<< /First 1001 0 R /Last 1001 0 R /Count 1 >>', `<< /Title (The Strait) /Parent 1000 0 R /Dest [${pageObject(0)} 0 R /Fit] >>`],
      pages: [page([{ text: 'Two Navies', x: 70, y: 760, size: 24 }, { text: 'The Strait', x: 70, y: 720 }, ...linesFrom(70, 690, first)])],
    });
    expect(blocks.slice(0, 2)).toMatchObject([{ kind: 'title', leaf: { text: 'Two Navies' } }, { kind: 'heading', level: 1, leaf: { text: 'The Strait' } }]);
    expect(details).toMatchObject({ title: 'Two Navies', byline: 'Ann Example', published: '2024-05-01' });
  });

  it('passes over a title that a program made up', async () => {
    const { details } = await read({ info: '/Title (Microsoft Word - final_v3.docx)', pages: [page([{ text: 'Two Navies', x: 70, y: 760, size: 24 }, ...linesFrom(70, 690, first)])] });
    expect(details.title).toBe('Two Navies');
  });

  it('ties raised labels to footnotes at the foot of the page', async () => {
    const texts = [...linesFrom(70, 700, [...first, 'So it was said']), { text: '1', x: 138, y: 662, size: 6 }, { text: 'and believed.', x: 145, y: 658 }, { text: '1', x: 70, y: 84, size: 6 }, { text: 'By the harbour master, in his book.', x: 75, y: 80, size: 8 }];
    const { content, text } = await read({ pages: [page(texts)] });
    const { references, notes } = findFootnotes(content);
    expect([...references.values()].flat().map(({ target }) => notes.get(target)?.blocks.flatMap(leavesOf).map((leaf) => leaf.text))).toEqual([['1 By the harbour master, in his book.']]);
    expect(text).toContain('said1 and believed.');
  });

  it('makes highlights of what was marked, with colour, note and date', async () => {
    const marks = [markup('Highlight', [92, 697, 131, 710], "/C [0 1 0] /Contents (Who says so?) /T (Ann) /CreationDate (D:20240501100000Z)"), '<< /Type /Annot /Subtype /Text /Rect [20 683 40 703] /Contents (See there) >>', markup('Underline', [70, 641, 130, 651], '/C [1 0 0]')];
    const { highlights = [], text } = await read({ pages: [page([...linesFrom(70, 700, first), ...linesFrom(70, 640, second)], marks)] });
    expect(highlights.map(({ quote, colour, note, createdAt, offset }) => [quote, colour, note, createdAt, text.startsWith(quote, offset ?? -1)])).toEqual([
      ['fleet left', 'green', 'Who says so?', '2024-05-01T10:00:00.000Z', true],
      [first[1], null, 'See there', null, true],
      ['Nobody saw', 'red', '', null, true],
    ]);
  });

  it('follows links to the web alone', async () => {
    const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [70 695 130 712] /A << ${action} >> >>`;
    const { blocks } = await read({ pages: [page(linesFrom(70, 700, first), [link('/S /URI /URI (https://example.org/a)'), link('/S /Launch /F (/bin/sh)'), link('/S /JavaScript /JS (app.alert\\(1\\))'), link('/S /URI /URI (javascript:alert\\(1\\))')])] });
    expect(blocks.flatMap(leavesOf).flatMap(({ marks }) => marks).map((mark) => (mark.kind === 'link' ? mark.href : mark.kind))).toEqual(['https://example.org/a']);
  });

  it.each([
    ['pages of pictures', 'pages-without-text', makePdf({ pages: [page([]), page([{ text: '3', x: 300, y: 20 }])] })],
    ['a file that is locked', 'file-encrypted', makePdf({ pages: [page(linesFrom(70, 700, first))], trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'00'.repeat(32)}> /P -44 >> /ID [<00> <00>]` })],
    ['a file without pages', 'file-damaged', Buffer.from('%PDF-1.7\nnothing of a file')],
    ['a tree of pages that bites its tail', 'file-damaged', makePdf({ pages: [], catalog: '/Pages 1000 0 R', objects: ['<< /Type /Pages /Count 3 /Kids [1000 0 R] >>'] })],
    ['more pages than it may have', 'pages-over-limit', makePdf({ pages: Array.from({ length: 2_001 }, () => page([])) })],
  ])('says what is wrong with %s', async (_, code, bytes) => expect(await readBytes(bytes)).toMatchObject({ ok: false, fault: { code } }));

  it('runs nothing that a file brings', async () => {
    const { text } = await read({ catalog: '/OpenAction << /S /JavaScript /JS (globalThis.lecternPdfRan = true) >> /AA << /WC << /S /Launch /F (/bin/true) >> >>', pages: [page(linesFrom(70, 700, first))] });
    expect([text, Object.hasOwn(globalThis, 'lecternPdfRan')]).toEqual([first.join(' '), false]);
  });
});
