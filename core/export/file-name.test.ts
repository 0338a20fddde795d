import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor, foldFileName, freeFileName } from './file-name.ts';

const title = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom('CON', 'nul', 'COM1', 'LPT¹', '.', ' ', '..', ':', '/', '\\', '%%', '%', '#', '^', '[[', ']]', '|', '?', '"', '\u202e', '\u0000', '\n', '\ud800', 'é', 'e\u0301', '한', '👩‍👩‍👧', '-', '~', 'x'.repeat(90))).map((parts) => parts.join('')),
);

describe('fileNameFor', () => {
  it.each([
    ['keeps a plain title', 'Who may pass', 'Who may pass.md'],
    ['turns a colon into a dash', 'Straits: who may pass?', 'Straits - who may pass.md'],
    ['keeps the parts of a path apart', 'Either/or \\ both', 'Either-or - both.md'],
    ['takes out what Obsidian’s links can’t hold', 'C# ^1 [[x|y]] %%z', 'C 1 x-y %z.md'],
    ['does not end the title in a dot or a space', 'And then... ', 'And then.md'],
    ['does not hide the file', '.profile', 'profile.md'],
    ['does not look like an option', '--force', 'force.md'],
    ['steps aside for a device of Windows', 'NUL.txt', '_NUL.txt.md'],
    ['steps aside for a device in lower case', 'con', '_con.md'],
    ['leaves a word that only begins so', 'Console', 'Console.md'],
    ['composes letters', 'E\u0301lan', 'Élan.md'],
    ['drops what turns the reading direction', 'gpj\u202e.exe', 'gpj.exe.md'],
    ['names what has no name', '???', 'Untitled.md'],
    ['keeps right-to-left text', 'حرية الملاحة', 'حرية الملاحة.md'],
    ['keeps emoji whole', '🇺🇦 grain', '🇺🇦 grain.md'],
  ])('%s', (_, given, name) => expect(fileNameFor(given)).toBe(name));

  it('gives every title a name that is safe everywhere', () => {
    fc.assert(fc.property(title, fc.integer({ min: 1, max: 99_999 }), (given, count) => {
      const name = fileNameFor(given, count);
      const stem = name.slice(0, -3);
      expect(name.endsWith('.md')).toBe(true);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name.isWellFormed()).toBe(true);
      expect(name.normalize('NFC')).toBe(name);
      expect(stem).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}\u202a-\u202e]|%%|^[\s.-]|[\s.]$|^$/u);
      expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i);
    }), { numRuns: 5_000 });
  });

  it('gives a name its own name again', () => {
    fc.assert(fc.property(title, (given) => {
      const name = fileNameFor(given);
      expect(fileNameFor(name.slice(0, -3))).toBe(name);
    }), { numRuns: 2_000 });
  });

  it('cuts between the characters that a reader sees', () => {
    expect(fileNameFor('👩‍👩‍👧'.repeat(50))).toBe(`${'👩‍👩‍👧'.repeat(10)}.md`);
  });

  it('cuts even one endless character', () => {
    expect(fileNameFor(`a${'\u0301'.repeat(500)}`)).toMatch(/^á\u0301+\.md$/);
  });
});

describe('freeFileName', () => {
  it('counts up where a name is taken, whatever its case', () => {
    const taken = new Set<string>();
    const names = ['Title', 'TITLE', 'title', 'Other'].map((each) => {
      const name = freeFileName(each, (folded) => taken.has(folded));
      taken.add(foldFileName(name));
      return name;
    });
    expect(names).toEqual(['Title.md', 'TITLE 2.md', 'title 3.md', 'Other.md']);
  });

  it('never gives two titles names that a file system takes for one', () => {
    fc.assert(fc.property(fc.array(fc.oneof(title, fc.constantFrom('A', 'a', 'A 2', 'straße', 'STRASSE', 'x'.repeat(300)))), (titles) => {
      const taken = new Set<string>();
      for (const each of titles) taken.add(foldFileName(freeFileName(each, (folded) => taken.has(folded))));
      expect(taken.size).toBe(titles.length);
    }));
  });
});
