import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { type CommandName, helpHint, type UsageProblem, usageSentence } from '../../core/messages/command-line-messages.ts';
import { commandFaultSentence, faultSentence } from '../../core/messages/fault-messages.ts';
import { defaultLibraryFolder } from '../default-library.ts';
import { readVersion } from '../version.ts';
import type { Command, Given, Installation, Outcome, Terminal } from './command.ts';
import { commandHelpText, generalHelpText } from './help.ts';
import { parseArguments } from './parse-arguments.ts';

// A command is loaded when it is called: what the others need costs it no time to start.
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./import.ts')).importFiles,
  list: async () => (await import('./list.ts')).list,
  show: async () => (await import('./show.ts')).show,
  search: async () => (await import('./search.ts')).search,
  highlight: async () => (await import('./highlight.ts')).highlight,
  export: async () => (await import('./export.ts')).exportNotes,
  check: async () => (await import('./check.ts')).checkCommand,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  verify: async () => (await import('./verify.ts')).verify,
  history: async () => (await import('./history.ts')).history,
  serve: async () => (await import('./serve.ts')).serve,
};
const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

const DONE = 0;
const FAULT = 1;
const MISUSED = 2;

type Surroundings = Installation & { readonly terminal: Terminal; readonly env: NodeJS.ProcessEnv };

function misuse(terminal: Terminal, problem: UsageProblem, command: string | null): number {
  terminal.complain(`${usageSentence(problem)} ${helpHint(command)}`);
  return MISUSED;
}

function report(terminal: Terminal, outcome: Outcome, command: Command): number {
  switch (outcome.kind) {
    case 'done': return DONE;
    case 'usage': return misuse(terminal, outcome.problem, command.name);
    case 'faults':
      for (const fault of outcome.faults) terminal.complain(commandFaultSentence(fault));
      return FAULT;
  }
}

async function runCommand(command: Command, given: Given, { terminal, env, root, workerUrl }: Surroundings): Promise<number> {
  const named = given.text('library');
  if (named === '') return misuse(terminal, { kind: 'value-missing', option: '--library' }, command.name);
  const folder = named === undefined ? defaultLibraryFolder(env, homedir()) : resolve(named);
  const log = (error: unknown): void => {
    if (env['LECTERN_DEBUG']) console.error(error);
  };
  try {
    return report(terminal, await command.run({ given, folder, isJson: given.has('json'), terminal, log, root, workerUrl }), command);
  } catch (error) {
    log(error);
    terminal.complain(faultSentence({ code: 'internal' }));
    return FAULT;
  }
}

async function showHelp(terminal: Terminal, name: string | undefined): Promise<number> {
  if (name !== undefined && !isCommandName(name)) return misuse(terminal, { kind: 'command-unknown', given: name }, null);
  const command = name === undefined ? null : await commands[name]();
  await terminal.print(command ? commandHelpText(command) : generalHelpText(Object.keys(commands).filter(isCommandName)));
  return DONE;
}

async function showVersion({ terminal, root }: Surroundings): Promise<number> {
  await terminal.print(`${await readVersion(root)}\n`);
  return DONE;
}

/** Runs a command line to its end and answers the exit status. */
export async function runCommandLine(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') return showHelp(terminal, undefined);
  if (name === 'help') return showHelp(terminal, rest[0]);
  if (name === '--version') return showVersion(surroundings);
  if (!isCommandName(name)) return misuse(terminal, name.startsWith('-') ? { kind: 'option-unknown', option: name } : { kind: 'command-unknown', given: name }, null);
  const command = await commands[name]();
  const given = parseArguments(rest, command.options);
  // Whoever asks for help gets it, whatever else is wrong with the line.
  if (given.ok ? given.value.has('help') : rest.includes('--help') || rest.includes('-h')) return showHelp(terminal, name);
  return given.ok ? runCommand(command, given.value, surroundings) : misuse(terminal, given.fault, name);
}
