/** What one version of an article changed in the one before it, as facts. The sentences are in core/messages/history-messages.ts. */
export type VersionChange =
  | { readonly kind: 'highlight-added' | 'highlight-removed' | 'highlight-moved' | 'note-added' | 'note-changed' | 'note-removed' | 'tags-changed' | 'colour-changed'; readonly quote: string }
  | { readonly kind: 'summary-changed' | 'binned' | 'taken-out' | 'asides-changed' }
  | { readonly kind: 'status-changed'; readonly status: string }
  | { readonly kind: 'detail-changed'; readonly field: string };
