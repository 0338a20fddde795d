import { inForce } from '../base/language.ts';
import { assertNever } from '../base/never.ts';
import type { SearchHint } from '../base/search-hint.ts';
import { shorten } from '../base/text.ts';
import * as german from './de/search-messages.ts';

const quoted = (text: string) => `“${shorten(text, 60)}”`;

/** What to say where a query was not taken as written. */
export const searchHintSentence = (hint: SearchHint): string => inForce({ en: englishSentence, de: german.searchHintSentence })(hint);

function englishSentence(hint: SearchHint): string {
  switch (hint.kind) {
    case 'quote-unclosed': return 'A quote mark is not closed; it was taken to go to the end.';
    case 'parenthesis-unmatched': return 'A parenthesis has no other half; it was left out or closed at the end.';
    case 'too-deep': return 'Parentheses are nested too deeply; the innermost were left out.';
    case 'operator-alone': return `${hint.operator} has nothing beside it that it could mean, so it was left out.`;
    case 'field-unknown': return `There is no field ${quoted(hint.field)}; it was taken as a word. Fields are tag, collection, author, source, status, colour, in, before, after, on and has.`;
    case 'value-missing': return `Something is missing after ${hint.field}: so it was left out.`;
    case 'value-unknown': return `${hint.field}: can’t be ${quoted(hint.value)}, so it was left out. It can be ${hint.known.join(', ')}.`;
    case 'date-unknown': return `${quoted(hint.value)} is not a date, so ${hint.field}: was left out. Write 2024, 2024-05 or 2024-05-13.`;
    case 'tag-unknown': return `There is no tag ${quoted(hint.name)}.`;
    case 'collection-unknown': return `There is no collection ${quoted(hint.name)}.`;
    case 'no-words': return 'There is no word in this to search for.';
    default: return assertNever(hint);
  }
}
