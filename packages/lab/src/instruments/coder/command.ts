import type { Unit } from "@surprisal/core";
import { codePointName } from "@surprisal/data";
import { decimalOf } from "../../figure/shellWord.ts";
import { dictionaryOf } from "./dictionary.ts";
import { charactersOf, type Message } from "./model.ts";

const longestTyped = 200;

/** The command that prints H(P), and H(P, Q) if the dictionary is another. A long text is taken from a file that holds it, `text.txt`. */
export function commandOf(message: Message, unit: Unit): string {
  const { text, source, smooth } = message;
  const isTyped = charactersOf(text).length <= longestTyped;
  const truth = isTyped ? "chars:-" : "chars:text.txt";
  const isOwn = source === "own" && !smooth;
  const words = isOwn ? ["entropy", truth] : ["cross-entropy", truth, quoted(operandOf(message))];
  if (unit !== "bits") words.push("--unit", unit);
  const command = `surprisal ${words.join(" ")}`;
  return isTyped ? `printf %s ${quoted(text)} | ${command}` : command;
}

/** Q as an operand, its letters named as the command line names characters. */
function operandOf(message: Message): string {
  const { names, q, counted } = dictionaryOf(message);
  const values = counted ? counted.map(String) : [...q].map(decimalOf);
  const list = names.map((name, i) => `${operandName(codePointName(name.codePointAt(0)!))}=${values[i]}`);
  return `${counted ? "counts:" : ""}${list.join(",")}`;
}

// A list that begins with a mark could be taken for a path, or for JSON.
function operandName(name: string): string {
  return /^[\p{L}\p{N}␣]/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
