/** The help of the commands that keep a library safe. */
export const safekeepingHelp = {
  check: {
    synopsis: '[--repair]',
    about: 'Looks at every file of the library and says in words what is wrong with it; with --repair, sets right what can be.',
    options: { repair: 'Moves what can’t be used to damaged/ with its reason, gives lost tags an entry, and removes what interrupted writes left. Nothing else is removed.' },
    notes: ['The status is 0 when the library is sound, 1 when it is not. Files that belong to no article are named, but are no fault.'],
    examples: [
      ['lectern check', 'checks the library, also while the app has it open'],
      ['lectern check --repair', 'repairs it; the app must not have it open'],
    ],
  },
  backup: {
    synopsis: '[--out FILE]',
    about: 'Writes the whole library into one archive, reads it back, and prints its name.',
    options: { out: 'The archive to write; there must be no such file yet. Without it, a new name in the folder “… backups” beside the library.' },
    notes: ['The archive is a zip of the library’s own files with a manifest of their checksums. It holds everything but damaged/, merged/ and earlier versions.', 'In the usual folder the last of each of seven days and of the four weeks before stay. Name an archive otherwise to keep it.'],
    examples: [
      ['lectern backup', 'makes an archive beside the library, also while the app has it open'],
      ['lectern backup --out /media/stick/reading.zip', 'makes it elsewhere'],
    ],
  },
  restore: {
    synopsis: 'FILE --into DIR',
    about: 'Makes a library from an archive, in a folder that is new or empty, and opens it once to see that it is whole.',
    options: { into: 'The folder of the new library. Your present library is not touched.' },
    notes: ['Every byte of the archive is checked against its manifest before the first file is written.'],
    examples: [['lectern restore reading.zip --into ~/Restored', 'makes a library that “lectern list --library ~/Restored” reads']],
  },
  verify: {
    synopsis: '',
    about: 'Proves that nothing is locked in: takes the whole library out, makes another of what came out, and compares them; looks for each quote and note in the Markdown too.',
    options: {},
    notes: ['The library is only read. What is made for it lies in the system’s temporary folder and is removed. The status is 0 when there is no difference.'],
    examples: [['lectern verify', 'compares every document, text and original']],
  },
  history: {
    synopsis: 'ID [--restore REV]',
    about: 'Lists the versions that are kept of an article, the latest first, and what each of them changed.',
    options: { restore: 'Makes that version the present one again. The one it replaces is kept as any other.' },
    notes: [
      'ID is an article’s id, or at least four characters of its beginning or end that no other id has; also of an article that was deleted for good.',
      'At most one version a minute is kept of the last hour, one an hour of the last day, one a day of the last thirty, and one a month before.',
    ],
    examples: [
      ['lectern history 9xj4', 'shows what was changed in an article, and when'],
      ['lectern history 9xj4 --restore 12', 'goes back to version 12'],
    ],
  },
} as const;

const counted = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Words of these commands beside facts. */
export const safekeepingWords = {
  archived: (files: number) => `${counted(files, 'file')} archived, read back and found the same.`,
  restored: (name: string, articles: number) => `“${name}”: ${counted(articles, 'article')} restored.`,
} as const;
