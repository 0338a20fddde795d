import { describe, expect, it } from 'vitest';
import { resizeByKey } from './resize-by-key.ts';

const left = { value: 264, min: 180, max: 480, grows: 1 } as const;
const right = { ...left, grows: -1 } as const;
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

describe('resizeByKey', () => {
  it.each([
    ['Right widens a pane on the left', press('ArrowRight'), left, 280],
    ['Left narrows a pane on the left', press('ArrowLeft'), left, 248],
    ['Right narrows a pane on the right', press('ArrowRight'), right, 248],
    ['Shift goes further', press('ArrowRight', true), left, 328],
    ['Home is the narrowest', press('Home'), left, 180],
    ['End is the widest', press('End'), left, 480],
    ['no key goes below the least', press('ArrowLeft', true), { ...left, value: 200 }, 180],
    ['other keys do nothing', press('x'), left, null],
  ])('%s', (_, key, pane, width) => expect(resizeByKey(key, pane)).toBe(width));
});
