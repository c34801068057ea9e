import { type ParseArgsOptionDescriptor, parseArgs } from "node:util";
import type { Page } from "./page.ts";
import { UsageError } from "./usage.ts";

/** What stands after the command's name, by position. */
interface Operand {
  name: string;
  help: string;
  optional?: boolean;
  /** The last, of which there may be more. */
  rest?: boolean;
  choices?: readonly string[];
}

/** One option; a flag when it has no placeholder. */
export interface Option<T> {
  help: string;
  initial: T;
  placeholder?: string;
  choices?: readonly string[];
  /** May be given again: the value is a list, of what each time adds to it. */
  many?: boolean;
  /** A file that is written. */
  writes?: boolean;
  /** What a value must be, in words, for the help and for the message that refuses another. */
  expected?: string;
  /** The value meant by a text, `undefined` when the text is not one. */
  parse(text: string): T | undefined;
}

export type Options = Readonly<Record<string, Option<unknown>>>;
type Values<O extends Options> = { [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** A command line with its whole output, as help shows it and a test runs it, in a folder holding `files`. */
export interface Example {
  line: string;
  output: string;
  files?: Readonly<Record<string, string>>;
}

/** A paragraph, or a list of words with what they mean. */
export type Note = string | { title: string; rows: readonly (readonly [word: string, meaning: string])[] };

/** The one definition of a command: parser, help, completion and documentation all read it. */
export interface Command<O extends Options = Options, R extends object = object> {
  name: string;
  summary: string;
  operands: readonly Operand[];
  options: O;
  /** What the help says after the options. */
  notes?: readonly Note[];
  examples: readonly Example[];
  /** Measures; what it returns is what `--json` prints. */
  run(operands: readonly string[], values: Values<O>): R | Promise<R>;
  /** The lines for a person, or, of a command that gives a table, for a program; to `--output` where there is one. */
  show(result: R, page: Page): Iterable<string>;
  /** What `--markdown` prints. */
  markdown?(result: R): string[];
  /** Where the answer itself decides about success; 0 unless given. */
  exitCode?(result: R): number;
}

export function defineCommand<O extends Options, R extends object>(command: Command<O, R>): Command<O, R> {
  return command;
}

export function flag(help: string): Option<boolean> {
  return { help, initial: false, parse: () => true };
}

export function choice<const C extends string>(
  placeholder: string,
  choices: readonly C[],
  initial: C,
  help: string,
): Option<C> {
  const parse = (text: string) => choices.find((known) => known === text);
  return { help: `${help} (default ${initial})`, initial, placeholder, choices, parse };
}

export interface Typed<O extends Options> {
  help: boolean;
  operands: string[];
  values: Values<O>;
}

/**
 * What was typed after the command's name, checked against its definition.
 *
 * @throws UsageError naming the unknown, missing or refused word, with the nearest valid one.
 */
export function parse<O extends Options>(command: Command<O>, words: readonly string[]): Typed<O> {
  const { values, positionals } = strictly(command, words.map(hideSign));
  const typed: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const text = values[name];
    const meant = (one: unknown) => meantBy(name, option, showSign(String(one)));
    typed[name] =
      text === undefined ? option.initial : option.many ? [text].flat().flatMap(meant) : meant(text);
  }
  const help = values.help === true;
  if (typed.json === true && typed.markdown === true)
    throw new UsageError("--json is given, expected without --markdown");
  const operands = positionals.map(showSign);
  if (!help) checkOperands(command, operands);
  return { help, operands, values: typed as Values<O> };
}

function strictly(command: Command, args: string[]) {
  const options: Record<string, ParseArgsOptionDescriptor> = { help: { type: "boolean", short: "h" } };
  for (const [name, option] of Object.entries(command.options)) {
    options[name] = {
      type: option.placeholder === undefined ? "boolean" : "string",
      multiple: option.many ?? false,
    };
  }
  const valid = Object.keys(options).map((name) => `--${name}`);
  for (const token of parseArgs({ args, options, strict: false, tokens: true }).tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value, inlineValue } = token;
    if (!Object.hasOwn(options, name)) throw new UsageError(`unknown option ${rawName}`, rawName, valid);
    if (options[name]!.type === "boolean") {
      if (value !== undefined) throw new UsageError(`${rawName} is ${value}, expected no value`);
    } else if (value === undefined || (!inlineValue && /^-./.test(value)))
      throw new UsageError(`${rawName} has no value, expected ${expectedBy(command.options[name]!)}`);
  }
  return parseArgs({ args, options, allowPositionals: true });
}

// parseArgs takes -3 for an option, and no option of ours begins with a digit. No word typed can hold a NUL.
function hideSign(word: string): string {
  return /^-(\.?\d|inf)/i.test(word) ? `\0${word}` : word;
}

function showSign(word: string): string {
  return word.startsWith("\0") ? word.slice(1) : word;
}

function meantBy(name: string, option: Option<unknown>, text: string): unknown {
  const value = option.parse(text);
  if (value !== undefined) return value;
  throw new UsageError(`--${name} is ${text}, expected ${expectedBy(option)}`, text, option.choices);
}

function expectedBy({ choices, expected }: Option<unknown>): string {
  return choices?.join(", ") ?? expected ?? "a value";
}

function checkOperands(command: Command, given: readonly string[]): void {
  const missing = command.operands.slice(given.length).find((operand) => !operand.optional);
  if (missing) throw new UsageError(`${missing.name} is missing, expected ${usageLine(command)}`);
  const last = command.operands.at(-1);
  const extra = given[command.operands.length];
  if (!last?.rest && extra !== undefined)
    throw new UsageError(
      `${extra} is one too many, expected ${usageLine(command)}${hintFor(command, given, extra)}`,
    );
  for (const [i, text] of given.entries()) {
    const { name, choices } = command.operands[i] ?? last!;
    if (choices === undefined || choices.includes(text)) continue;
    throw new UsageError(`${name} is ${text}, expected ${choices.join(", ")}`, text, choices);
  }
}

/** What was probably meant by one word too many. */
function hintFor(command: Command, given: readonly string[], extra: string): string {
  const meant = Object.entries(command.options).find(([, { choices }]) => choices?.includes(extra));
  if (meant) return `; did you mean --${meant[0]} ${extra}?`;
  return isParted(command, given) ? "; the values of one distribution are written together: 0.5,0.5" : "";
}

/** Single numbers, each of them an operand, where a distribution was to be one. */
function isParted({ operands }: Command, given: readonly string[]): boolean {
  return (
    operands.every(({ name }) => /^[PQ]$/.test(name)) && given.every((text) => /^[\d.]+(?:,\d+)?$/.test(text))
  );
}

/** `surprisal kl P Q [options]` */
export function usageLine(command: Command): string {
  const operands = command.operands.map(({ name, optional, rest }) => {
    const written = rest ? `${name}…` : name;
    return optional ? `[${written}]` : written;
  });
  return ["surprisal", command.name, ...operands, "[options]"].join(" ");
}
