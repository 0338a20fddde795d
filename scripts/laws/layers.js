import { dirname, relative, resolve, sep } from 'node:path';
import { isBuiltin } from 'node:module';
import { root } from '../project.js';

const basics = ['core/base'];
const domain = ['core/article', 'core/highlight', 'core/tag', 'core/collection', ...basics];
const trades = ['core/import', 'core/export', 'core/search'];
const wholeCore = ['core'];

/** Which rooms a room may import from, besides itself. The longest name that fits a path is its room. */
const rooms = {
  'core/base': [],
  'core/messages': basics,
  'core/article': domain,
  'core/highlight': domain,
  'core/tag': domain,
  'core/collection': domain,
  'core/import': domain,
  'core/export': domain,
  'core/search': domain,
  'core/library': [...trades, ...domain],
  'core/api': ['core/library', 'core/messages', ...trades, ...domain],
  host: wholeCore,
  electron: [...wholeCore, 'host'],
  renderer: [...wholeCore, 'resources'],
};

/** Which packages a layer may import, besides none. What tests share lies in folders named testing. */
const packages = {
  core: ['zod', 'diff', 'marked', 'mdast', 'mdast-util-gfm', 'mdast-util-to-markdown'],
  host: ['zod', 'lowdb', 'tinyld', 'linkedom', 'htmlparser2', '@mozilla/readability', 'defuddle', 'fflate', 'mammoth', 'pdfjs-dist', 'csv-parse'],
  electron: ['electron', 'zod'],
  renderer: [
    'react', 'react-dom', '@tanstack/react-virtual', 'zustand', 'zod', 'marked', 'fflate',
    '@fontsource-variable/atkinson-hyperlegible-next', '@fontsource-variable/inter', '@fontsource-variable/source-serif-4',
  ],
};
const testPackages = ['vitest', 'fast-check', 'ajv', 'vite'];
const knowsNode = new Set(['host', 'electron']);

const isWithin = (path, room) => path === room || path.startsWith(`${room}/`);
const roomOf = (path) => Object.keys(rooms).find((room) => isWithin(path, room)) ?? path.split('/').slice(0, -1).join('/');
const packageOf = (name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');

// What tests share stands in a folder called testing.
const isTesting = (path) => /\.test\.tsx?$|\/testing\//.test(path);

function mayImportPackage(path, name) {
  const layer = path.split('/')[0];
  if (isBuiltin(name)) return isTesting(path) || knowsNode.has(layer);
  return packages[layer].includes(packageOf(name)) || (isTesting(path) && testPackages.includes(packageOf(name)));
}

function mayImportPath(path, target) {
  if (isTesting(target) && !isTesting(path)) return false;
  const room = roomOf(path);
  return isWithin(target, room) || (rooms[room] ?? []).some((allowed) => isWithin(target, allowed));
}

/** Layers: renderer -> core, host -> core, electron -> host and core; inside core as the table says. Types count too. */
export const layers = {
  meta: { type: 'problem', schema: [], messages: { layer: '{{from}} must not import {{target}}: see the table in scripts/laws/layers.js.' } },
  create(context) {
    const path = relative(root, context.filename).split(sep).join('/');
    if (!(path.split('/')[0] in packages)) return {};
    const check = (node) => {
      const name = node?.value;
      if (typeof name !== 'string') return;
      const isPath = name.startsWith('.') || name.startsWith('/');
      const target = isPath ? relative(root, resolve(dirname(context.filename), name)).split(sep).join('/') : name;
      if (isPath ? !mayImportPath(path, target) : !mayImportPackage(path, name)) context.report({ node, messageId: 'layer', data: { from: roomOf(path), target } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};
