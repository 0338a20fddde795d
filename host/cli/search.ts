import { NAME_LENGTH_LIMIT, nameSchema } from '../../core/base/named-record.ts';
import { succeed } from '../../core/base/result.ts';
import type { SearchAnswer } from '../../core/library/find-articles.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import { commandWords, type UsageProblem } from '../../core/messages/command-line-messages.ts';
import { searchHintSentence } from '../../core/messages/search-messages.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { asJson, type Command, ended, type Given, type Invocation, misused, type Outcome } from './command.ts';
import { parseWhole } from './parse-arguments.ts';
import { listSearches, savedQuery, saveSearch } from './saved-searches.ts';
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

/** What a search found, for a person or a program. */
async function show({ terminal, isJson }: Invocation, { hits, total, hint }: SearchAnswer): Promise<Outcome> {
  if (isJson) await terminal.print(asJson({ hits, total, hint }));
  else await terminal.print(hits.length === 0 ? `${commandWords.nothingFound}\n` : `${[...hits.map((hit) => hitText(hit, terminal.isScreen)), commandWords.found(hits.length, total)].join('\n\n')}\n`);
  if (hint && !isJson) terminal.complain(searchHintSentence(hint));
  return ended();
}

/** What is wrong with how a search was asked for. */
function problemOf({ positionals, text, has }: Given): UsageProblem | null {
  if (has('save') && has('saved')) return { kind: 'options-exclusive', options: ['--save', '--saved'] };
  if (has('save') && !nameSchema.safeParse(text('save')).success) return { kind: 'value-wrong', option: '--save', given: text('save') ?? '', wanted: `a name of at most ${NAME_LENGTH_LIMIT} characters` };
  return !has('saved') && positionals.join('').trim() === '' ? { kind: 'argument-missing', wanted: 'what to search for' } : null;
}

export const search: Command = {
  name: 'search',
  options: { limit: { value: 'N' }, save: { value: 'NAME' }, saved: {} },
  run(invocation) {
    const { given } = invocation;
    const written = given.positionals.join(' ');
    const problem = problemOf(given);
    if (problem) return Promise.resolve(misused(problem));
    const typedLimit = given.text('limit') ?? '20';
    const limit = parseWhole(typedLimit, 1, MOST);
    if (limit === null) return Promise.resolve(misused({ kind: 'value-wrong', option: '--limit', given: typedLimit, wanted: `a whole number from 1 to ${MOST}` }));
    const name = given.text('save');
    return withLibrary(invocation, name === undefined ? 'read' : 'write', async ({ client }) => {
      if (given.has('saved') && written === '') return listSearches(invocation, client);
      const query = given.has('saved') ? await savedQuery(client, written) : succeed(written);
      if (!query.ok) return ended(query.fault);
      const found = await client.search.find({ query: query.value, limit, offset: 0, isComplete: true });
      if (!found.ok) return ended(found.fault);
      const saved = name === undefined ? null : await saveSearch(client, { name, query: query.value });
      return saved?.ok === false ? ended(saved.fault) : show(invocation, found.value);
    });
  },
};
