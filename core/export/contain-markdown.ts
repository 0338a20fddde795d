import { lexer, type Token } from 'marked';

const SENTINEL = 'lectern-sentinel';

/** HTML blocks that only their own ending closes, not a blank line. */
const OPEN_HTML: readonly (readonly [begin: RegExp, end: string])[] = [
  [/^ {0,3}<!--/, '-->'],
  [/^ {0,3}<\?/, '?>'],
  [/^ {0,3}<!\[CDATA\[/, ']]>'],
  [/^ {0,3}<![a-z]/i, '>'],
  [/^ {0,3}<script/i, '</script>'],
  [/^ {0,3}<pre/i, '</pre>'],
  [/^ {0,3}<style/i, '</style>'],
  [/^ {0,3}<textarea/i, '</textarea>'],
];

/** True when a paragraph that follows is read as one, and not as a part of the note. */
function letsFollow(note: string): boolean {
  const last = lexer(`${note}\n\n${SENTINEL}`).at(-1);
  return last?.type === 'paragraph' && last.raw.trim() === SENTINEL;
}

function endingOf(token: Token | undefined): string | null {
  if (token?.type === 'code') return /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] ?? null;
  if (token?.type === 'html') return OPEN_HTML.find(([begin]) => begin.test(token.raw))?.[1] ?? null;
  return null;
}

/** The note in a code fence longer than any in it: the last resort, which nothing gets out of. */
function inFence(note: string): string {
  const longest = note.match(/`+/g)?.reduce((most, ticks) => Math.max(most, ticks.length), 2) ?? 2;
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${note}\n${fence}`;
}

/** The note's prose without its code, in which Obsidian's own marks mean nothing. */
function proseOf(note: string): string {
  return lexer(note).filter((token) => token.type !== 'code').map((token) => token.raw.replace(/(`+)[\s\S]*?\1/g, '')).join('\n');
}

/** Closes what Obsidian reads to the end of the file where CommonMark does not: comments and formulas. */
function closeObsidianMarks(note: string): string {
  const prose = proseOf(note);
  const open = ['%%', '$$'].filter((mark) => (prose.split(mark).length - 1) % 2 === 1);
  return [note, ...open].join('\n');
}

function contain(typed: string): string {
  const marked = closeObsidianMarks(typed);
  if (letsFollow(marked)) return marked;
  const ending = endingOf(lexer(marked).at(-1));
  const closed = `${marked}\n${ending ?? ''}`;
  return ending && letsFollow(closed) ? closed : inFence(typed);
}

/** A user's Markdown as it was typed, with an unclosed code fence, HTML block, comment or formula closed, so that it swallows nothing of what follows. */
export function containMarkdown(note: string): string {
  const typed = note.replace(/\r\n?/g, '\n').toWellFormed().replace(/^[ \t\n]*\n/, '').trimEnd();
  if (typed === '') return '';
  try {
    return contain(typed);
  } catch (error) {
    // Markers nested by the thousand exhaust the stack of a reader of Markdown.
    if (error instanceof RangeError) return inFence(typed);
    throw error;
  }
}
