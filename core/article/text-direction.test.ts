import { describe, expect, it } from 'vitest';
import { directionAt, findDirection } from './text-direction.ts';

describe('findDirection', () => {
  it.each([
    ['Plain English', 'ltr'], ['שלום עולם', 'rtl'], ['مرحبا بالعالم', 'rtl'], ['Mostly English with שלום', 'ltr'], ['12 – 34', 'ltr'], ['', 'ltr'],
  ] as const)('%s runs %s', (text, direction) => expect(findDirection(text)).toBe(direction));
});

describe('directionAt', () => {
  const directions = (text: string, around: 'ltr' | 'rtl') => [...text].map((_, index) => (directionAt(text, index, around) === 'rtl' ? '<' : '>')).join('');
  it.each([
    ['letters run as their script does', 'ab אב', 'ltr', '>>><<'],
    ['a space between words of one direction runs with them', 'א John Smith ב', 'rtl', '<<>>>>>>>>>><<'],
    ['at the seam it runs as the line does', 'א b', 'rtl', '<<>'],
    ['digits run to the right', 'אב 12', 'rtl', '<<<>>'],
    ['a sign at the end runs as the line does', 'ab.', 'rtl', '>><'],
  ] as const)('%s', (_, text, around, expected) => expect(directions(text, around)).toBe(expected));
});
