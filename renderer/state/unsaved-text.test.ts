import { describe, expect, it } from 'vitest';
import { articleIdSchema, collectionIdSchema, highlightIdSchema, searchIdSchema, tagIdSchema } from '../../core/base/ids.ts';
import type { Edit } from '../../core/library/edit.ts';
import { unsavedText } from './unsaved-text.ts';

const articleId = articleIdSchema.parse('0'.repeat(26));
const highlightId = highlightIdSchema.parse('1'.repeat(26));
const now = '2026-01-01T00:00:00.000Z';
const note = (text: string): Edit => ({ kind: 'note-highlight', articleId, highlightId, note: text });
const highlight: Edit = { kind: 'add-highlight', articleId, highlight: { id: highlightId, anchor: { start: 0, end: 5, exact: 'entente', prefix: '', suffix: '' }, colour: 'blue', tags: [], note: '', createdAt: now, changedAt: now } };

describe('unsavedText', () => {
  it('gives a note as it was last typed', () => expect(unsavedText([note('Che'), note('Check'), note('Check the date')])).toBe('Check the date'));
  it('gives a highlight’s quote with the note written on it', () => expect(unsavedText([highlight, note('Fits?')])).toBe('> entente\n\nFits?'));
  it('gives the summary and the details beside it', () => {
    expect(unsavedText([{ kind: 'summarise-article', articleId, summary: 'The gist.' }, { kind: 'describe-article', articleId, details: { title: 'Better title', dek: null } }])).toBe('The gist.\n\nBetter title');
  });
  it('gives every detail as it was last written, however many edits they came in', () => {
    const describeAs = (details: Extract<Edit, { kind: 'describe-article' }>['details']): Edit => ({ kind: 'describe-article', articleId, details });
    expect(unsavedText([describeAs({ dek: 'A standfirst', title: 'Good title' }), describeAs({ byline: 'Jane Ng' }), describeAs({ title: 'Better title' })])).toBe('A standfirst\n\nBetter title\n\nJane Ng');
  });
  it('gives a tag with its definition', () => {
    const tag = { id: tagIdSchema.parse('4'.repeat(26)), name: 'alliance', colour: 'red' as const, definition: 'Any mention of treaties', createdAt: now };
    expect(unsavedText([{ kind: 'put-tag', tag }])).toBe('alliance\n\nAny mention of treaties');
  });
  it('gives a collection by its name and a search with its query, each as it was last written', () => {
    const search = (name: string): Edit => ({ kind: 'put-search', search: { id: searchIdSchema.parse('2'.repeat(26)), name, query: 'has:note', createdAt: now } });
    const collection: Edit = { kind: 'put-collection', collection: { id: collectionIdSchema.parse('3'.repeat(26)), name: 'The strait', articles: [], createdAt: now } };
    expect(unsavedText([search('New'), collection, search('New notes')])).toBe('New notes: has:note\n\nThe strait');
  });
  it('gives nothing for edits without words', () => {
    expect(unsavedText([{ kind: 'bin-article', articleId, isBinned: true }, { kind: 'colour-highlight', articleId, highlightId, colour: 'red' }])).toBe('');
  });
});
