import type { AsideReason } from '../article/blocks.ts';

type NamedKind = 'title' | 'dek' | 'byline' | 'dateline' | 'heading' | 'paragraph';
type Named = { readonly [Kind in NamedKind]: { readonly kind: Kind; readonly text: string; readonly numbers: readonly number[] } }[NamedKind];

/** A part of a plain text: what it is, and the lines of the input that it accounts for. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly numbers: readonly number[]; readonly chunk: number; readonly isAlone: boolean }
  | Named
  | { readonly kind: 'figure'; readonly caption: string; readonly credit: string; readonly copies: number; readonly numbers: readonly number[] }
  | { readonly kind: 'aside'; readonly reason: AsideReason; readonly text: string; readonly numbers: readonly number[] };

export type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;
