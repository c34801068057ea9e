import { type Command, type Example, usageLine } from "./command.ts";
import { type Page, strong } from "./page.ts";
import { table } from "./table.ts";

/** The help of the whole: what it is for, and one line per command. */
export function overview(commands: readonly Command[], page: Page): string[] {
  return [
    "Surprisal measures surprise: entropy, cross-entropy, KL divergence and the like.",
    "",
    strong("Usage", page),
    "  surprisal COMMAND … [options]",
    "",
    strong("Commands", page),
    ...table(
      commands.map(({ name, summary }) => [name, summary]),
      page,
    ),
    "",
    strong("Options", page),
    ...table(
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
    ([name, option]) => [
      "placeholder" in option ? `--${name} ${option.placeholder}` : `--${name}`,
      option.help,
    ],
  );
  return [
    strong(usageLine(command), page),
    "",
    command.summary,
    ...section(
      "Operands",
      command.operands.map(({ name, help }) => [name, help]),
      page,
    ),
    ...section("Options", options, page),
    ...(command.notes ?? []).flatMap((note) => ["", ...wrapped(note, Math.min(page.width, 80))]),
    "",
    strong(command.examples.length > 1 ? "Examples" : "Example", page),
    ...command.examples.flatMap((example, i) => [...(i > 0 ? [""] : []), ...sample(example)]),
  ];
}

function sample({ line, output }: Example): string[] {
  return [`$ ${line}`, ...output.split("\n")].map((text) => (text === "" ? "" : `  ${text}`));
}

/** A paragraph in lines of at most `width`; one that has lines of its own keeps them. */
function wrapped(paragraph: string, width: number): string[] {
  if (paragraph.includes("\n")) return paragraph.split("\n");
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function section(title: string, rows: readonly string[][], page: Page): string[] {
  return rows.length === 0 ? [] : ["", strong(title, page), ...table(rows, page)];
}
