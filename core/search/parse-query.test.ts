import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asTyped, parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';

/** A query as one line, to compare and to read. */
function show(query: Query): string {
  switch (query.kind) {
    case 'words': return `${query.columns ? `${query.columns.join('+')}:` : ''}${query.terms.join('_')}${query.isPrefix ? '*' : ''}`;
    case 'near': return `near${query.distance}(${query.parts.map(show).join(' ')})`;
    case 'and': return query.parts.length === 0 ? 'nothing' : `(${query.parts.map(show).join(' & ')})`;
    case 'or': return `(${query.parts.map(show).join(' | ')})`;
    case 'not': return `!${show(query.part)}`;
    case 'tag':
    case 'collection': return `${query.kind}=${query.name}`;
    case 'status': return `status=${query.status}`;
    case 'colour': return `colour=${query.colour}`;
    case 'has': return `has=${query.what}`;
    case 'date': return `${query.is}=${query.digits}`;
  }
}

const piece = fc.constantFrom('a', 'OR', 'AND', 'NOT', '-', '(', ')', '"', '*', 'NEAR(', 'NEAR/2', ', 3)', 'tag:', 'in:notes', 'before:2024', 'status:', ' ', '自由', 'é');
const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')));

describe('parseQuery', () => {
  it.each([
    ['freedom navigation', '(freedom & navigation)'],
    ['"freedom of navigation"', 'freedom_of_navigation'],
    ['“freedom of navigation”', 'freedom_of_navigation'],
    ['naviga*', 'naviga*'],
    ['"freedom of nav"*', 'freedom_of_nav*'],
    ['co-operation', 'co_operation'],
    ['alliance OR entente', '(alliance | entente)'],
    ['a b OR c d', '((a & b) | (c & d))'],
    ['fleet -strait', '(fleet & !strait)'],
    ['fleet NOT strait', '(fleet & !strait)'],
    ['fleet AND strait', '(fleet & strait)'],
    ['-(a OR b) c', '(!(a | b) & c)'],
    ['NEAR(freedom "of navigation", 5)', 'near5(freedom of_navigation)'],
    ['freedom NEAR/3 navigation', 'near3(freedom navigation)'],
    ['a NEAR/3 b NEAR/3 c d', '(near3(a b c) & d)'],
    ['NEAR(a b)', 'near10(a b)'],
    ['tag:"freedom of navigation"', 'tag=freedom of navigation'],
    ['-tag:alliance', '!tag=alliance'],
    ['NOT -fleet strait', '(fleet & strait)'],
    [`${'NOT '.repeat(99)}fleet`, '!fleet'],
    ['collection:"The strait" fleet', '(collection=The strait & fleet)'],
    ['author:Ng source:"The Strait"', '(author:ng & source:the_strait)'],
    ['status:archive', 'status=archive'],
    ['status:Arch', 'status=archive'],
    ['colour:gray', 'colour=grey'],
    ['color:red', 'colour=red'],
    ['has:notes', 'has=note'],
    ['has:review', 'has=review'],
    ['before:2024-05 after:2023', '(before=202405 & after=2023)'],
    ['on:2024-5-3', 'on=20240503'],
    ['in:notes freedom "of speech"', '(notes:freedom & notes:of_speech)'],
    ['fleet (in:title in:summary ship)', '(fleet & title+summary:ship)'],
    ['自由', '自由*'],
    ['Élan', 'elan'],
  ])('understands %s', (text, meaning) => {
    const { query, hint } = parseQuery(text);
    expect(show(query)).toBe(meaning);
    expect(hint).toBeNull();
  });

  it.each([
    ['"freedom of', 'freedom_of', 'quote-unclosed'],
    ['tag:"freedom', 'tag=freedom', 'quote-unclosed'],
    ['(a b', '(a & b)', 'parenthesis-unmatched'],
    ['a) b', '(a & b)', 'parenthesis-unmatched'],
    ['NEAR(a b', 'near10(a b)', 'parenthesis-unmatched'],
    ['fleet OR', 'fleet', 'operator-alone'],
    ['OR fleet', 'fleet', 'operator-alone'],
    ['a OR OR b', '(a | b)', 'operator-alone'],
    ['NEAR/3 b', 'b', 'operator-alone'],
    ['a NEAR/3 tag:x', '(tag=x & a)', 'operator-alone'],
    ['status:gone fleet', 'fleet', 'value-unknown'],
    ['before:yesterday fleet', 'fleet', 'date-unknown'],
    ['on:2024-13', 'nothing', 'date-unknown'],
    ['tag: fleet', 'fleet', 'value-missing'],
    ['writer:Ng', 'writer_ng', 'field-unknown'],
    ['—', 'nothing', 'no-words'],
    [`${'('.repeat(20)}a${')'.repeat(20)}`, 'a', 'too-deep'],
  ])('gives %s its nearest meaning, and says so', (text, meaning, kind) => {
    const { query, hint } = parseQuery(text);
    expect(show(query)).toBe(meaning);
    expect(hint?.kind).toBe(kind);
  });

  it('takes an address and a time of day for words, without a word about it', () => {
    expect(parseQuery('https://example.org/a at 12:30').hint).toBeNull();
  });

  it('takes the last word as begun while it is typed, unless it is in quotes or ended', () => {
    const typing = (text: string) => show(parseQuery(text, { isTyping: true }).query);
    expect(typing('freedom nav')).toBe('(freedom & nav*)');
    expect(typing('freedom nav ')).toBe('(freedom & nav*)');
    expect(typing('"freedom nav"')).toBe('freedom_nav');
  });

  it.each([['freedom nav ', 'freedom nav*'], ['"freedom nav"', '"freedom nav"'], ['nav*', 'nav*'], ['fleet tag:alliance', 'fleet tag:alliance'], ['a OR b', 'a OR b*'], ['自由', '自由'], ['-nav', '-nav*']])('keeps of %s, as it was typed, %s', (typed, kept) => {
    expect(asTyped(typed)).toBe(kept);
  });

  it('means by what it keeps of anything what was typed', () => {
    fc.assert(fc.property(anything, (text) => {
      const meaning = show(parseQuery(text.trim(), { isTyping: true }).query);
      expect([show(parseQuery(asTyped(text)).query), show(parseQuery(asTyped(text), { isTyping: true }).query)]).toEqual([meaning, meaning]);
    }));
  });

  it('understands anything', () => {
    fc.assert(fc.property(anything, (text) => {
      expect(show(parseQuery(text).query)).not.toBe('');
    }));
  });
});
