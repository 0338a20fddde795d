import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/article/blocks.ts';
import { blocksFromMarkdown } from '../../core/import/from-markdown.ts';
import { withHardBreaks } from './hard-breaks.ts';

const kindsAndTexts = (note: string) => blocksFromMarkdown(withHardBreaks(note)).map((block) => [block.kind, ...leavesOf(block).map((leaf) => leaf.text)]);

describe('withHardBreaks', () => {
  it('keeps the lines of a note apart', () => {
    expect(kindsAndTexts('Check the date\nAsk the desk')).toEqual([['paragraph', 'Check the date\nAsk the desk']]);
  });

  it('leaves what the lines mean as it is', () => {
    expect(kindsAndTexts('# Head\n\n- one\n- two\n\nA\n\nB')).toEqual([['heading', 'Head'], ['list', 'one', 'two'], ['paragraph', 'A'], ['paragraph', 'B']]);
    expect(kindsAndTexts('```\nx\n```\nafter').map(([kind]) => kind)).toEqual(['code', 'paragraph']);
  });

  it('does not show the backslash of a break that is one already', () => {
    expect(kindsAndTexts('one\\\ntwo')).toEqual([['paragraph', 'one\ntwo']]);
  });
});
