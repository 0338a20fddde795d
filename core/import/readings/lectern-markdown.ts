import { lexer, type Token, type Tokens } from 'marked';
import { colours } from '../../highlight/colour.ts';
import type { FoundHighlight } from '../found-article.ts';
import { readFrontMatter } from '../front-matter.ts';
import { readInline } from '../markdown-leaf.ts';
import { emptyHighlight, emptyReading, type Reading } from './reading.ts';

const OWN_ID = /^lectern-id:\s*"?([0-9a-hjkmnp-tv-z]{26})"?\s*$/im;
const BLOCK_ID = /^\^h-[0-9a-z]{1,26}$/;
/** A link to an entry that is told under another tag. */
const ENTRY_LINK = /^\[\[#\^h-[0-9a-z]{1,26}\|[^\]]*\]\]$/;
const PLACE = /^(?:¶ \d+|(?:heading|caption|table|set-aside part) \d+|title|dek|byline|dateline|pp?\. .+|no longer found in the text)$/;

/** True for notes that Lectern exported. */
export const isLecternMarkdown = (text: string) => text.startsWith('---') && OWN_ID.test(text.slice(0, 20_000).split(/\n---\s*\n/, 1)[0] ?? '');

const isParagraph = (token: Token | undefined): token is Tokens.Paragraph => token?.type === 'paragraph';
const isQuote = (token: Token | undefined): token is Tokens.Blockquote => token?.type === 'blockquote';
const plain = (token: Tokens.Paragraph) => readInline(token.tokens).leaf?.text ?? '';

/** An entry begins with its quote, and the name of its block behind it. */
function beginsEntry(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return isQuote(tokens[at]) && isParagraph(next) && BLOCK_ID.test(next.raw.trim());
}

/** A section's heading stands before an entry, a link to one, or the end of what there is. */
function beginsSection(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.type !== 'heading' || !('depth' in token) || token['depth'] !== 2) return false;
  return next === undefined || beginsEntry(tokens, at + 1) || (isParagraph(next) && (ENTRY_LINK.test(next.raw.trim()) || /has no highlights\.$/.test(next.raw.trim())));
}

/** What the last line of an entry says: "#slug (name) · yellow (disputed) · ¶ 4". */
function readFacts(line: string): Pick<FoundHighlight, 'tags' | 'colour'> | null {
  const parts = line.split(' · ').map((part) => part.trim()).reduce<string[]>((whole, part) => {
    const last = whole.at(-1);
    // A name in brackets may hold the sign that parts facts.
    if (last !== undefined && last.startsWith('#') && last.includes('(') && !last.endsWith(')')) return [...whole.slice(0, -1), `${last} · ${part}`];
    return [...whole, part];
  }, []);
  const tags = parts.filter((part) => part.startsWith('#')).map((part) => /^#\S+ \((.*)\)$/.exec(part)?.[1] ?? part.slice(1));
  const rest = parts.filter((part) => !part.startsWith('#'));
  const colour = colours.find((each) => rest[0] === each || rest[0]?.startsWith(`${each} (`));
  return colour && rest.slice(1).every((part) => PLACE.test(part)) ? { tags, colour } : null;
}

/** What stands between tokens as it was written, the empty lines too. */
const written = (tokens: readonly Token[]) => tokens.map(({ raw }) => raw).join('').trim();

/** The tokens without empty lines, each with those behind it up to the next, so that a note keeps its own. */
function withSpaces(markdown: string): readonly Token[] {
  return lexer(markdown).reduce<Token[]>((tokens, token) => {
    const last = tokens.at(-1);
    if (token.type !== 'space' || !last) return [...tokens, token];
    tokens[tokens.length - 1] = { ...last, raw: last.raw + token.raw };
    return tokens;
  }, []).filter(({ type }) => type !== 'space');
}

function readEntry(quote: Tokens.Blockquote, behind: readonly Token[]): FoundHighlight {
  const paragraphs = quote.tokens.filter(isParagraph).map(plain);
  const last = behind.findLastIndex(isParagraph);
  const facts = last === -1 ? null : readFacts(isParagraph(behind[last]) ? plain(behind[last]) : '');
  const note = written(facts ? behind.slice(0, last) : behind);
  return { ...emptyHighlight, quote: paragraphs.join('\n'), note, ...facts };
}

/** Reads notes that Lectern exported: details, summary, and every highlight with its note, tags and colour. Null for what is none. */
export function fromLecternMarkdown(text: string): readonly Reading[] | null {
  const source = text.replace(/\r\n?/g, '\n');
  const id = OWN_ID.exec(source)?.[1];
  if (id === undefined || !isLecternMarkdown(source)) return null;
  const { found, body } = readFrontMatter(source);
  const publication = /^publication:\s*(.+)$/m.exec(source)?.[1]?.replace(/^"|"$/g, '') ?? null;
  const tokens = withSpaces(body);
  const starts = tokens.flatMap((_, at) => (beginsEntry(tokens, at) ? [at] : []));
  const stops = [...tokens.flatMap((_, at) => (beginsEntry(tokens, at) || beginsSection(tokens, at) || ENTRY_LINK.test(tokens[at]?.raw.trim() ?? '') ? [at] : [])), tokens.length];
  const highlights = starts.flatMap((at): readonly FoundHighlight[] => {
    const quote = tokens[at];
    const stop = stops.find((each) => each > at) ?? tokens.length;
    return isQuote(quote) ? [readEntry(quote, tokens.slice(at + 2, stop))] : [];
  });
  const summaryAt = tokens.findIndex((token) => token.type === 'heading' && token.raw.trim() === '## Summary');
  const summaryEnd = stops.find((each) => each > summaryAt) ?? tokens.length;
  const note = summaryAt === -1 ? '' : written(tokens.slice(summaryAt + 1, summaryEnd));
  return [{ ...emptyReading, found: { ...found, source: found.source ?? publication }, highlights, note, lecternId: id }];
}
