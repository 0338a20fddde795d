import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

/** A file of the built renderer, as it is sent. */
export type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };

/** Every address that is served, each with its file. What is not in it does not exist: no address is ever turned into a path. */
export type StaticTable = ReadonlyMap<string, StaticFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Names that need no escaping in an address, so that an address is compared as it came and never decoded.
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

async function* walk(folder: URL, address: string): AsyncGenerator<readonly [string, StaticFile]> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!PLAIN_NAME.test(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(new URL(`${entry.name}/`, folder), `${address}${entry.name}/`);
    const mediaType = mediaTypes[extname(entry.name)];
    if (entry.isFile() && mediaType) yield [`${address}${entry.name}`, { bytes: await readFile(new URL(entry.name, folder)), mediaType }];
  }
}

/**
 * Reads the renderer's files, once, at start, so that a page whose program is replaced meanwhile stays whole.
 * `/` is its index.html; source maps and files of unknown type are left out.
 */
export async function makeStaticTable(rendererFolder: URL): Promise<StaticTable> {
  const table = new Map<string, StaticFile>();
  for await (const [address, file] of walk(rendererFolder, '/')) table.set(address, file);
  const index = table.get('/index.html');
  if (!index) throw new Error(`The renderer is not built: no index.html in ${rendererFolder.href}`);
  return table.set('/', index);
}
