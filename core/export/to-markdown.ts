/** A file that an export makes. `name` is safe on every file system; `markdown` ends in one newline. */
export type ExportedFile = { readonly name: string; readonly markdown: string };
