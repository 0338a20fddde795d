import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { recordBuild } from './freshness.js';
import { inProject, main, say, Stop } from './project.js';

/** What runs without node_modules: everything but Node's own modules and Electron is bundled in. */
const nodeBundle = (entries, output) => ({
  configFile: false,
  root: inProject(),
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: output.dir,
    emptyOutDir: false,
    minify: false,
    license: output.format === 'es' && { fileName: 'licences.md' },
    reportCompressedSize: false,
    rolldownOptions: { input: Object.fromEntries(entries.map(([name, path]) => [name, inProject(path)])), external: ['electron'], output },
  },
});

const modules = [
  ['main', 'electron/main.ts'],
  ['lectern', 'host/cli/lectern.ts'],
  ['import-worker', 'host/import/import-worker.ts'],
  ['search-worker', 'host/search/search-worker.ts'],
  ['archive-worker', 'host/store/archive-worker.ts'],
  ['look-worker', 'host/store/look-worker.ts'],
];
const preload = [['preload', 'electron/preload.ts']];

const targets = {
  renderer: {
    entries: ['renderer/index.html'],
    build: (dir) => build({ configFile: inProject('renderer', 'vite.config.ts'), configLoader: 'native', logLevel: 'warn', build: { outDir: dir, emptyOutDir: true } }),
  },
  node: {
    entries: [...modules, ...preload].map(([, path]) => path),
    async build(dir) {
      await build(nodeBundle(modules, { dir, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' }));
      // A sandboxed preload can require nothing but Electron, so it is one CommonJS file.
      await build(nodeBundle(preload, { dir, format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }));
      // pdf.js reads the character tables of Chinese, Japanese and Korean texts from files.
      cpSync(inProject('node_modules', 'pdfjs-dist', 'cmaps'), join(dir, 'cmaps'), { recursive: true });
    },
  },
};

/** Builds one target beside the one in use and then takes its place, so that whoever runs meanwhile sees the old or the new. */
async function buildTarget(name) {
  const target = targets[name];
  if (!target) throw new Stop(`There is no target "${name}". Targets: ${Object.keys(targets).join(', ')}.`);
  const missing = target.entries.filter((entry) => !existsSync(inProject(entry)));
  if (missing.length > 0) throw new Stop(`The target "${name}" can't be built: ${missing.join(', ')} is missing.`);
  const started = Date.now();
  const [current, next, old] = [name, `${name}.next-${process.pid}`, `${name}.old-${process.pid}`].map((folder) => inProject('dist', folder));
  try {
    await target.build(next);
    if (existsSync(current)) renameSync(current, old);
    renameSync(next, current);
  } finally {
    for (const folder of [next, old]) rmSync(folder, { recursive: true, force: true });
  }
  say(`built dist/${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

await main(async () => {
  const started = Date.now();
  const chosen = process.argv.slice(2);
  mkdirSync(inProject('dist'), { recursive: true });
  for (const name of chosen.length > 0 ? chosen : Object.keys(targets)) await buildTarget(name);
  if (chosen.length === 0) recordBuild(started);
});
