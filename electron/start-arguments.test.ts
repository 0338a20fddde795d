import { describe, expect, it } from 'vitest';
import { readArguments } from './start-arguments.ts';

describe.skipIf(process.platform === 'win32')('readArguments', () => {
  it.each([
    ['takes files of a packaged start', ['/opt/lectern', 'a.txt', '/b/c d.md'], false, { files: ['/home/a.txt', '/b/c d.md'], library: null }],
    ['leaves out the app itself in development', ['/electron', '.', 'a.txt'], true, { files: ['/home/a.txt'], library: null }],
    ['leaves out flags wherever they stand', ['/electron', '--user-data-dir=/u', '/app', '--no-first-run', 'a.txt', '-x'], true, { files: ['/home/a.txt'], library: null }],
    ['takes the library', ['/opt/lectern', '--library=notes', 'a.txt'], false, { files: ['/home/a.txt'], library: '/home/notes' }],
    ['takes an empty library for none', ['/opt/lectern', '--library='], false, { files: [], library: null }],
    ['takes no files where there are none', ['/opt/lectern'], false, { files: [], library: null }],
    ['keeps letters of every kind', ['/opt/lectern', 'Ærø – ñ.html'], false, { files: ['/home/Ærø – ñ.html'], library: null }],
  ])('%s', (_, argv, isDevelopment, expected) => expect(readArguments(argv, '/home', isDevelopment)).toEqual(expected));
});
