import { importableExtensions } from './importable-extensions.ts';

const isReadable = (name: string) => importableExtensions.includes(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');

/** True for what a browser put beside a page when it saved it whole: its images and frames, which come in with the page. */
function isOfPage(path: string, paths: ReadonlySet<string>): boolean {
  return [...path.matchAll(/_files\//gi)].some(({ index }) => ['html', 'htm', 'xhtml'].some((extension) => paths.has(`${path.slice(0, index)}.${extension}`)));
}

/** Of all files of a folder, named by their paths in it with “/” between, those that can be imported, in the order of their names. Nothing hidden is among them. */
export function selectImportable<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  const paths = new Set(files.map(({ name }) => name));
  const chosen = files.filter(({ name }) => isReadable(name) && !/(?:^|\/)\./.test(name) && !isOfPage(name, paths));
  return chosen.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
