import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';
import type { BenchOptions, Figure } from './figure.ts';

const root = resolve(import.meta.dirname, '..');
const compress = promisify(gzip);

/** The scripts and styles of a built page, gzipped, in kB. */
async function sizeOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|css|html)$/.test(file));
  const sizes = await Promise.all(files.map(async (file) => (await compress(await readFile(join(folder, file)))).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

const page = '<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="./main.js"></script></body></html>';
const script = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('p', null, 'Hello'));`;

/** The size of the renderer's bundle, beside one line of text drawn by React and built in the same way. */
export async function measureBundle({ folder, tell }: BenchOptions): Promise<readonly Figure[]> {
  tell('size of the bundle …');
  const source = join(folder, 'plain-react');
  await mkdir(source);
  await writeFile(join(source, 'index.html'), page);
  await writeFile(join(source, 'main.js'), script);
  const outDir = join(folder, 'plain-react-built');
  await build({
    configFile: join(root, 'renderer', 'vite.config.ts'), configLoader: 'native', root: source, logLevel: 'warn', build: { outDir, emptyOutDir: true },
    resolve: { alias: { 'react-dom': join(root, 'node_modules', 'react-dom'), react: join(root, 'node_modules', 'react') } },
  });
  const [value, baseline] = [await sizeOf(join(root, 'dist', 'renderer')), await sizeOf(outDir)];
  return [{ figure: 'renderer, gzipped', value, unit: 'kB', baseline, against: 'React drawing one line, built the same way', goal: null }];
}
