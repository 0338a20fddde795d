import { faultSentence } from '../../core/messages/fault-messages.ts';
import { runCommandLine } from './run-command-line.ts';
import { makeTerminal } from './terminal.ts';

// The same file runs from source and, bundled, from dist/node.
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? '../import/import-worker.ts' : './import-worker.js', import.meta.url);
const root = new URL('../../', import.meta.url);

const terminal = makeTerminal(process.stdout, process.stderr);
const status = await runCommandLine(process.argv.slice(2), { terminal, env: process.env, root, workerUrl });
const complainOf = (reason: string) => terminal.complain(faultSentence({ code: 'save-failed', what: 'output', reason }));
const reason = terminal.failure();
if (reason !== null) complainOf(reason);
process.exitCode = reason === null ? status : 1;
