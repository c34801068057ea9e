import type { Unit } from "@surprisal/core";
import { smoothingText } from "./codec.ts";
import { type Bench, isEmpty, type Pane } from "./model.ts";
import { fileOperand, pathOf, textOperand } from "./operand.ts";

/** The command that gives the numbers of the page, and the texts that it expects in files of these names. */
export type Command = { readonly line: string; readonly files: readonly { name: string; text: string }[] };

const longest = 600;

/** The command for what the workbench was told; undefined while there is nothing to measure. */
export function commandOf(bench: Bench, unit: Unit): Command | undefined {
  const sides = (["p", "q"] as const).filter((side) => !isEmpty(bench[side]));
  if (sides.length === 0) return undefined;
  const written = sides.map((side) => operandOf(bench[side], `${side}.txt`));
  if (written.some((operand) => operand === undefined)) return undefined;
  const operands = written as Written[];
  const texts = operands.flatMap(({ text, name }) => (text === undefined ? [] : [{ text, name }]));
  const [only] = texts.length === 1 ? texts : [];
  const typed = texts.every(({ text }) => text.length <= longest && !/\p{Cc}/u.test(text));
  const words = operands.map(({ operand, name }) =>
    inShell(typed && only?.name === name ? operand.replace(`./${name}`, "-").replace(name, "-") : operand),
  );
  const line = ["surprisal", sides.length === 2 ? "compare" : "entropy", ...words, ...options(bench, unit)];
  const command = line.join(" ");
  const print = (text: string) => `printf %s ${quoted(text)}`;
  if (!typed) return { line: command, files: texts };
  if (only) return { line: `${print(only.text)} | ${command}`, files: [] };
  const saved = texts.map(({ text, name }) => `${print(text)} > ${name}`);
  return { line: [...saved, command].join(" && "), files: [] };
}

/** The command that measures two columns of a table together. */
export function jointCommand(name: string, columns: readonly [string, string], unit: Unit): string {
  const title = (column: string) => (/[",]/.test(column) ? `"${column.replaceAll('"', '""')}"` : column);
  const operand = `${pathOf(name)}:${columns.map(title).join(",")}`;
  return ["surprisal", "mi", inShell(operand), ...options({ normalize: false }, unit)].join(" ");
}

type Written = { operand: string; name: string; text?: string };

function operandOf(pane: Pane, name: string): Written | undefined {
  if (pane.file) {
    const operand = fileOperand(pane);
    return operand && { operand: operand.text, name };
  }
  const { text, as } = pane;
  const line = as === "list" ? onOneLine(text) : undefined;
  if (line !== undefined && line.length <= longest) return { operand: line, name };
  const listed = as === "list" ? text.replace(/^\s*(?:counts|logits):/, "") : text;
  return { operand: textOperand(text, as, name), name, text: listed };
}

// A new line separates as much as what separates the values of a line.
function onOneLine(text: string): string | undefined {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const full = lines.filter((line) => line !== "");
  if (full.length === 1) return full[0]!;
  if (text.includes('"')) return undefined;
  const separator = text.includes(";") ? ";" : text.includes(",") || text.includes("=") ? "," : " ";
  return full.map((line) => line.replace(/[;,]$/, "")).join(separator);
}

function options({ normalize, smooth }: Pick<Bench, "normalize" | "smooth">, unit: Unit): string[] {
  return [
    ...(normalize ? ["--normalize"] : []),
    ...(smooth ? ["--smooth", smoothingText(smooth)] : []),
    ...(unit === "bits" ? [] : ["--unit", unit]),
  ];
}

function inShell(word: string): string {
  return /^[\w.,:=+@%/-]+$/.test(word) ? word : quoted(word);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
