import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';

describe('addressKey', () => {
  it.each([
    ['https://www.Example.org/A/b/', 'example.org/A/b'],
    ['http://example.org/A/b', 'example.org/A/b'],
    ['https://example.org/A/b#part', 'example.org/A/b'],
    ['https://example.org:443/a?utm_source=x&id=7&fbclid=y', 'example.org/a?id=7'],
    ['https://example.org/a?b=2&a=1', 'example.org/a?a=1&b=2'],
    ['https://example.org/', 'example.org'],
    ['https://example.org/?p=1?x', 'example.org?p=1?x'],
  ])('takes %s for %s', (url, key) => expect(addressKey(url)).toBe(key));

  it.each([null, '', 'mailto:a@b.c', 'file:///a', 'example.org'])('knows none in %s', (url) => expect(addressKey(url)).toBeNull());
});
