import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Puts a program and all that it imports into one file in `folder`, and answers its path: it starts several times sooner than from source. */
export async function bundleProgram(source: URL, folder: string): Promise<string> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('.', source)),
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: true, target: 'node20', outDir: folder, emptyOutDir: false, minify: false, reportCompressedSize: false, rolldownOptions: { input: { program: fileURLToPath(source) }, output: { format: 'es', entryFileNames: '[name].mjs' } } },
  });
  return join(folder, 'program.mjs');
}
