import { homedir } from 'node:os';
import { commandWords } from '../../core/messages/command-line-messages.ts';
import { displayFolder } from '../default-library.ts';
import { isFolder } from '../import/find-importable.ts';
import type { StartedLibrary } from '../start-library.ts';
import { asJson, type Command, ended, type Invocation, misused, type Outcome } from './command.ts';
import { openBrowser } from './open-browser.ts';
import { parseWhole } from './parse-arguments.ts';
import { openHere } from './with-library.ts';

const PORT_LIMIT = 65_535;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves at the first of the signals that ask this process to end. A second one ends it at once, as if nobody listened. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of signals) process.off(signal, stop);
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  });
}

/** Serves a library until this process is asked to end. */
async function serveLibrary(started: StartedLibrary, port: number, invocation: Invocation): Promise<Outcome> {
  const { root, isJson, terminal, given, log } = invocation;
  const { startServer } = await import('../serve/serve-http.ts');
  const asked = untilAsked();
  const server = await startServer({ started, rendererFolder: new URL('dist/renderer/', root), port, log });
  if (!server.ok) return ended(server.fault);
  const { address } = server.value;
  await terminal.print(isJson ? asJson({ address, port: server.value.port }) : `${address}\n`);
  if (!isJson) terminal.complain(commandWords.serving(displayFolder(started.folder, homedir())));
  const browser = given.has('open') ? await openBrowser(address) : null;
  if (browser && !browser.isStarted) terminal.complain(commandWords.notOpened(browser.program));
  await Promise.race([asked, server.value.stopped]);
  await server.value.close();
  await browser?.remove();
  return ended();
}

export const serve: Command = {
  name: 'serve',
  options: { port: { value: 'N' }, open: {}, watch: { value: 'FOLDER' } },
  async run(invocation) {
    const [extra] = invocation.given.positionals;
    if (extra !== undefined) return misused({ kind: 'argument-unwanted', given: extra });
    const typed = invocation.given.text('port');
    const port = typed === undefined ? 0 : parseWhole(typed, 0, PORT_LIMIT);
    if (port === null) return misused({ kind: 'value-wrong', option: '--port', given: typed ?? '', wanted: `a number from 0 to ${PORT_LIMIT}` });
    const watchFolder = invocation.given.text('watch');
    if (watchFolder !== undefined && !(await isFolder(watchFolder))) return ended({ code: 'file-unreadable', name: watchFolder, reason: 'missing' });
    const started = await openHere(invocation, { mode: 'prefer-write', door: 'serve', ...(watchFolder === undefined ? {} : { watchFolder }) });
    if (!started.ok) return ended(started.fault);
    return serveLibrary(started.value, port, invocation).finally(() => started.value.close());
  },
};
