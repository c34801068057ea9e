import { type Command, type Example, type Note, usageLine } from "./command.ts";
import { type Page, strong } from "./page.ts";
import { table } from "./table.ts";
import { wrapped } from "./wrapped.ts";

/** The help of the whole: what it is for, and one line per command. */
export function overview(commands: readonly Command[], page: Page): string[] {
  return [
    ...wrapped(
      "Surprisal measures surprise: entropy, cross-entropy, KL divergence and the like.",
      page.width,
    ),
    "",
    strong("Usage", page),
    "  surprisal COMMAND … [options]",
    "",
    strong("Commands", page),
    ...listed(
      commands.map(({ name, summary }) => [name, summary]),
      page,
    ),
    "",
    strong("Options", page),
    ...listed(
      [
        ["--help", "this page; after a command, what it takes, with examples"],
        ["--version", "the version"],
      ],
      page,
    ),
    "",
    strong("Example", page),
    ...sample(commands.find(({ name }) => name === "kl")!.examples[0]!),
  ];
}

/** The help of one command, all of it from its definition. */
export function manual(command: Command, page: Page): string[] {
  const options = Object.entries({ ...command.options, help: { help: "this page" } }).map(
    ([name, option]) =>
      ["placeholder" in option ? `--${name} ${option.placeholder}` : `--${name}`, option.help] as const,
  );
  return [
    strong(usageLine(command), page),
    "",
    ...wrapped(command.summary, page.width),
    ...section(
      "Operands",
      command.operands.map(({ name, help }) => [name, help] as const),
      page,
    ),
    ...section("Options", options, page),
    ...(command.notes ?? []).flatMap((note) => ["", ...paragraph(note, page)]),
    "",
    strong(command.examples.length > 1 ? "Examples" : "Example", page),
    ...command.examples.flatMap((example, i) => [...(i > 0 ? [""] : []), ...sample(example)]),
  ];
}

function sample({ line, output }: Example): string[] {
  return [`$ ${line}`, ...output.split("\n")].map((text) => (text === "" ? "" : `  ${text}`));
}

function paragraph(note: Note, page: Page): string[] {
  if (typeof note === "string") return wrapped(note, Math.min(page.width, 80));
  return [note.title, ...listed(note.rows, page)];
}

function section(title: string, rows: readonly Entry[], page: Page): string[] {
  return rows.length === 0 ? [] : ["", strong(title, page), ...listed(rows, page)];
}

type Entry = readonly [word: string, meaning: string];

function listed(rows: readonly Entry[], page: Page): string[] {
  return table(
    rows.map(([word, words]) => [word, { words }]),
    page,
  );
}
