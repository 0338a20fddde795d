import type { Fault } from './fault.ts';

/** How many of several things that were to come in fared how. `all` counts those too that no outcome is known of yet. */
export type ImportReport = {
  readonly all: number;
  readonly articles: number;
  readonly versions: number;
  /** Had the text that the library has already. */
  readonly unchanged: number;
  /** Exports of other programs, whose highlights wait for a word or came in. */
  readonly exports: number;
  /** The library has them already, and nothing was done. */
  readonly known: number;
  readonly leftOut: number;
  readonly faults: readonly Fault[];
};
