import type { SearchHit } from '../../core/library/ports.ts';
import { commandWords } from '../../core/messages/command-line-messages.ts';
import { searchHintSentence } from '../../core/messages/search-messages.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { asJson, type Command, ended, misused } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { oneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

const MOST = 200;

/** The text with its marks between signs that a terminal shows as bold, or a reader as such. */
function marked({ text, marks }: Pick<Snippet, 'text' | 'marks'>, isBold: boolean): string {
  const [on, off] = isBold ? ['\u001b[1m', '\u001b[22m'] : ['**', '**'];
  const parts = marks.map(({ start, end }, index) => `${oneLineInside(text.slice(marks[index - 1]?.end ?? 0, start))}${on}${oneLineInside(text.slice(start, end))}${off}`);
  return `${parts.join('')}${oneLineInside(text.slice(marks.at(-1)?.end ?? 0))}`.trim();
}

/** As oneLine, with the spaces at the ends, which stand between words here. */
function oneLineInside(text: string): string {
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\S\s+$/.test(text) ? ' ' : ''];
  return `${before}${oneLine(text)}${after}`;
}

function hitText({ articleId, title, snippets }: SearchHit, isBold: boolean): string {
  const inTitle = snippets.find(({ where }) => where === 'title');
  const heading = `${articleId}  ${marked(inTitle?.text === title ? inTitle : { text: title, marks: [] }, isBold)}`;
  const lines = snippets.filter(({ where }) => where !== 'title').map((snippet) => `    ${snippet.where}: ${marked(snippet, isBold)}`);
  return [heading, ...lines].join('\n');
}

export const search: Command = {
  name: 'search',
  options: { limit: { value: 'N' } },
  run(invocation) {
    const { given, isJson, terminal } = invocation;
    const query = given.positionals.join(' ');
    if (query === '') return Promise.resolve(misused({ kind: 'argument-missing', wanted: 'what to search for' }));
    const typedLimit = given.text('limit') ?? '20';
    const limit = parseWhole(typedLimit, 1, MOST);
    if (limit === null) return Promise.resolve(misused({ kind: 'value-wrong', option: '--limit', given: typedLimit, wanted: `a whole number from 1 to ${MOST}` }));
    return withLibrary(invocation, 'read', async ({ client }) => {
      const found = await client.search.find({ query, limit, offset: 0, isComplete: true });
      if (!found.ok) return ended(found.fault);
      const { hits, total, hint } = found.value;
      if (isJson) await terminal.print(asJson({ hits, total, hint }));
      else await terminal.print(hits.length === 0 ? `${commandWords.nothingFound}\n` : `${[...hits.map((hit) => hitText(hit, terminal.isScreen)), commandWords.found(hits.length, total)].join('\n\n')}\n`);
      if (hint && !isJson) terminal.complain(searchHintSentence(hint));
      return ended();
    });
  },
};
