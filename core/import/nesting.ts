/** Quotes and lists nest this deep; what is deeper moves up to this depth, so that no content on disk nests without end. */
export const NESTING_LIMIT = 12;
