import { describe, expect, it } from 'vitest';
import { planSentences } from './readings-messages.ts';

const nothing = { newArticles: 0, knownArticles: 0, highlights: 0, known: 0, notes: 0, newTags: 0, unread: 0 };

describe('planSentences', () => {
  it.each([
    ['all that is new', { ...nothing, newArticles: 12, highlights: 1_400, newTags: 1 }, ['12 new articles, 1,400 new highlights and 1 new tag would come in.']],
    ['what is there already', { ...nothing, knownArticles: 2, highlights: 3, known: 40 }, ['3 new highlights would come in.', '2 articles and 40 highlights are in the library already; what is new is added to them.']],
    ['a note on what is there', { ...nothing, knownArticles: 1, notes: 1 }, ['1 note on an article would come in.', '1 article is in the library already; what is new is added to it.']],
    ['nothing new', { ...nothing, knownArticles: 1 }, ['Nothing in it is new.', '1 article is in the library already.']],
    ['what can’t be read', { ...nothing, newTags: 3, unread: 2 }, ['3 new tags would come in.', '2 pieces of the file can’t be read and would be left out.']],
  ])('tells %s', (_, counts, sentences) => expect(planSentences(counts)).toEqual(sentences));
});
