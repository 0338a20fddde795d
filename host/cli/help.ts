import { commonOptionHelp, type CommandName, generalHelp, helpOf } from '../../core/messages/command-line-messages.ts';
import type { Command } from './command.ts';
import { commonOptions } from './parse-arguments.ts';

const WIDTH = 88;

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - indent) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

/** Names on the left, what they are on the right. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, text]) => `  ${name.padEnd(width)}${wrap(text, width + 2)}`).join('\n');
}

const section = (title: string, body: string) => `${title}\n${body}`;

/** The help of one command. */
export function commandHelpText({ name, options: own }: Command): string {
  const { synopsis, about, options, notes, examples } = helpOf(name);
  const texts: Readonly<Record<string, string>> = { ...options, ...commonOptionHelp };
  const rows = Object.entries({ ...own, ...commonOptions }).map(([option, { value }]) => [value ? `--${option} ${value}` : `--${option}`, texts[option] ?? ''] as const);
  const parts = [
    `lectern ${name} ${synopsis}`.trimEnd(),
    wrap(about, 0),
    section('Options', table(rows)),
    ...notes.map((note) => wrap(note, 0)),
    section('Examples', examples.map(([line, does]) => `  ${line}\n      ${does}`).join('\n')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The help of the whole. */
export function generalHelpText(names: readonly CommandName[]): string {
  const { about, more, options, statuses } = generalHelp;
  const parts = [
    about,
    section('Commands', table(names.map((name) => [`lectern ${name} ${helpOf(name).synopsis}`.trimEnd(), helpOf(name).about]))),
    section('Options', table(Object.entries(options).map(([option, text]) => [`--${option}`, text]))),
    wrap(more, 0),
    wrap(statuses, 0),
  ];
  return `${parts.join('\n\n')}\n`;
}
