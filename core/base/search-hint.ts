/** How a query was understood where it could not be taken as written, as facts. The sentence is in core/messages/search-messages.ts. */
export type SearchHint =
  | { readonly kind: 'quote-unclosed' }
  | { readonly kind: 'parenthesis-unmatched' }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'operator-alone'; readonly operator: string }
  | { readonly kind: 'field-unknown'; readonly field: string }
  | { readonly kind: 'value-missing'; readonly field: string }
  | { readonly kind: 'value-unknown'; readonly field: string; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'date-unknown'; readonly field: string; readonly value: string }
  | { readonly kind: 'tag-unknown' | 'collection-unknown'; readonly name: string }
  | { readonly kind: 'no-words' };
