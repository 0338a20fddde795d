/** Markdown in which every line break counts: in a note, unlike in a file, who pressed Enter meant it. */
export function withHardBreaks(markdown: string): string {
  return markdown.replace(/(?<!\\)\n/g, '  \n');
}
