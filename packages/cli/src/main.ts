import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { FormatCode, FormatError } from "@surprisal/data";
import type { Command } from "./command.ts";
import { allCommands, commands } from "./commands.ts";
import { pageOf } from "./page.ts";
import { refuseOverwriting } from "./refuseOverwriting.ts";
import { UsageError } from "./usage.ts";
import type { Write } from "./wholeFile.ts";

/** The options that do what the hints of unusable input suggest. */
const remedies: Partial<Record<FormatCode, string>> = {
  sum: ": --normalize",
  kind: "; or say that they are logits: --logits",
  smoothing: ": --smooth epsilon:1e-9",
};

/** How many characters are written at once. */
const partLength = 1 << 16;

const page = pageOf(process.stdout, process.env);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Who reads no more of a verdict may still ask for it.
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`surprisal: standard output cannot be written (${error.code})\n`);
  process.exit(1);
});

process.on("uncaughtException", fail);

const [name = "--help", ...words] = process.argv.slice(2);
try {
  if (name === "--version") print([version()]);
  else if (name === "--help" || name === "-h" || (name === "help" && words.length === 0))
    print((await import("./help.ts")).overview(await allCommands(), page));
  else if (name === "help") await act(words[0]!, ["--help"]);
  else await act(name, words);
} catch (error) {
  await fail(error);
}

async function act(name: string, words: string[]): Promise<void> {
  const [command, { parse }] = await Promise.all([commandOf(name), import("./command.ts")]);
  const { help, operands, values } = parse(command, words);
  if (help) return print((await import("./help.ts")).manual(command, page));
  refuseOverwriting(command, operands, values);
  const answer = async (write: Write) => {
    const result = await command.run(operands, values);
    process.exitCode = command.exitCode?.(result) ?? 0;
    for (const part of inParts(await linesOf(command, result, values))) await write(part);
  };
  if (typeof values.output !== "string" || values.output === "-") return answer(toStandardOutput);
  await (await import("./wholeFile.ts")).wholeFile(values.output, answer);
}

async function linesOf(
  command: Command,
  result: object,
  { markdown, json }: Readonly<Record<string, unknown>>,
): Promise<Iterable<string>> {
  if (markdown && command.markdown) return command.markdown(result);
  return json ? [(await import("@surprisal/data")).toJson(result)] : command.show(result, page);
}

/** Lines, many at a time. */
function* inParts(lines: Iterable<string>): Generator<string> {
  let part = "";
  for (const line of lines) {
    part += `${line}\n`;
    if (part.length < partLength) continue;
    yield part;
    part = "";
  }
  if (part !== "") yield part;
}

async function toStandardOutput(part: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(part)) await once(process.stdout, "drain");
}

async function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).default;
  const kind = name.startsWith("-") ? "option" : "command";
  const valid = kind === "option" ? ["--help", "--version"] : Object.keys(commands);
  const { commandCalled } = await import("./synonyms.ts");
  throw new UsageError(`unknown ${kind} ${name}`, commandCalled(name) ?? name, valid);
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** What went wrong, what to do about it, and the exit code: 2 for wrong usage, 1 for an input that could not be used. */
async function fail(error: unknown): Promise<void> {
  const about = Object.hasOwn(commands, name) ? `surprisal ${name}` : "surprisal";
  const { name: kind, code, hint } = error as Partial<FormatError>;
  let lines = [`${about}: ${error instanceof Error ? error.message : String(error)}`];
  if (error instanceof UsageError || kind === "FormatError") {
    const { nearest, visible } = await import("@surprisal/data");
    if (error instanceof UsageError) {
      const bare = (word: string) => word.replace(/^--?/, "");
      const near = nearest(bare(error.typed), error.valid.map(bare));
      if (near) lines.push(`Did you mean ${error.valid.find((word) => bare(word) === near)}?`);
      lines.push(`Try: ${about} --help`);
    } else if (hint) lines.push(`Hint: ${hint}${remedies[code!] ?? ""}`);
    // A hint may have several lines.
    lines = lines.flatMap((line) => line.split("\n")).map(visible);
  }
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
