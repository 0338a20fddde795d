import { describe, expect, it } from 'vitest';
import { importableExtensions } from './importable-extensions.ts';

describe('importableExtensions', () => {
  it('has every kind that can be read, each once, and none that can’t', () => {
    expect(importableExtensions).toEqual(expect.arrayContaining(['txt', 'md', 'html', 'mhtml', 'eml', 'pdf', 'epub', 'docx', 'csv', 'json', 'zip', 'qdc']));
    expect(new Set(importableExtensions).size).toBe(importableExtensions.length);
    expect(importableExtensions.filter((extension) => ['doc', 'rtf', 'odt', 'pages'].includes(extension))).toEqual([]);
  });
});
