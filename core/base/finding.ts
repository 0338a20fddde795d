import type { DamageReason } from './fault.ts';

/** What a check of a library came upon, as facts. `file` is relative to the library's folder. The sentences are in core/messages/check-messages.ts. */
export type Finding =
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: DamageReason }
  | { readonly kind: 'newer'; readonly file: string; readonly format: number }
  | { readonly kind: 'unreadable'; readonly file: string; readonly code: string }
  | { readonly kind: 'identity-missing'; readonly file: string }
  | { readonly kind: 'content-missing'; readonly file: string; readonly content: string }
  | { readonly kind: 'original-missing'; readonly file: string; readonly original: string }
  | { readonly kind: 'asset-missing'; readonly file: string; readonly asset: string }
  | { readonly kind: 'tag-missing'; readonly file: string; readonly tagId: string }
  | { readonly kind: 'quote-lost'; readonly file: string; readonly highlightId: string; readonly quote: string }
  | { readonly kind: 'hash-missing'; readonly file: string }
  | { readonly kind: 'temporary'; readonly file: string }
  | { readonly kind: 'unreferenced'; readonly file: string }
  | { readonly kind: 'copy'; readonly file: string; readonly document: string }
  | { readonly kind: 'stranger'; readonly file: string };

/** What is worth knowing and harms nothing. */
const harmless: readonly Finding['kind'][] = ['hash-missing', 'temporary', 'unreferenced', 'copy', 'stranger'];

/** True for what makes a library unsound. */
export const isProblem = (finding: Finding): boolean => !harmless.includes(finding.kind);
