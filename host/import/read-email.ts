import { type Block, leavesOf } from '../../core/article/blocks.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { arrangeBlocks } from '../../core/import/arrange-blocks.ts';
import { type FoundArticle, nothingFound } from '../../core/import/found-article.ts';
import { blocksFromHtmlTree } from '../../core/import/from-html-tree.ts';
import { fromPlainText } from '../../core/import/from-plain-text.ts';
import { NESTING_LIMIT } from '../../core/import/nesting.ts';
import { draftLeaf, numberLeaves } from '../../core/import/number-leaves.ts';
import type { Source } from '../../core/import/source.ts';
import { splitLabel } from '../../core/import/title.ts';
import { buildPage, pageLimits } from './build-page.ts';
import { decodeText } from './decode-text.ts';
import { type ImageKeeper, makeImageKeeper } from './keep-images.ts';
import { allParts, decodeHeader, findByAddress, type MimePart, overLimit, parseMime, readParameters } from './mime.ts';
import { makeResolver } from './page-address.ts';

const PLAIN_LIMIT = 5 * 1024 * 1024;
const NAMES_LISTED = 200;
const NAMES_LENGTH = 10_000;

const dispositionOf = (part: MimePart) => readParameters(part.headers.get('content-disposition') ?? '');
const textOf = (part: MimePart) => decodeText(part.body(), part.headers.get('content-type') ?? null).text;
const isBody = (part: MimePart) => (part.type === 'text/html' || part.type === 'text/plain') && dispositionOf(part).first !== 'attachment';

/** The part that holds the message: of alternatives the last, which is the richest that its sender made. */
function findBody(part: MimePart): MimePart | null {
  if (part.parts.length === 0) return isBody(part) ? part : null;
  const found = part.parts.map(findBody).filter((each) => each !== null);
  return (part.type === 'multipart/alternative' ? found.at(-1) : found[0]) ?? null;
}

/** What the text of a mail quotes, by the signs before its lines. */
function readPlain(text: string, depth = 0): readonly Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const runs: { isQuoted: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const isQuoted = line.startsWith('>');
    const last = runs.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(line);
    else runs.push({ isQuoted, lines: [line] });
  }
  return runs.flatMap((run): readonly Block[] => {
    const inside = run.lines.join('\n');
    if (!run.isQuoted) return fromPlainText(inside).blocks.map((block) => ('leaf' in block && block.kind !== 'heading' && block.kind !== 'paragraph' ? { kind: 'paragraph', leaf: block.leaf } : block));
    const quoted = readPlain(inside.replace(/^> ?/gm, ''), depth + 1);
    return depth < NESTING_LIMIT && quoted.length > 0 ? [{ kind: 'quote', blocks: quoted }] : quoted;
  });
}

function readMarkup(text: string, parts: readonly MimePart[], images: ImageKeeper): readonly Block[] | null {
  const built = buildPage(text);
  if ('over' in built) return null;
  const findPart = findByAddress(parts);
  images.keep(built.page, (address) => findPart(address)?.body() ?? null);
  return blocksFromHtmlTree(built.page.body, makeResolver(built.page, null));
}

/** Cuts at the commas that stand in no quotation marks. */
function splitPeople(line: string): readonly string[] {
  const people = [''];
  let isQuoted = false;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === ',' && !isQuoted) people.push('');
    else people[people.length - 1] += character;
  }
  return people;
}

/** "Ann Example <ann@example.org>, bob@example.org": the names, and the addresses of those who have none. */
function readNames(header: string | undefined): string | null {
  const names = splitPeople(decodeHeader(header ?? '').slice(0, NAMES_LENGTH)).map((person) => {
    const [, name = '', address = ''] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(person) ?? [];
    return name.replace(/^"|"$/g, '').trim() || address.trim() || person.trim();
  });
  return names.filter((name) => name !== '').join(', ') || null;
}

/** The names of what was sent along, and is not shown in the text, as a part that is set aside. */
function listAttachments(parts: readonly MimePart[], body: MimePart): readonly Block[] {
  const names = parts.filter((part) => part.parts.length === 0 && part !== body).flatMap((part) => {
    const { first, parameters } = dispositionOf(part);
    const name = decodeHeader(parameters.get('filename') ?? part.parameters.get('name') ?? '');
    return first === 'attachment' || (name !== '' && !part.headers.has('content-id')) ? [name || part.type] : [];
  });
  if (names.length === 0) return [];
  return [{ kind: 'aside', id: '', reason: 'other', blocks: [{ kind: 'list', ordered: false, start: 1, items: names.slice(0, NAMES_LISTED).map((name) => [{ kind: 'paragraph', leaf: draftLeaf(name.slice(0, 500)) }]) }] }];
}

/** Reads a mail: its headers as title, byline and date, its text or markup, and the names of what was sent along. */
export function readEmail(source: Source): Result<FoundArticle> {
  const message = parseMime(source.bytes);
  if ('over' in message) return overLimit(source, message.over);
  const parts = [...allParts(message)];
  const body = findBody(message);
  if (!body) return fail({ code: 'article-without-text', name: source.name });
  const text = textOf(body);
  const limitBytes = body.type === 'text/html' ? pageLimits.characters : PLAIN_LIMIT;
  if (text.length > limitBytes) return fail({ code: 'file-too-large', name: source.name, bytes: source.bytes.length, limitBytes });
  const images = makeImageKeeper();
  const blocks = body.type === 'text/html' ? readMarkup(text, parts, images) : readPlain(text);
  if (!blocks) return fail({ code: 'import-failed', name: source.name });
  if (blocks.flatMap(leavesOf).length === 0) return fail({ code: 'article-without-text', name: source.name });
  const subject = decodeHeader(message.headers.get('subject') ?? '');
  const time = Date.parse(message.headers.get('date') ?? '');
  const found = { ...nothingFound, ...(subject !== '' && splitLabel(subject)), byline: readNames(message.headers.get('from')), published: Number.isNaN(time) ? null : new Date(time).toISOString() };
  const arranged = [...arrangeBlocks(blocks, { title: found.title, dek: null }), ...listAttachments(parts, body)];
  return succeed({ found, blocks: numberLeaves(arranged), assets: images.usedBy(arranged) });
}
