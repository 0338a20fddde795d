import { isAssetName } from '../article/asset.ts';
import { type Block, type Image, isSafeLink, type Leaf } from '../article/blocks.ts';
import { normaliseLine } from '../base/text.ts';
import { splitCredits } from './credit.ts';
import { type Around, aroundIn, readLeaf } from './html-inline.ts';
import { attributeOf, elementsNamed, type HtmlNode, type ResolveAddress } from './html-node.ts';
import { draftLeaf } from './number-leaves.ts';

const ADDRESS_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'data-hi-res-src', 'src'];
const SOURCE_SETS = ['data-srcset', 'srcset'];
const CREDIT_CLASS = /(?:^|[\s_-])(?:credits?|copyright|image-source|photo-source|agency)(?:$|[\s_-])/i;

/** Where the host writes the name of an image that a page held in itself. What a page says there is not believed: the host writes on every image. */
export const ASSET_ATTRIBUTE = 'data-lectern-asset';
/** Where the host writes the address that such an image had, whose place its name takes. */
export const KEPT_ADDRESS_ATTRIBUTE = 'data-lectern-address';

/** The address of an image: a lazy page keeps the true one beside a placeholder. */
function addressOf(node: HtmlNode, resolve: ResolveAddress): string | null {
  const kept = attributeOf(node, KEPT_ADDRESS_ATTRIBUTE);
  if (/^https?:/i.test(kept) && isSafeLink(kept)) return kept;
  const fromSets = SOURCE_SETS.map((name) => attributeOf(node, name).split(/[\s,]/, 1)[0] ?? '');
  const found = [...ADDRESS_ATTRIBUTES.map((name) => attributeOf(node, name)), ...fromSets].filter((address) => address !== '' && !/^data:/i.test(address)).map(resolve);
  return found.find((address) => address !== null && isSafeLink(address)) ?? null;
}

/** The image of an <img>; null for a placeholder or a counter's pixel, which has neither words nor an address. */
export function readImage(node: HtmlNode, resolve: ResolveAddress): Image | null {
  const alt = normaliseLine(attributeOf(node, 'alt'));
  const isPixel = /^[01](?:px)?$/.test(attributeOf(node, 'width')) || /^[01](?:px)?$/.test(attributeOf(node, 'height'));
  const address = isPixel ? null : addressOf(node, resolve);
  const name = attributeOf(node, ASSET_ATTRIBUTE);
  const asset = !isPixel && isAssetName(name) ? name : null;
  // The name that stands for a kept image leads nowhere.
  const isOwnName = asset !== null && address?.includes(asset);
  return alt === '' && address === null && asset === null ? null : { asset, alt, address: isOwnName ? null : address };
}

/** Cuts "caption (credit: NAME)" in two; the credit alone when there is no caption. */
export function splitCaption(leaf: Leaf): { readonly caption: Leaf | null; readonly credit: Leaf | null } {
  const [found, second] = splitCredits(leaf.text);
  if (!found || second) return { caption: leaf, credit: null };
  const marks = leaf.marks.filter((mark) => mark.end <= found.caption.length);
  return { caption: found.caption === '' ? null : draftLeaf(found.caption, marks), credit: draftLeaf(found.credit) };
}

function findDescendant(node: HtmlNode, isWanted: (node: HtmlNode) => boolean): HtmlNode | null {
  for (const child of node.childNodes) {
    const found = isWanted(child) ? child : findDescendant(child, isWanted);
    if (found) return found;
  }
  return null;
}

/** Reads a <figure> of images with its caption and credit; null when it holds something else, to be read as its children. */
export function readFigure(node: HtmlNode, outside: Around): readonly Block[] | null {
  const around = aroundIn(node, outside);
  const images = elementsNamed(node, ['img']).map((each) => readImage(each, around.resolve)).filter((image) => image !== null);
  const [captionNode] = elementsNamed(node, ['figcaption']);
  const hasOther = elementsNamed(node, ['table', 'pre', 'blockquote']).length > 0;
  if (hasOther || (images.length === 0 && (!captionNode || elementsNamed(node, ['ul', 'ol', 'p']).length > 0))) return null;
  const creditNode = findDescendant(node, (child) => CREDIT_CLASS.test(attributeOf(child, 'class')));
  const credit = creditNode && readLeaf(creditNode, around);
  const text = readLeaf(captionNode ?? node, around, (child) => child === creditNode);
  // With a credit of its own beside it, a caption stays whole.
  const split = text && !credit ? splitCaption(text) : { caption: text, credit };
  const rest = captionNode ? readLeaf(node, around, (child) => child === creditNode || child === captionNode) : null;
  const figure: Block = { kind: 'figure', images, ...split, copies: 1 };
  return rest ? [figure, { kind: 'paragraph', leaf: rest }] : [figure];
}
