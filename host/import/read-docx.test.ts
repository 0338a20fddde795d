import { describe, expect, it } from 'vitest';
import { contentSchema, createContent, leavesOf } from '../../core/article/blocks.ts';
import { findFootnotes } from '../../core/article/footnotes.ts';
import { readSource } from './read-source.ts';
import { type DocxParts, makeDocx, paragraph, picture, run } from './testing/make-docx.ts';
import { pngOf } from './testing/png-of.ts';

const readBytes = (bytes: Uint8Array) => readSource({ name: 'report.docx', bytes, origin: 'file', mediaType: null });

async function read(parts: DocxParts) {
  const answer = await readBytes(makeDocx(parts));
  if (!answer.ok) throw new Error(answer.fault.code);
  const content = createContent(answer.value.blocks);
  expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  return { ...answer.value, content };
}

const comment = (id: string, text: string) => `<w:comment w:id="${id}" w:author="Ann Example" w:date="2024-05-01T10:00:00Z" w:initials="AE">${paragraph(run(text))}</w:comment>`;
const commented = (id: string, runs: string) => `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

describe('readDocx', () => {
  it('reads title, standfirst, headings, quotes, lists and tables by their styles', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('Ships'))}</w:tc><w:tc>${paragraph(run('12'))}</w:tc></w:tr></w:tbl>`;
    const { blocks, details, extension } = await read({
      body: paragraph(run('Two Navies'), 'Title') + paragraph(run('A short history.'), 'Subtitle') + paragraph(run('The Strait'), 'Heading1') + paragraph(run('It is ') + run('narrow', '<w:b/>') + run('.')) + paragraph(run('We were there.'), 'Quote') + table,
      core: '<dc:creator>Ann Example</dc:creator><dcterms:created>2024-05-01T10:00:00Z</dcterms:created>',
    });
    expect(blocks).toMatchObject([
      { kind: 'title', leaf: { text: 'Two Navies' } }, { kind: 'dek', leaf: { text: 'A short history.' } }, { kind: 'heading', level: 1, leaf: { text: 'The Strait' } },
      { kind: 'paragraph', leaf: { text: 'It is narrow.', marks: [{ kind: 'strong', start: 6, end: 12 }] } }, { kind: 'quote', blocks: [{ leaf: { text: 'We were there.' } }] }, { kind: 'table', rows: [[{ leaf: { text: 'Ships' } }, { leaf: { text: '12' } }]] },
    ]);
    expect(details).toMatchObject({ title: 'Two Navies', dek: 'A short history.', byline: 'Ann Example', published: '2024-05-01T10:00:00Z' });
    expect(extension).toBe('docx');
  });

  it('ties footnotes to their labels', async () => {
    const { content } = await read({ body: paragraph(`${run('Said')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`), footnotes: `<w:footnote w:id="2">${paragraph(run('A source.'))}</w:footnote>` });
    const { references, notes } = findFootnotes(content);
    expect([...references.values()].flat().map(({ target }) => notes.get(target)?.blocks.flatMap(leavesOf).map(({ text }) => text))).toEqual([['A source.']]);
  });

  it.each([
    ['between two words, on its sentence', paragraph(run('One is here. Two ') + commented('1', '') + run('is here. Three is here.')), 'Two is here.'],
    ['by its sign alone, on the sentence before it', paragraph(run('One is here. Two is here.') + '<w:r><w:commentReference w:id="1"/></w:r>'), 'Two is here.'],
    ['before all words, on the first sentence', paragraph(commented('1', '') + run('One is here. Two is here.')), 'One is here.'],
    ['on an empty paragraph, on what stands before that', paragraph(run('One is here.')) + paragraph(commented('1', '')) + paragraph(run('Two is here.')), 'One is here.'],
  ])('puts a comment that is about a place %s', async (_, body, quote) => {
    const { highlights = [] } = await read({ body, comments: comment('1', 'Who says so?') });
    expect(highlights.map((each) => [each.quote, each.note])).toEqual([[quote, 'Who says so?\n\n— Ann Example']]);
  });

  it('keeps an answer to a comment with it', async () => {
    const body = paragraph(run('The ') + '<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>' + run('fleet') + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>' + run(' left.'));
    const { highlights = [] } = await read({ body, comments: comment('1', 'Who says so?') + comment('2', 'The ministry.') });
    expect(highlights.map(({ quote, note }) => [quote, note])).toEqual([['fleet', 'Who says so?\n\n— Ann Example\n\nThe ministry.\n\n— Ann Example']]);
  });

  it('makes highlights of comments, with what they say, who and when', async () => {
    const { highlights = [] } = await read({ body: paragraph(`${run('The fleet ')}${commented('7', run('left ') + run('the strait', '<w:i/>'))}${run(' at noon.')}`) + paragraph(run('Then nothing.')), comments: comment('7', 'Who says so?') });
    expect(highlights).toEqual([{ quote: 'left the strait', prefix: 'The fleet ', suffix: ' at noon.\nThen nothing.\n', offset: null, colour: null, note: 'Who says so?\n\n— Ann Example', tags: [], createdAt: '2024-05-01T10:00:00.000Z' }]);
  });

  it('makes highlights of what was marked, in the nearest colour, over changes of style', async () => {
    const marker = (colour: string, more = '') => `${more}<w:highlight w:val="${colour}"/>`;
    const { highlights = [] } = await read({ body: paragraph(run('The ') + run('fl', marker('cyan')) + run('eet', marker('cyan', '<w:b/>')) + run(' left ') + run('at noon', marker('yellow'))) });
    expect(highlights.map(({ quote, colour }) => [quote, colour])).toEqual([['fleet', 'blue'], ['at noon', 'yellow']]);
  });

  it('keeps images that it holds, and reads none from outside', async () => {
    const relation = (id: string, target: string, mode = '') => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"${mode}/>`;
    const relations = relation('i1', 'media/map.png') + relation('i2', 'file:///etc/hostname', ' TargetMode="External"');
    const { blocks, assets = [] } = await read({ relations, files: { 'word/media/map.png': pngOf(640, 480) }, body: paragraph(run('Text.')) + paragraph(picture('i1')) + paragraph(picture('i2', 'link')) });
    expect(assets.map(({ bytes }) => bytes.length)).toEqual([40]);
    expect(blocks.filter((block) => block.kind === 'figure')).toMatchObject([{ images: [{ asset: assets[0]?.sha256, alt: 'A map', address: null }] }]);
  });

  it.each([
    ['a document without its text', makeDocx({ body: '' }), 'article-without-text'],
    ['broken XML', makeDocx({ body: '</w:body><' }), 'file-damaged'],
    ['entities that breed', makeDocx({ body: paragraph(run('x')), files: { 'word/document.xml': Buffer.from('<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>') } }), 'file-damaged'],
    ['elements without end', makeDocx({ body: '<w:p>'.repeat(100_000) }), 'file-damaged'],
  ])('says what is wrong with %s', async (_, bytes, code) => expect(await readBytes(bytes)).toMatchObject({ ok: false, fault: { code } }));
});
