import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { createContent } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { speak } from '../base/language.ts';
import { normaliseLine } from '../base/text.ts';
import { articleWithNotes, articleWithoutNotes, codebook, content, exampleCodebook, exampleHighlight } from './testing/example-article.ts';
import { outlineNotes } from './notes-outline.ts';
import { notesToMarkdown } from './to-markdown.ts';

const sources = { article: articleWithNotes, content, codebook };
const paragraphContent = (...texts: readonly string[]) => createContent(texts.map((text, index) => ({ kind: 'paragraph', leaf: { id: `${index}`, text, marks: [] } })));
const bodyOf = (markdown: string) => markdown.slice(markdown.indexOf('\n---\n') + 5);

const childrenOf = (token: Token): readonly Token[] => ('tokens' in token && token.tokens ? token.tokens : []);

/** What a reader sees of tokens: escapes and character references undone, line breaks as "\n". */
function seen(tokens: readonly Token[]): string {
  return tokens.map((token): string => {
    if (token.type === 'br') return '\n';
    if (childrenOf(token).length > 0) return seen(childrenOf(token));
    const text = 'text' in token && typeof token.text === 'string' ? token.text : '';
    return token.type === 'escape' ? text : text.replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  }).join('');
}

function quotesIn(markdown: string): readonly (readonly string[])[] {
  return lexer(bodyOf(markdown)).filter((token) => token.type === 'blockquote').map((quote) => childrenOf(quote).filter((token) => token.type !== 'space').map((token) => `${token.type} ${seen([token])}`));
}

/** The export of one highlight over the whole of some paragraphs. */
function exportQuote(texts: readonly string[], draft: { note?: string; tagName?: string; title?: string } = {}): string {
  const written = paragraphContent(...texts);
  const { text } = projectContent(written);
  const tags = exampleCodebook(draft.tagName ?? 'alliance');
  const highlight = exampleHighlight(text, text, { seed: 7, note: draft.note ?? '', tags: tags.tags.map((tag) => tag.id) });
  const article = { ...articleWithoutNotes, title: draft.title ?? 'A title', highlights: [highlight] };
  return notesToMarkdown(outlineNotes({ article, content: written, codebook: tags }, 'in-order'));
}

describe('notesToMarkdown', () => {
  it('writes what the user calls a colour in brackets after its name', () => {
    const outline = outlineNotes(sources, 'in-order');
    const colour = outline.sections[0]?.entries[0]?.entry.colour ?? 'yellow';
    expect(notesToMarkdown(outline, { legend: { [colour]: 'disputed' } })).toContain(`${colour} (disputed)`);
    expect(notesToMarkdown(outline)).not.toContain('(disputed)');
  });

  it('writes an article with every feature, in reading order', async () => {
    await expect(notesToMarkdown(outlineNotes(sources, 'in-order'))).toMatchFileSnapshot('golden/in-order.md');
  });

  it('writes an article with every feature, by tag', async () => {
    await expect(notesToMarkdown(outlineNotes(sources, 'by-tag'))).toMatchFileSnapshot('golden/by-tag.md');
  });

  it('cites the printed pages of a source that has them', () => {
    const paged = (...starts: readonly number[]) => notesToMarkdown(outlineNotes({ ...sources, content: createContent(content.blocks, starts.map((start, index) => ({ label: String(index + 7), start }))) }, 'in-order'));
    expect(paged(0)).toContain('· p. 7\n');
    expect(paged(0, 2)).toContain('· p. 8\n');
    expect(notesToMarkdown(outlineNotes(sources, 'in-order'))).not.toContain('p. ');
  });

  it('writes the same bytes whatever language the app speaks, so that exports can be compared and read back', () => {
    const write = () => (['in-order', 'by-tag'] as const).map((arrangement) => notesToMarkdown(outlineNotes(sources, arrangement)));
    const english = write();
    speak('de');
    const german = write();
    speak('en');
    expect(german).toEqual(english);
  });

  it('says plainly that an article has no highlights', () => {
    for (const arrangement of ['in-order', 'by-tag'] as const) {
      expect(notesToMarkdown(outlineNotes({ article: articleWithoutNotes, content, codebook }, arrangement))).toMatch(/## Highlights\n\nThis article has no highlights\.\n$/);
    }
  });

  it('exports every note of an article whose text is lost', () => {
    const markdown = notesToMarkdown(outlineNotes({ ...sources, content: null }, 'in-order'));
    expect(quotesIn(markdown)).toHaveLength(articleWithNotes.highlights.length);
    expect(markdown.match(/\*\*no longer found in the text\*\*/g)).toHaveLength(articleWithNotes.highlights.length);
  });

  it('gives the same bytes for the same notes', () => {
    expect(notesToMarkdown(outlineNotes(sources, 'by-tag'))).toBe(notesToMarkdown(outlineNotes(structuredClone(sources), 'by-tag')));
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('> ', '# ', '---', '===', '^h-1', '[[', ']]', '<b>', '<!--', '|', '`', '```', '*', '_', '~~', '$', '%%', '==', '&amp;', '\\', 'http://a.b/c_d', '1. ', '- ', '+ ', '    ', 'word', ' ', '!', '[x](y)', '[^1]', 'a@b.cd', 'www.x.org', '::', '\u202eabc', 'مرحبا', '🇺🇦')).map((parts) => parts.join('')),
  ).map((text) => normaliseLine(text.replace(/\p{Cc}+/gu, ' '))).filter((text) => text !== '');

  it('never loses a quote: a reader of Markdown sees each of its paragraphs', () => {
    fc.assert(fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
      expect(quotesIn(exportQuote(texts))).toEqual([texts.map((text) => `paragraph ${text}`)]);
    }), { numRuns: 2_000 });
  });

  it('keeps the line breaks inside a paragraph', () => {
    fc.assert(fc.property(fc.array(hostile, { minLength: 2, maxLength: 4 }), (lines) => {
      expect(quotesIn(exportQuote([lines.join('\n')]))).toEqual([[`paragraph ${lines.join('\n')}`]]);
    }), { numRuns: 1_000 });
  });

  it('writes a hostile title and tag name as text, on one line each', () => {
    fc.assert(fc.property(hostile, hostile, (title, tagName) => {
      const markdown = exportQuote(['A quote.'], { title: `${title}\n${title}`, tagName });
      const [first, ...rest] = lexer(bodyOf(markdown)).filter((token) => token.type !== 'space');
      expect(first).toMatchObject({ type: 'heading', depth: 1 });
      expect(seen(first ? [first] : [])).toBe(`${title} ${title}`);
      expect(rest.map((token) => token.type)).toEqual(['paragraph', 'heading', 'blockquote', 'paragraph', 'paragraph']);
    }), { numRuns: 1_000 });
  });

  it.each([
    ['a callout', '[!warning] Mind', '\\[!warning] Mind'],
    ['a wiki link', 'see [[Secret]]', 'see \\[\\[Secret]]'],
    ['a hashtag', 'they wrote #StopTheWar twice', 'they wrote \\#StopTheWar twice'],
    ['a comment of Obsidian', 'up 5 %% today', 'up 5 \\%% today'],
    ['a highlight of Obsidian', 'a ==b== c', 'a \\==b\\== c'],
    ['an odd run of percent signs', 'up %%% today', 'up \\%\\%% today'],
    ['an odd run of equals signs', 'a===b and c===d', 'a\\=\\==b and c\\=\\==d'],
    ['a formula', 'from $5 to $6', 'from \\$5 to $6'],
    ['a single price', 'for $5', 'for $5'],
    ['a block id', 'the end ^h-abc', 'the end \\^h-abc'],
    ['HTML', '<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
  ])('writes %s in a quote as text', (_, text, written) => {
    expect(exportQuote([text])).toContain(`\n> ${written}\n`);
  });

  it('leaves control characters out, which could mislead a terminal', () => {
    expect(exportQuote(['red \u001b[31malert\u0007\u0000'])).toContain('> red \\[31malert\n');
  });

  it('lets no note swallow what follows it', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('```', '~~~', '````', '<!--', '-->', '<script>', '<pre>', '<?', '<![CDATA[', '<div>', '%%', '$$', '- ', '> ', '\n', '\n\n', '    ', 'text', '`', '|a|b|\n|-|-|', '# h', '[a]: b')).map((parts) => parts.join('')), (note) => {
      const markdown = exportQuote(['A quote.'], { note });
      const last = lexer(bodyOf(markdown)).filter((token) => token.type !== 'space').at(-1);
      expect(last?.type).toBe('paragraph');
      expect(last?.raw.trim()).toBe('#alliance · yellow · ¶ 1');
    }), { numRuns: 2_000 });
  });

  it('ends in one newline, with front matter from the first line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (note) => {
      const markdown = exportQuote(['A quote.'], { note });
      expect(markdown.startsWith('---\ntitle: A title\n')).toBe(true);
      expect(markdown).toMatch(/[^\n]\n$/);
    }));
  });
});
