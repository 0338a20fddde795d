import type { MarkedToken, Token } from 'marked';
import { type Image, isLinkTarget, isSafeLink, type Leaf } from '../article/blocks.ts';
import { decodeCharacterReferences } from './character-references.ts';
import { type LeafWriter, makeLeafWriter, type Style } from './leaf-writer.ts';

/** The leaf of a row of inline tokens, null when they say nothing, and the images among them. */
export type InlineContent = { readonly leaf: Leaf | null; readonly images: readonly Image[] };

/** True for a token of marked's own: no extension is in use, so there is no other. */
export const isMarkedToken = (token: Token): token is MarkedToken => typeof token.type === 'string';

const linkStyle = (href: string): Style | null => (isLinkTarget(href) ? { kind: 'link', href } : null);

function writeToken(token: MarkedToken, writer: LeafWriter, images: Image[]): void {
  const inside = (tokens: readonly Token[], style: Style | null) => writer.within(style, () => writeTokens(tokens, writer, images));
  switch (token.type) {
    case 'strong': return inside(token.tokens, { kind: 'strong' });
    case 'em': return inside(token.tokens, { kind: 'emphasis' });
    case 'del': return inside(token.tokens, { kind: 'deleted' });
    case 'link': return inside(token.tokens, linkStyle(token.autolink ? token.href : decodeCharacterReferences(token.href)));
    case 'codespan': return writer.within({ kind: 'code' }, () => writer.write(token.text));
    case 'br': return writer.breakLine();
    case 'checkbox': return writer.write(token.checked ? '☑ ' : '☐ ');
    case 'image': {
      const address = decodeCharacterReferences(token.href);
      images.push({ asset: null, alt: decodeCharacterReferences(token.text), address: isSafeLink(address) ? address : null });
      return;
    }
    case 'text': return token.tokens ? writeTokens(token.tokens, writer, images) : writer.write(decodeCharacterReferences(token.text));
    // Markup in Markdown is text here: what the author typed is what is shown.
    case 'html': return writer.write(token.raw);
    default: return writer.write('text' in token ? token.text : token.raw);
  }
}

function writeTokens(tokens: readonly Token[], writer: LeafWriter, images: Image[]): void {
  for (const token of tokens) if (isMarkedToken(token)) writeToken(token, writer, images);
}

/** Reads inline tokens into one leaf. Links lead only where links may lead; others are their text. */
export function readInline(tokens: readonly Token[]): InlineContent {
  const writer = makeLeafWriter();
  const images: Image[] = [];
  writeTokens(tokens, writer, images);
  return { leaf: writer.take(), images };
}
