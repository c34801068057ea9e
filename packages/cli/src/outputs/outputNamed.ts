import { stat } from "node:fs/promises";
import {
  FormatError,
  type ModelOutput,
  type NamedOutput,
  type Open,
  openModelOutput,
  openTargets,
  parseOperand,
} from "@surprisal/data";
import { openWatched } from "../progress.ts";

/** Codes of faults of a file that may be a distribution. */
const otherForm: readonly string[] = ["unsupported", "empty", "syntax"];

const binary = /\.(npy|npz|safetensors)$/i;

/** `FILE`, or `FILE:ARRAY` for a file of several. */
function partsOf(text: string): { path: string; array?: string } {
  const [, path, array] = /^(.+\.(?:npz|safetensors|json)):([^\\/]+)$/is.exec(text) ?? [];
  return path === undefined ? { path: text } : { path, array: array! };
}

/** Opens what holds the outputs of a model. */
export async function openOutput(
  text: string,
  open: Open = openWatched,
  read: (path: string, open: Open) => Promise<ModelOutput> = openModelOutput,
): Promise<NamedOutput> {
  const parts = partsOf(text);
  return { ...parts, output: await read(parts.path, open) };
}

/** Opens what holds the tokens that came. */
export function openNamedTargets(text: string): Promise<NamedOutput> {
  return openOutput(text, openWatched, openTargets);
}

/**
 * The same, for an operand that may be a distribution too: `undefined` if it is no such file.
 *
 * @param open Opens what may have to be read again as a distribution.
 * @param isExpected Whether only a file makes sense: what is no list of numbers is one then, and missing if it is not there.
 */
export async function outputNamed(
  text: string,
  open: Open,
  isExpected: boolean,
): Promise<NamedOutput | undefined> {
  const { path } = partsOf(text);
  if (binary.test(path) || (isExpected && !isList(text))) return openOutput(text);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() && !isList(text)) throw directory(path);
  if (path !== "-" && !found?.isFile()) return undefined;
  const named = await openOutput(text, open).catch((error) => {
    // Neither do the numbers of a distribution begin like an output, nor does an empty file.
    if (!isOtherForm(error)) throw error;
  });
  if (named && (await holdsOutput(named.output, path, open))) return named;
  await named?.output.close();
  return undefined;
}

function isList(text: string): boolean {
  try {
    return parseOperand(text).form === "list";
  } catch {
    return false;
  }
}

function directory(source: string): FormatError {
  return new FormatError({ code: "unreadable", source, problem: "is a directory", expected: "a file" });
}

/**
 * A distribution as JSON is in no form of scores; what is in one is refused for what is wrong with it, and so is a file that begins like JSON and is none. Of standard input a
 * list of numbers comes here too.
 */
async function holdsOutput(output: ModelOutput, path: string, open: Open): Promise<boolean> {
  if (output.kind !== "scores") return true;
  const sequences = output.sequences();
  try {
    await sequences.next();
    return true;
  } catch (error) {
    if (isOtherForm(error) && (error.code !== "syntax" || (await isInputList(path, open)))) return false;
    throw error;
  } finally {
    await sequences.return(undefined);
  }
}

/** Whether standard input begins like a list of numbers: JSON of scores is of objects. */
async function isInputList(path: string, open: Open): Promise<boolean> {
  if (path !== "-") return false;
  for await (const chunk of (await open(path)).chunks()) {
    const [begin] = new TextDecoder().decode(chunk).trimStart();
    if (begin !== undefined) return begin !== "{";
  }
  return true;
}

/** Whether it may be something else, and good. What is unsupported without a place is so as a whole: an output that only a file on disk can hold. */
function isOtherForm(error: unknown): error is FormatError {
  if (!(error instanceof FormatError) || !otherForm.includes(error.code)) return false;
  return error.code !== "unsupported" || error.place !== undefined;
}
