/** A field that was changed in both copies of a document without knowing of each other; of the document itself, or of one of its records. */
export type Conflict = { readonly field: string; readonly recordId: string | null };

/** What became of a copy that was merged into a document: what was changed in both. `copy` is the copy's file, or null where another program wrote the document itself. */
export type MergeReport = { readonly file: string; readonly copy: string | null; readonly conflicts: readonly Conflict[] };
