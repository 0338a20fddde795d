import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveFile } from '../store/testing/fixtures.ts';
import { ending, type Ran, runLectern, startLectern } from './testing/run-lectern.ts';

const root = new URL('../../', import.meta.url);
const sample = fileURLToPath(new URL('../shared/samples/china-russia-entente.txt', root));
const ARTICLE = [
  'Who may pass the straits',
  'By Ann Example',
  'Ships of all states enjoy a right of passage that no coastal state may suspend, and they enjoy it on the surface as below it.',
  'That right is not freedom of navigation, though ministers call it so. Freedom of navigation is wider, and it is older than the convention that names it.',
].join('\n\n');
const TITLE = 'Who may pass the straits';

let home: string;
let library: string;
const inLibrary = (...args: readonly string[]) => runLectern([...args, '--library', library]);
const linesOf = (text: string) => text.split('\n').slice(0, -1);
const parsed = (ran: Ran): unknown => JSON.parse(ran.stdout);

async function importArticle(text = ARTICLE): Promise<string> {
  const path = join(home, 'article.txt');
  await writeFile(path, text);
  const { stdout, stderr } = await inLibrary('import', '--known', 'both', path);
  expect(stderr).toBe('');
  return stdout.split('\t')[0] ?? '';
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-cli-'));
  library = join(home, 'library');
});
afterEach(async () => {
  await chmod(home, 0o700);
  await rm(home, { recursive: true, force: true });
});

const expectFault = (ran: Ran, sentence: RegExp) => {
  expect(ran.stderr).toMatch(sentence);
  expect(linesOf(ran.stderr)).toHaveLength(1);
  expect(ran).toMatchObject({ status: 1, stdout: '' });
};

describe('the main job on the command line', () => {
  it('imports, highlights, shows and exports, twice the same bytes', async () => {
    const imported = await runLectern(['import', '-', '--library', library], ARTICLE);
    expect(imported).toMatchObject({ status: 0, stderr: '' });
    expect(imported.stdout).toMatch(new RegExp(`^[0-9a-z]{26}\t${TITLE}\n$`));
    const id = imported.stdout.slice(0, 26);
    const marked = await inLibrary('highlight', id.slice(-6), '--quote', 'Freedom of navigation', '--tag', 'freedom of navigation', '--tag', 'alliance', '--note', 'Wider. *How* much?', '--colour', 'Gray');
    expect(marked).toMatchObject({ status: 0, stderr: '' });
    const shown = await inLibrary('show', id.slice(-6).toUpperCase());
    for (const text of [TITLE, 'Ann Example', '“Freedom of navigation”', 'grey · freedom of navigation · alliance', 'Wider. *How* much?']) expect(shown.stdout).toContain(text);
    const [first, second] = [await inLibrary('export', '--out', '-'), await inLibrary('export', id, '--out', '-')];
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).toContain(`> Freedom of navigation\n\n^h-${marked.stdout.slice(16, 26)}\n\nWider. *How* much?\n\n#freedom-of-navigation (freedom of navigation) · #alliance · grey · ¶ 2\n`);
  });

  it.skipIf(!existsSync(sample))('does it on the sample of a news page', async () => {
    const { stdout } = await inLibrary('import', sample);
    expect(stdout).toMatch(/^[0-9a-z]{26}\tThe China-Russia entente could be the next big alliance/);
    const id = stdout.slice(0, 26);
    expect(await inLibrary('highlight', id, '--quote', 'freedom of navigation', '--tag', 'freedom of navigation')).toMatchObject({ status: 0 });
    expectFault(await inLibrary('highlight', id, '--quote', 'alliance', '--tag', 'alliance'), /says “alliance” \d+ times.*--occurrence 1 to \d+/);
    expect(await inLibrary('highlight', id, '--quote', 'alliance', '--occurrence', '2', '--tag', 'alliance')).toMatchObject({ status: 0 });
    const exported = await inLibrary('export', '--out', '-');
    expect((await inLibrary('export', '--out', '-')).stdout).toBe(exported.stdout);
    expect(exported.stdout).toContain('tags:\n  - alliance\n  - freedom-of-navigation\n');
    expect(exported.stdout).toContain('#freedom-of-navigation (freedom of navigation) · yellow · caption 2');
  });

  it('groups by tag on demand', async () => {
    const id = await importArticle();
    await inLibrary('highlight', id, '--quote', 'right of passage', '--tag', 'law');
    expect((await inLibrary('export', '--by-tag', '--out', '-')).stdout).toContain('\n## law\n\n> right of passage\n');
  });

  it('imports what it can, and says what it could not', async () => {
    const [good, other] = [join(home, 'good.txt'), join(home, 'other.txt')];
    await writeFile(good, ARTICLE);
    await writeFile(other, `${ARTICLE}\nAnd more.`);
    const ran = await inLibrary('import', good, join(home, 'missing.txt'), other);
    expect(ran.status).toBe(1);
    expect(linesOf(ran.stdout)).toHaveLength(2);
    expect(linesOf(ran.stderr)).toEqual(['2 of 3 came in; 1 could not.', expect.stringContaining('there is no such file')]);
  });
});

describe('lectern import', () => {
  it('adds all that can be read of a folder, and the second time what the option says of what is there', async () => {
    const folder = join(home, 'saved');
    await mkdir(join(folder, 'deep'), { recursive: true });
    for (const [name, text] of [['a.txt', 'First\n\nIts text is short.\n'], ['deep/b.md', '# Second\n\nIts text is short too.\n'], ['photo.jpg', 'x']] as const) await writeFile(join(folder, name), text);
    const imports = async (...options: string[]) => {
      const ran = await inLibrary('import', ...options, folder);
      return [ran.status, linesOf(ran.stdout).length, ran.stderr.trim()];
    };
    expect(await imports()).toEqual([0, 2, '2 of 2 came in.']);
    expect(await imports()).toEqual([0, 2, '0 of 2 came in; 2 are in the library already, with the same text.']);
    expect(await imports('--known', 'skip')).toEqual([0, 0, '0 of 2 came in; 2 are in the library already.']);
    expect(await imports('--known', 'both')).toEqual([0, 2, '2 of 2 came in.']);
    expect((await inLibrary('import', '--known', 'all', folder)).status).toBe(2);
  });
});

describe('--json', () => {
  it('gives each command’s answer a shape of its own', async () => {
    const imported = parsed(await runLectern(['import', '-', '--json', '--library', library], ARTICLE));
    expect(imported).toEqual([expect.objectContaining({ title: TITLE, status: 'inbox', highlightCount: 0, tags: [] })]);
    const [{ id } = { id: '' }] = imported as { id: string }[];
    expect(parsed(await inLibrary('highlight', id, '--json', '--quote', 'ministers', '--tag', 'speech'))).toMatchObject({ colour: 'yellow', note: '', anchor: { exact: 'ministers' } });
    expect(parsed(await inLibrary('list', '--json'))).toEqual([expect.objectContaining({ id, tags: [expect.objectContaining({ name: 'speech', count: 1 })] })]);
    const shown = parsed(await inLibrary('show', id, '--json')) as { article: { highlights: { anchor: { start: number; end: number } }[] }; tags: unknown[]; text: string };
    expect(shown.tags).toEqual([expect.objectContaining({ name: 'speech' })]);
    expect(shown.article.highlights.map(({ anchor }) => shown.text.slice(anchor.start, anchor.end))).toEqual(['ministers']);
    expect(parsed(await inLibrary('export', '--json', '--out', '-'))).toEqual([{ id, name: `${TITLE}.md`, markdown: expect.stringContaining('> ministers') }]);
    expect(parsed(await inLibrary('export', '--json', '--out', join(home, 'out')))).toEqual([{ id, file: join(home, 'out', `${TITLE}.md`), state: 'written' }]);
  });
});

describe('a fault', () => {
  it('is one line on stderr, with status 1', async () => {
    const id = await importArticle();
    const empty = join(home, 'empty.txt');
    await writeFile(empty, '');
    const binary = join(home, 'binary.txt');
    await writeFile(binary, new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7]));
    const picture = join(home, 'a\u001b[31m\nb.pages');
    await writeFile(picture, 'x');
    expectFault(await inLibrary('import', empty), /“empty\.txt” is empty/);
    expectFault(await inLibrary('import', binary), /“binary\.txt” is not text/);
    const unknown = await inLibrary('import', picture);
    expectFault(unknown, /kind that Lectern can’t read/);
    expect(unknown.stderr).not.toContain('\u001b');
    expectFault(await inLibrary('show', 'zzzz'), /There is no article “zzzz”/);
    expectFault(await inLibrary('highlight', id, '--quote', 'submarines'), /does not say “submarines”/);
    expectFault(await inLibrary('highlight', id, '--quote', 'right', '--occurrence', '9'), /there is no occurrence 9/);
    expectFault(await inLibrary('export', id, 'zzzz', '--out', join(home, 'never')), /There is no article “zzzz”/);
    expect(existsSync(join(home, 'never'))).toBe(false);
    expectFault(await inLibrary('export', '--out', empty), /The export to .*\(a file is in the folder’s place\)/);
  });

  it('tells that there is no library, and makes none', async () => {
    for (const args of [['list'], ['show', 'abcd'], ['highlight', 'abcd', '--quote', 'x'], ['export', '--out', '-']]) expectFault(await inLibrary(...args), /There is no library at/);
    expect(existsSync(library)).toBe(false);
  });

  it('says how many articles an id may mean', async () => {
    const id = await importArticle();
    await importArticle();
    expectFault(await inLibrary('show', id.slice(0, 4)), /The ids of 2 articles begin or end with/);
  });

  it('names a damaged document, beside the good ones', async () => {
    const id = await importArticle();
    await importArticle();
    await leaveFile(join(library, 'articles', `${id}.json`), '{');
    const listed = await inLibrary('list');
    expect(linesOf(listed.stdout)).toHaveLength(1);
    expect(listed).toMatchObject({ status: 1, stderr: expect.stringContaining('not valid JSON') });
    const exported = await inLibrary('export', '--out', join(home, 'out'));
    expect(linesOf(exported.stdout)).toHaveLength(1);
    expect(exported).toMatchObject({ status: 1, stderr: expect.stringContaining('not valid JSON') });
  });
});

describe('misuse', () => {
  it('is told in one line, with status 2', async () => {
    const ran = await runLectern(['highlight', 'abcd']);
    expect(ran).toEqual({ status: 2, stdout: '', stderr: 'The option --quote is missing. “lectern highlight --help” shows how it is used.\n' });
  });

  it('is not an option’s text that looks like an option', async () => {
    const id = await importArticle('A title of some words\n\nThe flag -h is short for help, and --force is for the brave among those who type.');
    expect(await inLibrary('highlight', id, '--quote', '-h', '--note=--json')).toMatchObject({ status: 0 });
  });
});

describe('output', () => {
  it('gives the version', async () => {
    const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };
    expect(await runLectern(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('ends quietly when its reader goes away', async () => {
    await importArticle();
    const child = startLectern(['list', '--library', library]);
    child.stdout?.destroy();
    expect(await ending(child)).toMatchObject({ status: 0, stderr: '' });
  });

  it('takes LECTERN_LIBRARY for the library', async () => {
    await importArticle();
    expect((await runLectern(['list'], '', { LECTERN_LIBRARY: library })).stdout).toContain(TITLE);
  });
});

describe('serve', () => {
  const isBuilt = existsSync(new URL('dist/renderer/index.html', root));

  /** A browser that is a script: it notes what it is given, and who may read that. */
  async function makeBrowser(): Promise<string> {
    const folder = join(home, 'bin');
    await mkdir(folder);
    await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\ncat "$1" > "${home}/page"\nls -l "$1" > "${home}/rights"\nls -ld "$(dirname "$1")" >> "${home}/rights"\nprintf %s "$1" > "${home}/opened"\n`, { mode: 0o755 });
    return folder;
  }

  const firstLine = (child: ReturnType<typeof startLectern>) => new Promise<string>((resolve) => child.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim())));

  it.skipIf(!isBuilt || process.platform !== 'linux')('prints its address, opens it by a private file, and stops when asked', async () => {
    const browser = await makeBrowser();
    const child = startLectern(['serve', '--open', '--library', library], { PATH: `${browser}${delimiter}${process.env['PATH'] ?? ''}` });
    const ended = ending(child);
    const address = await firstLine(child);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#k=[\w-]{43}$/);
    expect((await fetch(address)).status).toBe(200);
    await expect.poll(() => existsSync(join(home, 'opened')), { timeout: 20_000 }).toBe(true);
    expect(await readFile(join(home, 'page'), 'utf8')).toContain(`url=${address}`);
    expect(await readFile(join(home, 'rights'), 'utf8')).toMatch(/^-rw-------[\s\S]*\ndrwx------/);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 0, stderr: expect.stringMatching(/^Lectern serves .*Ctrl-C ends it\.\n$/) });
    expect(existsSync(await readFile(join(home, 'opened'), 'utf8'))).toBe(false);
    expect(await inLibrary('highlight', 'zzzz', '--quote', 'x')).toMatchObject({ stderr: expect.stringContaining('no article') });
  });

  it.skipIf(!isBuilt)('gives its address as JSON, and a fault for a port in use', async () => {
    const child = startLectern(['serve', '--json', '--library', library]);
    const ended = ending(child);
    const text = await firstLine(child);
    const { address, port } = JSON.parse(text) as { address: string; port: number };
    expect(address).toContain(`:${port}/`);
    expectFault(await runLectern(['serve', '--port', String(port), '--library', join(home, 'other')]), new RegExp(`Port ${port} is in use`));
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('export to a folder', () => {
  const out = () => join(home, 'vault', 'notes');
  const exportAll = async () => (parsed(await inLibrary('export', '--json', '--out', out())) as { file: string; state: string }[]).map(({ file, state }) => [file.slice(out().length + 1), state]);

  it('makes the folder, writes each article to a file, and writes nothing again that is the same', async () => {
    await importArticle();
    await importArticle();
    expect(await exportAll()).toEqual([[`${TITLE}.md`, 'written'], [`${TITLE} 2.md`, 'written']]);
    const before = await stat(join(out(), `${TITLE}.md`));
    expect(await exportAll()).toEqual([[`${TITLE}.md`, 'unchanged'], [`${TITLE} 2.md`, 'unchanged']]);
    expect(await stat(join(out(), `${TITLE}.md`))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect((await readdir(out())).sort()).toEqual(['.lectern-export.json', `${TITLE} 2.md`, `${TITLE}.md`]);
  });

  it('brings a file up to date, and leaves one alone that was changed by hand', async () => {
    const id = await importArticle();
    await exportAll();
    await inLibrary('highlight', id, '--quote', 'ministers');
    expect(await exportAll()).toEqual([[`${TITLE}.md`, 'replaced']]);
    const path = join(out(), `${TITLE}.md`);
    const edited = `${await readFile(path, 'utf8')}\nMy own thoughts.\n`;
    await writeFile(path, edited);
    expect(await exportAll()).toEqual([[`${TITLE} 2.md`, 'written']]);
    expect(await readFile(path, 'utf8')).toBe(edited);
    await inLibrary('highlight', id, '--quote', 'convention');
    expect(await exportAll()).toEqual([[`${TITLE} 2.md`, 'replaced']]);
  });

  it('leaves a stranger’s file alone, whatever its case', async () => {
    await importArticle();
    await mkdir(out(), { recursive: true });
    await writeFile(join(out(), `${TITLE.toUpperCase()}.md`), 'mine');
    expect(await exportAll()).toEqual([[`${TITLE} 2.md`, 'written']]);
    expect(await readFile(join(out(), `${TITLE.toUpperCase()}.md`), 'utf8')).toBe('mine');
  });

  it('takes a record that it can’t read for none, and writes over nothing', async () => {
    const id = await importArticle();
    await exportAll();
    await writeFile(join(out(), '.lectern-export.json'), '{"format":7');
    await inLibrary('highlight', id, '--quote', 'ministers');
    expect(await exportAll()).toEqual([[`${TITLE} 2.md`, 'written']]);
  });
});
