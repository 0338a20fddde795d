import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { contentSchema, isSafeLink } from './blocks.ts';

describe('isSafeLink', () => {
  it.each([
    'https://example.org', 'http://example.org/path?q=1#top', 'HTTPS://EXAMPLE.ORG/', 'https://example.org:8443/', 'https://example.org/@author', 'https://[::1]/', 'mailto:editor@example.org',
  ])('takes %s', (href) => expect(isSafeLink(href)).toBe(true));

  it.each([
    'javascript:alert(1)', 'java\nscript:alert(1)', ' https://example.org', 'data:text/html,x', 'file:///etc/passwd', 'ftp://example.org', 'vbscript:x', 'https:example.org', '//example.org', '/path', '#top',
    'https://user:secret@example.org/', 'https://example.org\\@evil.example/', 'https://exa mple.org/', 'https://', 'mailto:', 'mailto:a@b@c', 'smb://host/share', '\\\\host\\share', 'search-ms:query', `https://example.org/${'a'.repeat(2_081)}`,
    'https://example.org/\u0000', 'https://example.org/\u007f',
  ])('refuses %j', (href) => expect(isSafeLink(href)).toBe(false));
});

describe('a content', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(arbitraryContent, (content) => {
      expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    }));
  });

  it('has no link that leads out of the web and the mail', () => {
    const content = (href: string) => ({ kind: 'content', format: 1, blocks: [{ kind: 'paragraph', leaf: { id: 'a', text: 'text', marks: [{ kind: 'link', start: 0, end: 4, href }] } }] });
    expect(contentSchema.safeParse(content('https://example.org/')).success).toBe(true);
    expect(contentSchema.safeParse(content('javascript:alert(1)')).success).toBe(false);
  });
});
