const NAME_LENGTH_LIMIT = 255;

/** A name to show for what was uploaded: the last part of a path, on one line; "Upload" where nothing is left of it. */
export function uploadName(raw: string): string {
  const name = raw.split(/[/\\]/).at(-1)?.replace(/\p{C}+/gu, ' ').trim().slice(0, NAME_LENGTH_LIMIT).toWellFormed();
  return name || 'Upload';
}
