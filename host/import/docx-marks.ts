import type { Colour } from '../../core/highlight/colour.ts';
import type { FoundHighlight } from '../../core/import/found-article.ts';
import { elementsOf, findElements, textOf, type XmlElement } from './read-xml.ts';

/** Characters kept on either side of a quote, to tell it from others with the same words. */
const CONTEXT = 32;
/** Word's names for the colours of its marker. */
const colourNames: Readonly<Record<string, Colour>> = {
  yellow: 'yellow', darkYellow: 'orange', green: 'green', darkGreen: 'green', cyan: 'blue', blue: 'blue', darkBlue: 'blue', darkCyan: 'blue', magenta: 'magenta', darkMagenta: 'purple', red: 'red', darkRed: 'red', black: 'grey', darkGray: 'grey', lightGray: 'grey', white: 'grey',
};

type Comment = { readonly note: string; readonly createdAt: string | null };
type Stretch = { start: number; end: number };

const valueOf = (element: XmlElement | undefined, name: string) => element?.attributes[name] ?? null;

/** Word writes local times as if they were UTC; the day is right. */
function dateOf(text: string | null): string | null {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function readComments(root: XmlElement | null): ReadonlyMap<string, Comment> {
  return new Map((root ? findElements(root, 'comment') : []).map((comment) => {
    const text = findElements(comment, 'p').map(textOf).join('\n\n').trim();
    const author = valueOf(comment, 'w:author');
    return [valueOf(comment, 'w:id') ?? '', { note: author ? `${text}\n\n— ${author}` : text, createdAt: dateOf(valueOf(comment, 'w:date')) }] as const;
  }));
}

/** Walks the text of a document in order and notes which stretches comments and markers are over. */
function walkText(root: XmlElement) {
  let text = '';
  const comments = new Map<string, Stretch>();
  const marked: (Stretch & { readonly colour: Colour })[] = [];
  const readRun = (run: XmlElement) => {
    const start = text.length;
    for (const child of elementsOf(run)) {
      if (child.name === 't') text += textOf(child);
      else if (child.name === 'tab') text += ' ';
      else if (child.name === 'br') text += '\n';
      // A comment without a range, as some programs write it, is about the place of its sign.
      else if (child.name === 'commentReference' && !comments.has(valueOf(child, 'w:id') ?? '')) comments.set(valueOf(child, 'w:id') ?? '', { start: text.length, end: text.length });
    }
    const [marker] = elementsOf(run).filter(({ name }) => name === 'rPr').flatMap((properties) => elementsOf(properties)).filter(({ name }) => name === 'highlight');
    const colour = colourNames[valueOf(marker, 'w:val') ?? ''];
    const last = marked.at(-1);
    if (!colour || text.length === start) return;
    // One stroke of the marker is cut into runs wherever the style changes.
    if (last?.end === start && last.colour === colour) last.end = text.length;
    else marked.push({ start, end: text.length, colour });
  };
  const walk = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      const id = valueOf(child, 'w:id') ?? '';
      if (child.name === 'commentRangeStart') comments.set(id, { start: text.length, end: text.length });
      else if (child.name === 'commentRangeEnd') comments.set(id, { start: comments.get(id)?.start ?? text.length, end: text.length });
      else if (child.name === 'r') readRun(child);
      else if (child.name !== 'del') walk(child);
      if (child.name === 'p') text += '\n';
    }
  };
  walk(root);
  return { text, comments, marked };
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The paragraph that holds a place, or where that is blank the nearest before it that is not, else the nearest after; null in a text without words. */
function paragraphAt(text: string, at: number): Stretch | null {
  const paragraphs = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: words, index }): Stretch => ({ start: index, end: index + words.length }));
  return paragraphs.findLast(({ start }) => start <= at) ?? paragraphs[0] ?? null;
}

/** A stretch with words in it: of one without, what is about a place alone, the sentence there, or the last before it. */
function withWords(text: string, stretch: Stretch): Stretch | null {
  if (text.slice(stretch.start, stretch.end).trim() !== '') return stretch;
  const paragraph = paragraphAt(text, stretch.start);
  if (!paragraph) return null;
  const found = [...sentences.segment(text.slice(paragraph.start, paragraph.end))].filter(({ segment }) => segment.trim() !== '');
  const sentence = found.findLast(({ index }) => paragraph.start + index < stretch.start) ?? found[0];
  return sentence ? { start: paragraph.start + sentence.index, end: paragraph.start + sentence.index + sentence.segment.length } : paragraph;
}

/** The quote of a stretch with what stands around it; null in a text without words. */
function quoteOf(text: string, stretch: Stretch): Pick<FoundHighlight, 'quote' | 'prefix' | 'suffix'> | null {
  const worded = withWords(text, stretch);
  if (!worded) return null;
  const { start, end } = worded;
  const quote = text.slice(start, end).trim();
  const from = text.indexOf(quote, start);
  return { quote, prefix: text.slice(Math.max(0, from - CONTEXT), from), suffix: text.slice(from + quote.length, from + quote.length + CONTEXT) };
}

/** What somebody marked in a Word document: text with a comment on it, and text under the marker, in reading order. */
export function readWordMarks(document: XmlElement, commentsRoot: XmlElement | null): readonly FoundHighlight[] {
  const { text, comments, marked } = walkText(document);
  const told = readComments(commentsRoot);
  // Answers to a comment are over the same words: one highlight with all that was said.
  const talks = new Map<string, Stretch & { readonly said: Comment[] }>();
  for (const [id, stretch] of comments) {
    const key = `${stretch.start} ${stretch.end}`;
    const talk = talks.get(key) ?? { ...stretch, said: [] };
    talk.said.push(told.get(id) ?? { note: '', createdAt: null });
    talks.set(key, talk);
  }
  const commented = [...talks.values()].map(({ said, ...stretch }) => ({ ...stretch, colour: null, note: said.map(({ note }) => note).filter((note) => note !== '').join('\n\n'), createdAt: said[0]?.createdAt ?? null }));
  return [...commented, ...marked.map((stretch) => ({ ...stretch, note: '', createdAt: null }))]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ note, createdAt, colour, ...stretch }): readonly FoundHighlight[] => {
      const quote = quoteOf(text, stretch);
      return quote ? [{ ...quote, offset: null, colour, note, tags: [], createdAt }] : [];
    });
}
