import { assertNever } from '../base/never.ts';
import { safekeepingHelp } from './safekeeping-help.ts';

/** How a command line was written wrongly, as facts. */
export type UsageProblem =
  | { readonly kind: 'command-unknown'; readonly given: string }
  | { readonly kind: 'option-unknown'; readonly option: string }
  | { readonly kind: 'option-missing'; readonly option: string }
  | { readonly kind: 'option-repeated'; readonly option: string }
  | { readonly kind: 'value-missing'; readonly option: string }
  | { readonly kind: 'value-unwanted'; readonly option: string }
  | { readonly kind: 'value-wrong'; readonly option: string; readonly given: string; readonly wanted: string }
  | { readonly kind: 'argument-missing'; readonly wanted: string }
  | { readonly kind: 'argument-unwanted'; readonly given: string }
  | { readonly kind: 'options-exclusive'; readonly options: readonly [string, string] }
  | { readonly kind: 'id-short'; readonly given: string; readonly length: number };

/** The sentence for a command line that was written wrongly. */
export function usageSentence(problem: UsageProblem): string {
  switch (problem.kind) {
    case 'command-unknown': return `There is no command “${problem.given}”.`;
    case 'option-unknown': return `There is no option ${problem.option}.`;
    case 'option-missing': return `The option ${problem.option} is missing.`;
    case 'option-repeated': return `The option ${problem.option} can be given only once.`;
    case 'value-missing': return `The option ${problem.option} needs a value.`;
    case 'value-unwanted': return `The option ${problem.option} takes no value.`;
    case 'value-wrong': return `The option ${problem.option} can’t be “${problem.given}”: give ${problem.wanted}.`;
    case 'argument-missing': return `Something is missing: give ${problem.wanted}.`;
    case 'argument-unwanted': return `“${problem.given}” is one argument too many; put quote marks around text with spaces.`;
    case 'options-exclusive': return `The options ${problem.options.join(' and ')} can’t be given together.`;
    case 'id-short': return `“${problem.given}” is too short for an id: give at least ${problem.length} characters of its beginning or end.`;
    default: return assertNever(problem);
  }
}

/** Where help is, for whoever wrote a command line wrongly. */
export const helpHint = (command: string | null): string => `“lectern ${command === null ? 'help' : `${command} --help`}” shows how it is used.`;

type CommandHelp = {
  /** What follows the command's name. */
  readonly synopsis: string;
  readonly about: string;
  readonly options: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  /** A command line, and what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
};

/** What every command takes. */
export const commonOptionHelp = {
  library: 'The library’s folder. Without it: LECTERN_LIBRARY, or else the desktop app’s own, Documents/Lectern in your home folder.',
  json: 'Prints JSON, for other programs.',
  help: 'Shows this help.',
} as const;

const IDS = 'ID is an article’s id, or at least four characters of its beginning or end that no other id has.';

/** The help of each command. */
export const commandHelp = {
  import: {
    synopsis: 'FILE… | FOLDER… | ADDRESS… | -',
    about: 'Adds files, those of folders too, (.txt, .md, .html, .mhtml, .eml, .pdf, .epub, .docx), or pages of the web to the library, and prints the id and the title of each. What other programs exported of highlights is taken in with its articles.',
    options: {
      'dry-run': 'Says what such an export would bring, and takes nothing of it. Articles are added all the same.',
      known: 'What becomes of a file that the library has already, by its bytes or its address: “version” gives its article the new text (the default), “skip” leaves it out, “both” adds another article.',
    },
    notes: ['“-” reads text from standard input. When some of several files can’t be read, the others are added all the same, each failure is a line on stderr, and the status is 1.'],
    examples: [
      ['lectern import article.txt', 'adds one article'],
      ['lectern import https://example.org/article', 'fetches a page with its images; a second time, its new version'],
      ['lectern import --known skip saved/', 'adds all that can be read of a folder and those in it, but for what is there'],
      ['lectern import --dry-run "My Clippings.txt"', 'says what a Kindle’s highlights would bring'],
      ['pbpaste | lectern import -', 'adds what was copied (on Linux: wl-paste or xclip -o)'],
    ],
  },
  list: {
    synopsis: '',
    about: 'Lists the articles that are not in the bin, the newest first: id, status, how much is read, number of highlights, title.',
    options: { collection: 'Lists the articles of that collection alone.' },
    notes: [],
    examples: [
      ['lectern list', 'lists your library'],
      ['lectern list --collection "The strait"', 'lists the articles of a collection'],
      ['lectern list --json', 'prints a summary of each article, with its tags'],
    ],
  },
  show: {
    synopsis: 'ID',
    about: 'Shows what is known of an article: details, summary, and its highlights in reading order with their tags and notes.',
    options: {},
    notes: [IDS, 'With --json: the article’s document, its tags, and its text, in which the highlights’ offsets count.'],
    examples: [
      ['lectern show 9xj4', 'shows the article whose id ends in 9xj4'],
      ['lectern show 9xj4 --json', 'prints all of it'],
    ],
  },
  search: {
    synopsis: 'QUERY… | --saved [NAME]',
    about: 'Finds articles by what their text, notes, quotes, summaries, titles and tags say, the best first, and shows where.',
    options: {
      limit: 'How many articles to show at most, 1 to 200; 20 when it is left out.',
      save: 'Keeps the query under that name, beside finding what it finds.',
      saved: 'Finds what the saved search of that name finds; without a name, lists the saved searches with how many articles each finds.',
    },
    notes: [
      'All words are wanted. "several words" in quote marks stand together; word* is the beginning of a word; -word must not be there; a OR b is either; NEAR(a b, 5) is both with at most five words between; parentheses group. Case and accents do not count.',
      'Fields: tag:"freedom of navigation", collection:, author:, source:, status: (inbox, reading, archive, bin), colour:, in: (title, text, notes, quotes, summary), before:, after: and on: with a year, a month or a day, has: (note, highlight, summary, tag, review: highlights whose place in a changed text is to be settled).',
      'A query that begins with “-” goes after “--”. A query that can’t be taken as written is taken for what is nearest to it, and a line on stderr says so.',
    ],
    examples: [
      ['lectern search "freedom of navigation"', 'finds articles with all three words'],
      ['lectern search \'"freedom of navigation" in:notes before:2024-05\'', 'finds a phrase in your notes on articles from before May 2024'],
      ['lectern search --save "New notes" "has:note after:2024"', 'keeps a query under a name'],
      ['lectern search --saved "New notes"', 'finds what it finds now'],
      ['lectern search \'tag:alliance -status:archive exerci*\' --json', 'prints hits with their snippets for a program'],
    ],
  },
  highlight: {
    synopsis: 'ID --quote TEXT',
    about: 'Highlights a quote in an article, with tags and a note, and prints the highlight’s id.',
    options: {
      quote: 'The words to highlight. Case counts; the shape of quote marks, dashes and spaces does not.',
      occurrence: 'Which one, counted from 1, where the article says it several times.',
      tag: 'A tag to put on it; made when the codebook has none of that name. May be repeated.',
      note: 'A note in Markdown.',
      colour: 'yellow (when it is left out), red, green, blue, purple, magenta, orange or grey.',
    },
    notes: [IDS],
    examples: [
      ['lectern highlight 9xj4 --quote "freedom of navigation" --tag "freedom of navigation"', 'highlights and tags a phrase'],
      ['lectern highlight 9xj4 --quote "alliance" --occurrence 2 --colour blue --note "Whose word is it?"', 'highlights the second “alliance”'],
    ],
  },
  export: {
    synopsis: '[ID…] --out DIR | -',
    about: 'Writes the notes of articles as Markdown, a file for each; without ids, of every article that is not in the bin.',
    options: {
      out: 'The folder to write to, made where there is none; “-” is standard output.',
      'by-tag': 'Groups the highlights by tag instead of in reading order.',
      collection: 'Writes the notes of that collection’s articles alone.',
    },
    notes: [
      IDS,
      'An export never writes over what you wrote. Files of a former export are brought up to date under the names they have, as long as they are as Lectern wrote them (.lectern-export.json in the folder remembers that). A file that was changed since, or was never Lectern’s, is left alone, and a number is added to the new file’s name.',
    ],
    examples: [
      ['lectern export --out ~/Vault/Lectern', 'writes the notes of the whole library into an Obsidian vault'],
      ['lectern export 9xj4 --by-tag --out -', 'prints the notes of one article, grouped by tag'],
    ],
  },
  serve: {
    synopsis: '',
    about: 'Serves the app to a browser on this machine alone, and prints the address to open. Ctrl-C ends it.',
    options: {
      port: 'The port; any free one when it is left out.',
      open: 'Opens the address in your browser.',
      watch: 'Brings in what is put into that folder, as long as the library is served.',
    },
    notes: [
      'The part of the address after the # is the key to your library: whoever has it and an account on this machine can read and change all of it.',
      '--open hands your browser a small file that only you can read and that leads to the address, so that the key is not seen in the list of processes. Where the browser can’t open it, copy the address that is printed.',
    ],
    examples: [
      ['lectern serve --open', 'reads in the browser'],
      ['lectern serve --port 8750', 'always has the same port'],
    ],
  },
  ...safekeepingHelp,
} as const satisfies Readonly<Record<string, CommandHelp>>;

export type CommandName = keyof typeof commandHelp;

/** The help of a command by its name, options included, as any other's. */
export const helpOf = (name: CommandName): CommandHelp => commandHelp[name];

export const generalHelp = {
  about: 'Lectern: read, highlight, tag and take notes, offline.',
  more: '“lectern COMMAND --help” shows a command’s options and examples.',
  options: { help: 'Shows this help.', version: 'Shows the version.' },
  statuses: 'Exit status: 0 done; 1 it could not be done, and a line on stderr says why; 2 the command was written wrongly.',
} as const;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Words of the command line's own, beside facts. */
export const commandWords = {
  noneCollected: 'The collection has no articles.',
  noSearches: 'No search is saved. “lectern search --save NAME QUERY” keeps one.',
  noArticles: 'The library has no articles. “lectern import FILE” adds one.',
  nothingFound: 'No article matches.',
  found: (shown: number, total: number) => (shown === total ? counted(total, 'article') : `${shown} of ${counted(total, 'article')}; --limit shows more`),
  noHighlights: 'This article has no highlights.',
  lost: 'no longer found in the text',
  serving: (folder: string) => `Lectern serves ${folder}. Ctrl-C ends it.`,
  notOpened: (program: string) => `The browser could not be opened (${program}); open the address yourself.`,
  words: (count: number) => counted(count, 'word'),
  highlights: (count: number) => counted(count, 'highlight'),
  imported: (day: string) => `added ${day}`,
  binned: 'in the bin',
} as const;
