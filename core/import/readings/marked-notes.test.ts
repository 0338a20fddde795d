import { describe, expect, it } from 'vitest';
import { fromAnnotator, fromZoteroMarkdown, isAnnotatorFile, isZoteroMarkdown } from './marked-notes.ts';

describe('fromZoteroMarkdown', () => {
  it('reads quotes with comments; the source is how it is cited', () => {
    const note = '# Annotations  \n(5/9/2023, 7:05:57 PM)\n\n“The fleet left” ([Smith, 2020, p. 4](zotero://select/library/items/AB)) ([pdf](zotero://open-pdf/library/items/CD?page=5&annotation=EF)) Who says so?\n\n“At noon.” ([Smith, 2020, p. 5](zotero://select/library/items/AB)) ([pdf](zotero://open-pdf/library/items/CD?page=6&annotation=GH))';
    expect(isZoteroMarkdown(note)).toBe(true);
    expect(fromZoteroMarkdown(note)).toMatchObject([{ found: { title: 'Smith, 2020' }, highlights: [{ quote: 'The fleet left', note: 'Who says so?' }, { quote: 'At noon.', note: '' }] }]);
  });
});

describe('fromAnnotator', () => {
  it('reads blocks with prefix, suffix, comment, tags and time', () => {
    const block = ['>%%', '>```annotation-json', '>{"created":"2024-05-01T10:00:00.000Z","text":"Who?"}', '>```', '>%%', '>*%%PREFIX%%The%%HIGHLIGHT%% ==fleet left== %%POSTFIX%%at noon*', '>%%LINK%%[[#^abc|show annotation]]', '>%%COMMENT%%', '>Who says so?', '>%%TAGS%%', '>#navy, #law', '^abc'].join('\n');
    const file = `---\nannotation-target: https://example.org/a.pdf\n---\n\n\n${block}\n\n${block.replace('fleet left', 'strait')}`;
    expect(isAnnotatorFile(file)).toBe(true);
    expect(fromAnnotator(file)).toMatchObject([{ found: { url: 'https://example.org/a.pdf' }, highlights: [{ quote: 'fleet left', prefix: 'The', suffix: 'at noon', note: 'Who says so?', tags: ['navy', 'law'], createdAt: '2024-05-01T10:00:00.000Z' }, { quote: 'strait' }] }]);
  });
});
