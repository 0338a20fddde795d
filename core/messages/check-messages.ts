import type { Difference } from '../base/difference.ts';
import type { Finding } from '../base/finding.ts';
import { assertNever } from '../base/never.ts';
import { shorten } from '../base/text.ts';
import { damageClause } from './fault-messages.ts';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The sentence for what a check came upon. */
export function findingSentence(finding: Finding): string {
  const { file } = finding;
  switch (finding.kind) {
    case 'damaged': return `${file} can’t be used, because ${damageClause(finding.reason)}.`;
    case 'newer': return `${file} was written by a later Lectern (format ${finding.format}) and could not be checked.`;
    case 'unreadable': return `${file} could not be read (${finding.code}).`;
    case 'identity-missing': return `${file} is missing, which names the library.`;
    case 'content-missing': return `${file} needs content/${finding.content}.json for its text, which is missing.`;
    case 'original-missing': return `${file} came from ${finding.original}, which is missing.`;
    case 'asset-missing': return `${file} shows the image assets/${finding.asset}, which is missing.`;
    case 'tag-missing': return `${file} uses the tag ${finding.tagId}, which the codebook has not got.`;
    case 'quote-lost': return `${file} highlights “${shorten(finding.quote, 60)}”, which its text does not say in one clear place.`;
    case 'hash-missing': return `${file} was edited by hand and has no checksum yet.`;
    case 'temporary': return `${file} was left behind by a write that was cut short.`;
    case 'unreferenced': return `${file} belongs to no article.`;
    case 'copy': return `${file} is a sync program’s copy of ${finding.document}; Lectern merges it when it opens the library.`;
    case 'stranger': return `${file} is not a file of Lectern’s; it is left alone.`;
    default: return assertNever(finding);
  }
}

/** Words of `lectern check` beside its findings. */
export const checkWords = {
  checked: ({ documents, contents, originals }: { documents: number; contents: number; originals: number }) => `Checked ${counted(documents, 'document')}, ${counted(contents, 'text')} and ${counted(originals, 'original')}.`,
  sound: 'The library is sound.',
  repaired: 'Repaired: ',
} as const;

const differences: Record<Difference['kind'], string> = {
  'file-lost': 'did not come back',
  'file-added': 'came back, but was not there before',
  'file-changed': 'came back with other bytes (or was changed meanwhile)',
  'value-changed': 'came back, but is read otherwise',
  unreadable: 'can’t be read in your library either; “lectern check” says why',
  'quote-lost': 'has a highlight whose quote is not in the Markdown',
  'note-lost': 'has a highlight whose note is not in the Markdown',
};

/** The sentence for a difference that `lectern verify` found. */
export const differenceSentence = (difference: Difference): string => `${difference.file} ${differences[difference.kind]}${'highlightId' in difference ? ` (${difference.highlightId})` : ''}.`;

export const verifyWords = {
  compared: (files: number, articles: number) => `${counted(files, 'file')} went into an archive and came back; ${counted(articles, 'article')} read the same.`,
  markdown: (quotes: number, notes: number) => `${counted(quotes, 'quote')} and ${counted(notes, 'note')} are in the Markdown.`,
  free: 'Nothing is locked in.',
} as const;
