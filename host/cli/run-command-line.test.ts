import { describe, expect, it } from 'vitest';
import { commandHelp, type CommandName } from '../../core/messages/command-line-messages.ts';
import { commonOptions } from './parse-arguments.ts';
import { runCommandLine } from './run-command-line.ts';

const root = new URL('../../', import.meta.url);
const linesOf = (text: string) => text.split('\n').slice(0, -1);

/** Runs a command line that opens no library. */
async function run(args: readonly string[]) {
  const texts = { stdout: '', stderr: '' };
  const terminal = {
    isScreen: false,
    print: async (text: string) => void (texts.stdout += text),
    complain: (sentence: string) => void (texts.stderr += `${sentence}\n`),
  };
  const status = await runCommandLine(args, { terminal, env: { LECTERN_LIBRARY: '/nowhere' }, root, workerUrl: root });
  return { status, ...texts };
}

describe('misuse', () => {
  it.each([
    [['frobnicate'], /no command “frobnicate”.*lectern help/],
    [['--frob'], /no option --frob.*lectern help/],
    [['list', '--frob'], /no option --frob.*lectern list --help/],
    [['list', 'x'], /“x” is one argument too many/],
    [['list', '--library'], /--library needs a value/],
    [['list', '--json=yes'], /--json takes no value/],
    [['import'], /give a FILE/],
    [['show'], /give the ID/],
    [['show', 'abc'], /“abc” is too short for an id/],
    [['highlight', 'abcd'], /--quote is missing/],
    [['highlight', 'abcd', '--quote', ' '], /--quote can’t be/],
    [['highlight', 'abcd', '--quote', 'a', '--quote', 'b'], /--quote can be given only once/],
    [['highlight', 'abcd', '--quote', 'a', '--occurrence', '0'], /--occurrence can’t be “0”/],
    [['highlight', 'abcd', '--quote', 'a', '--colour', 'beige'], /--colour can’t be “beige”: give yellow, red/],
    [['highlight', 'abcd', '--quote', 'a', '--note', '--json'], /--note needs a value/],
    [['export'], /--out is missing/],
    [['serve', '--port', '70000'], /--port can’t be “70000”/],
  ])('of %j is told in one line, with status 2', async (args, sentence) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(linesOf(ran.stderr)).toHaveLength(1);
  });
});

describe('help', () => {
  it('lists every command, with no command as with --help', async () => {
    const [bare, asked] = [await run([]), await run(['--help'])];
    expect(bare).toMatchObject({ status: 0, stderr: '' });
    expect(asked.stdout).toBe(bare.stdout);
    for (const name of Object.keys(commandHelp)) expect(bare.stdout).toContain(`lectern ${name}`);
  });

  it.each(Object.keys(commandHelp) as CommandName[])('of %s mentions every option, and examples', async (name) => {
    const { status, stdout } = await run([name, '--help']);
    expect(status).toBe(0);
    for (const option of [...Object.keys(commandHelp[name].options), ...Object.keys(commonOptions)]) expect(stdout).toMatch(new RegExp(`^  --${option}\\b.*\\S`, 'm'));
    expect(stdout).toMatch(/Examples\n {2}\S/);
    expect((await run(['help', name])).stdout).toBe(stdout);
  });
});
