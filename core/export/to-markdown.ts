import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Place } from '../article/place.ts';
import type { ArticleId } from '../base/ids.ts';
import { type LibraryLink, redirectLibraryLinks } from '../article/library-link.ts';
import { assertNever } from '../base/never.ts';
import { normaliseLine, shorten } from '../base/text.ts';
import { type ColourLegend, nameColour } from '../highlight/colour.ts';
import { containMarkdown } from './contain-markdown.ts';
import { frontMatter } from './front-matter.ts';
import type { NotesOutline, OutlineEntry, OutlineSection, OutlineTag } from './notes-outline.ts';

/** A file that an export makes. `name` is safe on every file system; `markdown` ends in one newline. */
export type ExportedFile = { readonly id: ArticleId; readonly name: string; readonly markdown: string };

const LINK_TEXT_LENGTH = 60;

/** What Obsidian reads as a mark of its own: tags, comments, highlights, formulas and block ids. */
const obsidian: Options = {
  unsafe: [
    { character: '#', after: '[^\\s#]', inConstruct: 'phrasing' },
    // Looked ahead for, not taken in: each sign of a run counts, but the last.
    { character: '%', after: '(?=%)', inConstruct: 'phrasing' },
    { character: '=', after: '(?==)', inConstruct: 'phrasing' },
    { character: '$', after: '(?=[^$]*\\$)', inConstruct: 'phrasing' },
    { character: '^', before: '\\s', inConstruct: 'phrasing' },
    { atBreak: true, character: '^' },
  ],
};
const style: Options = { bullet: '-', rule: '-', emphasis: '*', extensions: [gfmToMarkdown(), obsidian] };

/** Markdown that is written as it stands: the user's own, and marks that CommonMark does not know. */
const asWritten = (value: string): BlockContent & PhrasingContent => ({ type: 'html', value });

// eslint-disable-next-line no-control-regex -- control characters mean nothing in Markdown and can mislead a terminal
const printable = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

const words = (text: string): PhrasingContent => ({ type: 'text', value: printable(text) });

/** The lines of a quote, with breaks between them. */
function lines(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((line, index): PhrasingContent[] => (index > 0 ? [{ type: 'break' }, words(line.trim())] : [words(line.trim())]));
}

const strong = (text: string): PhrasingContent => ({ type: 'strong', children: [words(text)] });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const heading = (depth: 1 | 2, text: string): BlockContent => ({ type: 'heading', depth, children: [words(normaliseLine(text))] });

/** Where in the article, in the shortest words. */
function placeWords(place: Place): string {
  switch (place.kind) {
    case 'paragraph': return `¶ ${place.number}`;
    case 'aside': return `set-aside part ${place.number}`;
    case 'heading':
    case 'caption':
    case 'table': return `${place.kind} ${place.number}`;
    case 'title':
    case 'dek':
    case 'byline':
    case 'dateline': return place.kind;
    default: return assertNever(place);
  }
}

function tagWords({ name, slug }: OutlineTag): PhrasingContent[] {
  return name === slug ? [asWritten(`#${slug}`)] : [asWritten(`#${slug}`), words(` (${normaliseLine(name)})`)];
}

function factsOf(entry: OutlineEntry, legend: ColourLegend): BlockContent {
  const facts: PhrasingContent[][] = [
    ...entry.tags.map(tagWords),
    [words(nameColour(entry.colour, Object.hasOwn(legend, entry.colour) ? legend[entry.colour] : undefined))],
    ...(entry.place ? [[words(placeWords(entry.place))]] : []),
    ...(entry.pages === null ? [] : [[words(`${entry.pages.includes('–') ? 'pp.' : 'p.'} ${entry.pages}`)]]),
    ...(entry.isOrphan ? [[strong('no longer found in the text')]] : []),
  ];
  return paragraph(...facts.flatMap((fact, index) => (index > 0 ? [words(' · '), ...fact] : fact)));
}

function userMarkdown(note: string, linkTo: ExportedLink): BlockContent[] {
  const contained = containMarkdown(redirectLibraryLinks(note, linkTo));
  return contained === '' ? [] : [asWritten(contained)];
}

/** What the words of an entry depend on besides itself. */
type Wording = { readonly linkTo: ExportedLink; readonly legend: ColourLegend };

function entryBlocks(entry: OutlineEntry, { linkTo, legend }: Wording): BlockContent[] {
  return [
    { type: 'blockquote', children: entry.paragraphs.map((text) => paragraph(...lines(text))) },
    asWritten(`^${entry.blockId}`),
    ...userMarkdown(entry.note, linkTo),
    factsOf(entry, legend),
  ];
}

/** A link to an entry told elsewhere in the file. A link's text can't be escaped, so it is freed of all that could mean something. */
function linkBlock(entry: OutlineEntry): BlockContent {
  const plain = printable(entry.paragraphs.join(' ')).replace(/[[\]|\\`*_<>$%=#^~&\s]+/gu, ' ').trim();
  return paragraph(asWritten(`[[#^${entry.blockId}|${shorten(plain, LINK_TEXT_LENGTH) || entry.blockId}]]`));
}

const sectionTitle = ({ kind, tag }: OutlineSection) => (kind === 'all' ? 'Highlights' : (tag?.name ?? 'Untagged'));

function sectionBlocks(section: OutlineSection, wording: Wording): BlockContent[] {
  const blocks = section.entries.flatMap(({ entry, isRepeat }) => (isRepeat ? [linkBlock(entry)] : entryBlocks(entry, wording)));
  return [heading(2, sectionTitle(section)), ...(blocks.length > 0 ? blocks : [paragraph(words('This article has no highlights.'))])];
}

/** Where a link into the library leads in an export; null where it stays as it is. */
export type ExportedLink = (link: LibraryLink) => string | null;

/** An outline as Markdown that Obsidian reads well, and every other reader of GitHub's Markdown. The same outline gives the same bytes. */
export function notesToMarkdown(outline: NotesOutline, { linkTo = () => null, legend = {} }: Partial<Wording> = {}): string {
  const { title, byline, summary } = outline.article;
  const summaryBlocks = userMarkdown(summary, linkTo);
  const root: Root = {
    type: 'root',
    children: [
      heading(1, title),
      ...(byline ? [paragraph(words(normaliseLine(byline)))] : []),
      ...(summaryBlocks.length > 0 ? [heading(2, 'Summary'), ...summaryBlocks] : []),
      ...outline.sections.flatMap((section) => sectionBlocks(section, { linkTo, legend })),
    ],
  };
  return `${frontMatter(outline)}\n${toMarkdown(root, style).trimEnd()}\n`;
}
