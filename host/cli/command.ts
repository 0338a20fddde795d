import type { Fault } from '../../core/base/fault.ts';
import type { CommandName, UsageProblem } from '../../core/messages/command-line-messages.ts';

/** An option: one with a `value` is followed by it, and `value` is the word for it in help. */
export type OptionSpec = { readonly value?: string; readonly isRepeatable?: boolean };
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What a command line gave, already checked against the command's options. */
export type Given = {
  readonly positionals: readonly string[];
  has(option: string): boolean;
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
};

/** Where a command prints. `print` resolves when the text is handed over; after a closed pipe it does nothing. */
export type Terminal = {
  print(text: string): Promise<void>;
  /** True where a person sees what is printed, and bold is bold. */
  readonly isScreen: boolean;
  /** Prints to stderr, as one line. */
  complain(sentence: string): void;
};

/** Where Lectern's own files are. */
export type Installation = { readonly root: URL; readonly workerUrl: URL };

export type Invocation = Installation & {
  readonly given: Given;
  readonly folder: string;
  readonly isJson: boolean;
  readonly terminal: Terminal;
  readonly log: (error: unknown) => void;
};

/** How a command ended. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'usage'; readonly problem: UsageProblem };

export type Command = {
  readonly name: CommandName;
  readonly options: OptionSpecs;
  run(invocation: Invocation): Promise<Outcome>;
};

export const done: Outcome = { kind: 'done' };
export const misused = (problem: UsageProblem): Outcome => ({ kind: 'usage', problem });
export const ended = (...faults: readonly Fault[]): Outcome => (faults.length === 0 ? done : { kind: 'faults', faults });
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
