import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { UsageProblem } from '../../core/messages/command-line-messages.ts';
import type { Given, OptionSpec, OptionSpecs } from './command.ts';

/** What every command takes. */
export const commonOptions: OptionSpecs = { library: { value: 'DIR' }, json: {}, help: {} };

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

// Node's own strict mode explains itself in several sentences; its tokens are checked here instead.
function tokensOf(args: readonly string[], options: OptionSpecs) {
  const types = Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean', ...(name === 'help' ? { short: 'h' } : {}) } as const]));
  return parseArgs({ args: [...args], options: types, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function problemOf(token: OptionToken, option: OptionSpec | undefined, isRepeated: boolean): UsageProblem | null {
  const { rawName, value, inlineValue } = token;
  if (!option) return { kind: 'option-unknown', option: rawName };
  if (!option.value) return inlineValue ? { kind: 'value-unwanted', option: rawName } : null;
  if (isRepeated && !option.isRepeatable) return { kind: 'option-repeated', option: rawName };
  return value === undefined ? { kind: 'value-missing', option: rawName } : null;
}

/** True for an option where a value was due: the value was forgotten, and `--note=--json` is the way to mean it. */
function isOption({ value, inlineValue }: OptionToken, options: OptionSpecs): boolean {
  const name = /^--([^=]+)/.exec(value ?? '')?.[1];
  return !inlineValue && name !== undefined && Object.hasOwn(options, name);
}

/** Reads a command's arguments against its options. */
export function parseArguments(args: readonly string[], own: OptionSpecs): Result<Given, UsageProblem> {
  const options = { ...commonOptions, ...own };
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const problem = isOption(token, options) ? ({ kind: 'value-missing', option: token.rawName } as const) : problemOf(token, spec, found.has(token.name));
    if (problem) return fail(problem);
    found.set(token.name, [...(found.get(token.name) ?? []), token.value ?? '']);
  }
  return succeed({
    positionals,
    has: (option) => found.has(option),
    text: (option) => found.get(option)?.[0],
    texts: (option) => found.get(option) ?? [],
  });
}

/** A whole number within bounds, or null. */
export function parseWhole(text: string, from: number, to: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}
