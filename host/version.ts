import { readFile } from 'node:fs/promises';

function parseVersion(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

/** The version of the Lectern whose own files are in `root`. */
export async function readVersion(root: URL): Promise<string> {
  return parseVersion(await readFile(new URL('package.json', root), 'utf8'));
}
