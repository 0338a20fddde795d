import type { ArticleId } from '../../core/base/ids.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { shorten } from '../../core/base/text.ts';
import { type Colour, colours } from '../../core/highlight/colour.ts';
import type { QuoteToHighlight } from '../../core/library/library.ts';
import type { UsageProblem } from '../../core/messages/command-line-messages.ts';
import { asJson, type Command, ended, type Given, type Invocation, misused, type Outcome } from './command.ts';
import { findArticle, problemWithIds } from './find-articles.ts';
import { parseWhole } from './parse-arguments.ts';
import { oneLine } from './terminal.ts';
import { withLibrary } from './with-library.ts';

const OCCURRENCE_LIMIT = 999_999_999;
const QUOTE_LENGTH = 60;

type Asked = { readonly typedId: string; readonly request: Omit<QuoteToHighlight, 'articleId'> };

function colourNamed(name: string): Colour | null {
  const wanted = name.toLowerCase().replace(/^gray$/, 'grey');
  return colours.find((colour) => colour === wanted) ?? null;
}

function readRequest(given: Given): Result<Asked, UsageProblem> {
  const [typedId, extra] = given.positionals;
  if (typedId === undefined) return fail({ kind: 'argument-missing', wanted: 'the ID of an article' });
  if (extra !== undefined) return fail({ kind: 'argument-unwanted', given: extra });
  const problem = problemWithIds([typedId]);
  if (problem) return fail(problem);
  const quote = given.text('quote');
  if (quote === undefined) return fail({ kind: 'option-missing', option: '--quote' });
  if (quote.trim() === '') return fail({ kind: 'value-wrong', option: '--quote', given: quote, wanted: 'words of the article' });
  const emptyTag = given.texts('tag').find((tag) => tag.trim() === '');
  if (emptyTag !== undefined) return fail({ kind: 'value-wrong', option: '--tag', given: emptyTag, wanted: 'a name' });
  const counted = given.text('occurrence');
  const occurrence = counted === undefined ? undefined : parseWhole(counted, 1, OCCURRENCE_LIMIT);
  if (occurrence === null) return fail({ kind: 'value-wrong', option: '--occurrence', given: counted ?? '', wanted: 'a number from 1 up' });
  const named = given.text('colour') ?? 'yellow';
  const colour = colourNamed(named);
  if (!colour) return fail({ kind: 'value-wrong', option: '--colour', given: named, wanted: colours.join(', ') });
  return succeed({ typedId, request: { quote, occurrence, tags: given.texts('tag'), note: given.text('note') ?? '', colour } });
}

async function makeHighlight(invocation: Invocation, articleId: ArticleId, { request }: Asked): Promise<Outcome> {
  const { isJson, terminal } = invocation;
  return withLibrary(invocation, 'write', async ({ client }) => {
    const made = await client.notes.highlightQuote({ ...request, articleId, tags: [...request.tags] });
    if (!made.ok) return ended(made.fault);
    await terminal.print(isJson ? asJson(made.value) : `${made.value.id}\t${oneLine(shorten(made.value.anchor.exact, QUOTE_LENGTH))}\n`);
    return ended();
  });
}

export const highlight: Command = {
  name: 'highlight',
  options: { quote: { value: 'TEXT' }, occurrence: { value: 'N' }, tag: { value: 'NAME', isRepeatable: true }, note: { value: 'MARKDOWN' }, colour: { value: 'NAME' } },
  async run(invocation) {
    const asked = readRequest(invocation.given);
    if (!asked.ok) return misused(asked.fault);
    let found: ArticleId | null = null;
    // The article is looked up first without writing, so that a wrong folder is not made into a library.
    const looked = await withLibrary(invocation, 'read', async ({ client }) => {
      const overview = await client.library.overview(undefined);
      if (!overview.ok) return ended(overview.fault);
      const article = findArticle(overview.value.articles, asked.value.typedId);
      if (!article.ok) return ended(article.fault);
      found = article.value.id;
      return ended();
    });
    return found === null ? looked : makeHighlight(invocation, found, asked.value);
  },
};
