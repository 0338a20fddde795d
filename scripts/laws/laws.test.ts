import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

// Most laws need no types, so planted files need not exist.
const untyped = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked, { rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' } }] });

async function lawsBroken(eslint: ESLint, code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${root}${filePath}` });
  return result?.messages.map((message) => message.ruleId ?? message.message) ?? [];
}

describe('layers', () => {
  it.each([
    ['core/base/planted.ts', "import { x } from '../article/article.ts';"],
    ['core/article/planted.ts', "import { x } from '../library/library.ts';"],
    ['core/highlight/planted.ts', "import type { X } from '../export/to-markdown.ts';"],
    ['core/export/planted.ts', "import { x } from '../import/source.ts';"],
    ['core/export/planted.ts', "export { x } from '../library/library.ts';"],
    ['core/library/planted.ts', "import { x } from '../api/contract.ts';"],
    ['core/library/planted.ts', "import { x } from '../messages/fault-messages.ts';"],
    ['core/messages/planted.ts', "import { x } from '../article/article.ts';"],
    ['core/api/planted.ts', "import { x } from '../../host/start-library.ts';"],
    ['core/api/planted.ts', "export const x = await import('../../renderer/app.tsx');"],
    ['core/article/planted.ts', "import { readFile } from 'node:fs/promises';"],
    ['core/article/planted.ts', "import { readFile } from 'fs/promises';"],
    ['core/article/planted.ts', "import { useState } from 'react';"],
    ['core/article/planted.ts', "import { x } from './testing/arbitrary-content.ts';"],
    ['core/article/planted.ts', "import fc from 'fast-check';"],
    ['host/import/planted.test.ts', "import { JSDOM } from 'jsdom';"],
    ['renderer/reader/planted.test.tsx', "import { JSDOM } from 'jsdom';"],
    ['host/store/planted.ts', "import { app } from 'electron';"],
    ['host/store/planted.ts', "import { x } from '../../electron/window.ts';"],
    ['host/store/planted.ts', "import type { X } from '../../renderer/state/session.ts';"],
    ['host/store/planted.ts', "export type X = import('../../renderer/state/session.ts').Session;"],
    ['electron/planted.ts', "import { x } from '../renderer/state/session.ts';"],
    ['renderer/reader/planted.tsx', "import { x } from '../../host/start-library.ts';"],
    ['renderer/reader/planted.tsx', "import type { X } from '../../electron/preload.ts';"],
    ['renderer/reader/planted.tsx', "import { ipcRenderer } from 'electron';"],
    ['renderer/reader/planted.tsx', "import { join } from 'node:path';"],
  ])('%s may not say %s', async (path, code) => {
    expect(await lawsBroken(untyped, code, path)).toContain('laws/layers');
  });

  it.each([
    ['core/library/planted.ts', "import { projectContent } from '../article/projection.ts'; export const x = projectContent;"],
    ['core/api/planted.ts', "import { describeFault } from '../messages/fault-messages.ts'; export const x = () => describeFault;"],
    ['host/store/planted.ts', "import { readFile } from 'node:fs/promises'; export { readFile };"],
    ['electron/planted.ts', "import { startLibrary } from '../host/start-library.ts'; export { startLibrary };"],
    ['renderer/library/planted.tsx', "import { commands } from '../../core/api/commands.ts'; export const x = commands;"],
    ['core/article/testing/planted.ts', "import fc from 'fast-check'; export const x = fc.string();"],
    ['core/base/planted.test.ts', "import { readFile } from 'node:fs/promises'; import { expect } from 'vitest'; export { expect, readFile };"],
  ])('%s may say %s', async (path, code) => {
    expect(await lawsBroken(untyped, code, path)).toEqual([]);
  });
});

describe('names and sizes', () => {
  it.each(['core/base/utils.ts', 'host/store/helpers.ts', 'core/article/types.ts', 'renderer/ui/constants.ts', 'core/index.ts', 'renderer/reader/NoteCard.tsx', 'host/store/durable_file.ts'])('no file is called %s', async (path) => {
    expect(await lawsBroken(untyped, 'export const x = 1;', path)).toContain('laws/file-names');
  });

  const lines = (count: number) => 'call();\n'.repeat(count);
  it.each([
    ['max-lines', 'a file of 301 lines', 'core/base/planted.ts', `export const call = () => 1;\n${lines(300)}`],
    ['laws/function-size', 'a function of 61 lines of its own', 'core/base/planted.ts', `export function long(call: () => void) {\n${lines(59)}}`],
    ['max-lines-per-function', 'a component of 121 lines', 'renderer/ui/planted.tsx', `export function Long(call: () => void) {\n${lines(120)}}`],
    ['no-restricted-syntax', 'four parameters', 'core/base/planted.ts', 'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;'],
  ])('%s fires on %s', async (law, _, path, code) => {
    expect(await lawsBroken(untyped, code, path)).toContain(law);
  });

  it('a callback may take as many parameters as its caller gives', async () => {
    const code = 'declare const on: (handle: (a: 1, b: 2, c: 3, d: 4) => number) => void;\non((_a, _b, _c, d) => d);';
    expect(await lawsBroken(untyped, code, 'core/base/planted.ts')).toEqual([]);
  });

  it('a factory of short functions is not a long function', async () => {
    const factory = `export function make(call: () => void) {\n  function one() {\n${lines(50)}  }\n  function two() {\n${lines(50)}  }\n  return { one, two };\n}`;
    expect(await lawsBroken(untyped, factory, 'core/base/planted.ts')).toEqual([]);
  });
});

describe('what may not be written', () => {
  it.each([
    ['no-restricted-syntax', 'core/base/planted.ts', 'export default 1;'],
    ['no-restricted-syntax', 'core/article/planted.ts', 'export const x = (raw: unknown) => raw as string;'],
    ['no-restricted-syntax', 'host/store/planted.ts', 'export const x = (raw: unknown) => <string>raw;'],
    ['@typescript-eslint/no-explicit-any', 'core/base/planted.ts', 'export const x = (raw: any) => raw;'],
    ['@typescript-eslint/no-non-null-assertion', 'core/base/planted.ts', 'export const x = (list: string[]) => list.at(0)!;'],
    ['no-restricted-syntax', 'renderer/notes/planted.tsx', 'export const X = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;'],
    ['no-restricted-syntax', 'renderer/notes/planted.ts', 'export const props = { dangerouslySetInnerHTML: { __html: "x" } };'],
    ['no-restricted-syntax', 'renderer/notes/planted.ts', 'export const show = (node: Element) => { node.innerHTML = "x"; };'],
    ['no-restricted-syntax', 'renderer/notes/planted.ts', 'export const show = (node: Element) => { node.outerHTML = "x"; };'],
    ['no-restricted-syntax', 'renderer/notes/planted.ts', 'export const show = (node: Element) => node.insertAdjacentHTML("beforeend", "x");'],
    ['no-restricted-syntax', 'renderer/notes/planted.ts', 'document.write("x");'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { webSecurity: false };'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { allowRunningInsecureContent: true };'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { nodeIntegration: true };'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { nodeIntegrationInWorker: true };'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { contextIsolation: false };'],
    ['no-restricted-syntax', 'electron/planted.ts', 'export const options = { sandbox: false };'],
    ['no-restricted-syntax', 'electron/planted.ts', "export const flag = '--no-sandbox';"],
    ['no-console', 'core/base/planted.ts', "console.log('here');"],
    ['no-empty', 'host/store/planted.ts', 'try { JSON.parse("x"); } catch {}'],
    ['laws/nested-quantifiers', 'core/base/planted.ts', 'export const slow = /^(?:a+)+$/;'],
    ['laws/nested-quantifiers', 'core/base/planted.ts', 'export const slow = /([^x]*y?)*z/;'],
    ['laws/words-from-catalogues', 'renderer/ui/planted.tsx', 'export const X = () => <p>Nothing here</p>;'],
    ['laws/words-from-catalogues', 'renderer/ui/planted.tsx', 'export const X = () => <button aria-label="Close" />;'],
    ['laws/words-from-catalogues', 'renderer/ui/planted.tsx', "export const X = ({ isOn }: { isOn: boolean }) => <p>{isOn ? 'It is on' : null}</p>;"],
    ['laws/words-from-catalogues', 'renderer/library/planted.ts', 'export const say = (name: string) => `Added the article ${name}`;'],
    ['laws/words-from-catalogues', 'electron/planted.ts', "export const options = { title: 'Save the export' };"],
    ['laws/words-when-said', 'renderer/ui/planted.tsx', "import { chromeMessages } from '../text/chrome-messages.ts'; export const label = chromeMessages.close;"],
    ['laws/words-when-said', 'renderer/ui/planted.tsx', "import { chromeMessages } from '../text/chrome-messages.ts'; export const { close } = chromeMessages;"],
    ['laws/words-when-said', 'renderer/text/planted.ts', "import { formatNumber } from './format.ts'; export const limit = formatNumber(1_000);"],
    ['laws/words-when-said', 'electron/planted.ts', "import { commandLabels } from '../core/messages/command-labels.ts'; export const items = [{ label: commandLabels.undo }];"],
    ['laws/words-when-said', 'core/tag/planted.ts', "import { localeInForce } from '../base/language.ts'; export const names = new Intl.Collator(localeInForce());"],
    ['@typescript-eslint/no-restricted-imports', 'e2e/planted.spec.ts', "import { app } from 'electron';"],
    ['react-hooks/rules-of-hooks', 'renderer/ui/planted.tsx', "import { useState } from 'react'; export function X({ a }: { a: boolean }) { if (a) useState(1); return null; }"],
    ['react-hooks/exhaustive-deps', 'renderer/ui/planted.tsx', "import { useEffect } from 'react'; export function X({ a }: { a: () => void }) { useEffect(() => a(), []); return null; }"],
  ])('%s fires in %s on %s', async (law, path, code) => {
    expect(await lawsBroken(untyped, code, path)).toContain(law);
  });

  it.each([
    ['core/api/planted.ts', 'export const x = (raw: unknown) => raw as string;'],
    ['core/article/planted.ts', "export const kinds = ['a', 'b'] as const;"],
    ['core/article/planted.ts', 'export function parseName(raw: unknown): string { return raw as string; }'],
    ['electron/planted.ts', 'export const options = { nodeIntegration: false, contextIsolation: true, sandbox: true };'],
    ['core/base/planted.ts', 'export const quick = /^[^\\s@]+@[^\\s@]+$/;'],
    ['scripts/planted.js', "console.log('built');"],
    ['renderer/ui/planted.tsx', "import { chromeMessages } from '../text/chrome-messages.ts'; export const X = () => <p title={chromeMessages.close}>Aa</p>;"],
    ['renderer/ui/planted.ts', "import { type ChromeMessages, chromeMessages } from '../text/chrome-messages.ts'; export type Name = keyof ChromeMessages; export const say = (name: Name) => chromeMessages[name];"],
    ['renderer/ui/planted.ts', "export const fail = () => { throw new Error('Nothing was there'); };"],
    ['core/tag/planted.ts', "import { perLanguage } from '../base/language.ts'; export const names = perLanguage((locale) => new Intl.Collator(locale));"],
  ])('%s may say %s', async (path, code) => {
    expect(await lawsBroken(untyped, code, path)).toEqual([]);
  });

  it('a directive that turns off nothing is reported', async () => {
    expect(await lawsBroken(untyped, '// eslint-disable-next-line no-console\nexport const x = 1;', 'core/base/planted.ts')).toHaveLength(1);
  });
});

describe('promises', () => {
  // Types are read afresh for each text, also where CI is set.
  process.env.TSESTREE_SINGLE_RUN = 'false';
  const typed = new ESLint({ cwd: root });

  it.each([
    ['@typescript-eslint/no-floating-promises', 'export async function save() { return 1; }\nexport function leave() { save(); }'],
    ['@typescript-eslint/no-misused-promises', 'export async function isThere() { return true; }\nexport const x = () => { if (isThere()) return 1; return 2; };'],
  ])('%s fires on: %s', async (law, code) => {
    expect(await lawsBroken(typed, code, 'core/base/result.ts')).toContain(law);
  });
});

describe('core knows nobody', () => {
  function complaints(code: string): string[] {
    const planted = `${root}core/base/planted.ts`;
    const { config } = ts.readConfigFile(`${root}core/tsconfig.json`, ts.sys.readFile.bind(ts.sys));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}core`);
    const host = ts.createCompilerHost(options);
    const readSource = host.getSourceFile.bind(host);
    host.getSourceFile = (name, target) => (name === planted ? ts.createSourceFile(name, code, target) : readSource(name, target));
    const program = ts.createProgram([planted], options, host);
    return program.getSemanticDiagnostics().map((found) => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
  }

  it.each(['document', 'window', 'process', 'Buffer', 'fetch', 'setTimeout', 'console'])('%s does not compile in core', (name) => {
    expect(complaints(`export const x = ${name};`).join('\n')).toContain(`Cannot find name '${name}'`);
  });

  it('plain code compiles in core', () => {
    expect(complaints('export const x = [1, 2].map((each) => each * 2);')).toEqual([]);
  });
});

describe('packages', () => {
  const read = (file: string): Record<string, Record<string, unknown>> => JSON.parse(readFileSync(`${root}${file}`, 'utf8'));
  const installed = Object.entries(read('package-lock.json').packages ?? {});

  it.each(['happy-dom', 'electron-store', 'write-file-atomic'])('%s is not a dependency', (name) => {
    const { dependencies, devDependencies } = read('package.json');
    expect(Object.keys({ ...dependencies, ...devDependencies })).not.toContain(name);
  });

  // The bench reads pages with it to compare; no layer, and no test of one, may import it.
  it('jsdom is there for the bench alone', () => {
    const { dependencies, devDependencies } = read('package.json');
    expect([Object.keys(dependencies ?? {}).includes('jsdom'), Object.keys(devDependencies ?? {}).includes('jsdom')]).toEqual([false, true]);
  });

  // Below these versions stand known holes, or the formats and calls that Lectern is written for do not exist.
  it.each([
    ['electron', 45], ['react', 19], ['vite', 8], ['lowdb', 7], ['marked', 18], ['zod', 4], ['electron-builder', 26], ['@electron/fuses', 2], ['node', 24],
  ])('%s is at %i or later', (name, floor) => {
    const version = installed.find(([path]) => path === `node_modules/${name}`)?.[1];
    expect(Number.parseInt(JSON.parse(JSON.stringify(version)).version, 10)).toBeGreaterThanOrEqual(floor);
  });

  it('the lock file names no registry', () => {
    expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/"resolved": "https?:/);
  });
});
