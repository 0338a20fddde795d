import { describe, expect, it } from 'vitest';
import { fromHypothesis, fromWebAnnotations } from './web-annotations.ts';

const selector = [{ type: 'RangeSelector', startContainer: '/p[1]' }, { type: 'TextPositionSelector', start: 10, end: 20 }, { type: 'TextQuoteSelector', exact: 'left the strait', prefix: 'The fleet ', suffix: ' at noon' }];
const row = { id: 'a1', uri: 'https://example.org/a', text: 'Who **says** so?', tags: ['alliance'], created: '2024-05-01T10:00:00.000+00:00', user: 'acct:ann@hypothes.is', document: { title: ['Two Navies'] }, target: [{ source: 'https://example.org/a', selector }] };

describe('fromHypothesis', () => {
  it('reads highlights by page, with quotes in their context, and notes on the whole page', () => {
    const pageNote = { ...row, id: 'a2', text: 'On all of it.', tags: ['navy'], target: [{ source: row.uri }] };
    expect(fromHypothesis({ export_date: '2024', annotations: [row, pageNote] })).toMatchObject([{
      found: { title: 'Two Navies', url: 'https://example.org/a' }, note: 'On all of it.', shelves: ['navy'],
      highlights: [{ quote: 'left the strait', prefix: 'The fleet ', suffix: ' at noon', note: 'Who **says** so?', tags: ['alliance'], createdAt: '2024-05-01T10:00:00.000Z' }],
    }]);
  });

  it('puts replies under what they reply to', () => {
    const reply = { ...row, id: 'a3', text: 'The book does.', user: 'acct:bob@hypothes.is', references: ['a1'] };
    expect(fromHypothesis({ total: 2, rows: [row, reply] })?.[0]?.highlights).toMatchObject([{ note: 'Who **says** so?\n\n> The book does.\n>\n> — bob' }]);
  });

  it.each([{}, [], { annotations: 'x' }, null, [{ uri: 'x' }]])('knows none in %j', (value) => expect(fromHypothesis(value)).toBeNull());
});

describe('fromWebAnnotations', () => {
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:1', type: 'Annotation', created: '2024-05-01T10:00:00Z', body: [{ type: 'TextualBody', value: 'Who says so?', purpose: 'commenting' }, { type: 'TextualBody', value: 'alliance', purpose: 'tagging' }], target: { source: 'https://example.org/a', selector } };

  it('reads one, a page and a collection of them', () => {
    const expected = [{ found: { url: 'https://example.org/a' }, highlights: [{ quote: 'left the strait', note: 'Who says so?', tags: ['alliance'] }] }];
    for (const value of [annotation, [annotation], { type: 'AnnotationPage', items: [annotation] }, { type: 'AnnotationCollection', first: { items: [annotation] } }]) expect(fromWebAnnotations(value)?.readings).toMatchObject(expected);
  });

  it('takes the short forms of the model', () => {
    expect(fromWebAnnotations({ type: 'Annotation', bodyValue: 'Nice', target: 'https://example.org/a' })?.readings).toMatchObject([{ note: 'Nice', highlights: [], found: { url: 'https://example.org/a' } }]);
  });

  it('says what it could not read, and what is none', () => {
    expect(fromWebAnnotations([annotation, { type: 'Annotation' }])?.unread).toEqual(['{"type":"Annotation"}']);
    expect(fromWebAnnotations({ type: 'Note', target: 'x' })).toBeNull();
  });
});
