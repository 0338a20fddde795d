/** How a library that went out and came back differs from itself, as facts. `file` is relative to the library's folder. */
export type Difference =
  | { readonly kind: 'file-lost' | 'file-added' | 'file-changed' | 'value-changed' | 'unreadable'; readonly file: string }
  | { readonly kind: 'quote-lost' | 'note-lost'; readonly file: string; readonly highlightId: string };
