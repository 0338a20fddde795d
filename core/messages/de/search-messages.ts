import { assertNever } from '../../base/never.ts';
import type { SearchHint } from '../../base/search-hint.ts';
import { shorten } from '../../base/text.ts';

const quoted = (text: string) => `„${shorten(text, 60)}“`;

export function searchHintSentence(hint: SearchHint): string {
  switch (hint.kind) {
    case 'quote-unclosed': return 'Ein Anführungszeichen ist nicht geschlossen; es gilt bis zum Ende.';
    case 'parenthesis-unmatched': return 'Einer Klammer fehlt die andere Hälfte; sie wurde weggelassen oder am Ende geschlossen.';
    case 'too-deep': return 'Die Klammern sind zu tief verschachtelt; die innersten wurden weggelassen.';
    case 'operator-alone': return `Neben ${hint.operator} steht nichts, worauf es sich beziehen könnte; es wurde weggelassen.`;
    case 'field-unknown': return `Ein Feld ${quoted(hint.field)} gibt es nicht; es gilt als Wort. Die Felder heißen tag, collection, author, source, status, colour, in, before, after, on und has.`;
    case 'value-missing': return `Nach ${hint.field}: fehlt etwas; es wurde weggelassen.`;
    case 'value-unknown': return `${hint.field}: kann nicht ${quoted(hint.value)} sein und wurde weggelassen. Möglich sind ${hint.known.join(', ')}.`;
    case 'date-unknown': return `${quoted(hint.value)} ist kein Datum; ${hint.field}: wurde weggelassen. Schreibweise: 2024, 2024-05 oder 2024-05-13.`;
    case 'tag-unknown': return `Ein Schlagwort ${quoted(hint.name)} gibt es nicht.`;
    case 'collection-unknown': return `Eine Sammlung ${quoted(hint.name)} gibt es nicht.`;
    case 'no-words': return 'Darin ist kein Wort, nach dem sich suchen lässt.';
    default: return assertNever(hint);
  }
}
