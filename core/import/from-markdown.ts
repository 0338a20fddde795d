import { getDefaults, Lexer, type MarkedToken, type Token, Tokenizer, type Tokens } from 'marked';
import type { Block, TableCell } from '../article/blocks.ts';
import type { FoundArticle } from './found-article.ts';
import { readFrontMatter } from './front-matter.ts';
import { isMarkedToken, readInline } from './markdown-leaf.ts';
import { NESTING_LIMIT } from './nesting.ts';
import { draftLeaf, numberLeaves } from './number-leaves.ts';
import { splitLabel } from './title.ts';

/** Line ends and characters in their one form; spaces and tabs as they are, since they mean something in Markdown and in code. */
const verbatim = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').toWellFormed();

function inlineBlocks(tokens: readonly Token[], toBlock: (leaf: ReturnType<typeof draftLeaf>) => Block): readonly Block[] {
  const { leaf, images } = readInline(tokens);
  const figures = images.map((image): Block => ({ kind: 'figure', images: [image], caption: null, credit: null, copies: 1 }));
  return leaf ? [toBlock(leaf), ...figures] : figures;
}

function tableBlocks(token: Tokens.Table): readonly Block[] {
  const cell = ({ tokens, header }: Tokens.TableCell): TableCell => ({ header, columns: 1, rows: 1, leaf: readInline(tokens).leaf ?? draftLeaf('') });
  return [{ kind: 'table', caption: null, rows: [token.header, ...token.rows].map((row) => row.map(cell)) }];
}

function listBlocks(token: Tokens.List, depth: number): readonly Block[] {
  const items = token.items.map((item) => draftBlocks(item.tokens, depth + 1));
  return depth < NESTING_LIMIT ? [{ kind: 'list', ordered: token.ordered, start: token.start || 1, items }] : items.flat();
}

function blocksOf(token: MarkedToken, depth: number): readonly Block[] {
  const paragraph = (tokens: readonly Token[]) => inlineBlocks(tokens, (leaf) => ({ kind: 'paragraph', leaf }));
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'heading':
      return inlineBlocks(token.tokens, (leaf) => ({ kind: 'heading', level: token.depth, leaf }));
    case 'code':
      return [{ kind: 'code', language: token.lang?.trim().split(/\s+/)[0] ?? '', leaf: draftLeaf(verbatim(token.text)) }];
    case 'blockquote': {
      const blocks = draftBlocks(token.tokens, depth + 1);
      return depth < NESTING_LIMIT ? [{ kind: 'quote', blocks }] : blocks;
    }
    case 'list':
      return listBlocks(token, depth);
    case 'table':
      return tableBlocks(token);
    case 'paragraph': {
      const parts = token.raw.split(NEXT_FOOTNOTE);
      return parts.length > 1 ? parts.flatMap((part) => draftBlocks(lex(part), depth)) : paragraph(token.tokens);
    }
    default:
      return paragraph([token]);
  }
}

/** Blocks whose leaves have no ids yet. Neighbouring tokens that are inline belong to one paragraph, as in a tight list. */
function draftBlocks(tokens: readonly Token[], depth: number): readonly Block[] {
  const [first, second, ...rest] = tokens;
  if (first?.type === 'checkbox' && second?.type === 'text') return [...inlineBlocks([first, second], (leaf) => ({ kind: 'paragraph', leaf })), ...draftBlocks(rest, depth)];
  return tokens.filter(isMarkedToken).flatMap((token) => blocksOf(token, depth));
}

/** Where another footnote begins on the next line of a paragraph. */
const NEXT_FOOTNOTE = /\n(?=\[\^[^\]\s]{1,40}\]:)/;

/** "[^1]: word" is a footnote, not the definition of a link that would vanish from the text. */
class FootnoteTokenizer extends Tokenizer {
  override def(source: string) {
    return source.trimStart().startsWith('[^') ? undefined : super.def(source);
  }
}

function lex(markdown: string): readonly Token[] {
  try {
    return Lexer.lex(markdown, { ...getDefaults(), tokenizer: new FootnoteTokenizer() });
  } catch (error) {
    // Markers nested by the thousand exhaust the stack; the text is then kept as it was typed.
    if (error instanceof Error) return [{ type: 'text', raw: markdown, text: markdown, escaped: true }];
    throw error;
  }
}

/** Reads Markdown (CommonMark with GitHub's tables, strikethrough and task lists) into blocks. Raw HTML stays text. */
export function blocksFromMarkdown(markdown: string): readonly Block[] {
  return numberLeaves(draftBlocks(lex(markdown), 0));
}

/** The blocks with the first heading, where it is of level 1, as the title; else with the title that the front matter gives. */
function withTitle(blocks: readonly Block[], title: string | null): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'heading' && first.level === 1) return [{ kind: 'title', leaf: first.leaf }, ...rest];
  return title === null ? blocks : [{ kind: 'title', leaf: draftLeaf(title) }, ...blocks];
}

/** Reads a Markdown file: its front matter into details, the rest into blocks. */
export function fromMarkdown(text: string): FoundArticle {
  const { found, unread, body } = readFrontMatter(verbatim(text));
  const blocks = withTitle(draftBlocks(lex(body), 0), found.title);
  const [first] = blocks;
  const heading = first?.kind === 'title' || first?.kind === 'heading' ? splitLabel(first.leaf.text.replaceAll('\n', ' ')) : null;
  const aside: readonly Block[] = unread === '' ? [] : [{ kind: 'aside', id: '', reason: 'other', blocks: [{ kind: 'code', language: 'yaml', leaf: draftLeaf(unread) }] }];
  return { found: { ...found, ...(heading && { title: found.title ?? heading.title, label: found.label ?? heading.label }) }, blocks: numberLeaves([...blocks, ...aside]) };
}
