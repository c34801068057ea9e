import { FormatError } from "../formatError.ts";
import { type ModelOutput, openModelOutput } from "../openModelOutput.ts";
import type { Open } from "../readOperand.ts";
import { readText } from "../utf8.ts";
import { writtenIntegers } from "./writtenIntegers.ts";

/**
 * The tokens that came, in a file of their own: arrays, or integers as JSON or text.
 *
 * @throws FormatError if it is none of these.
 */
export async function openTargets(path: string, open: Open): Promise<ModelOutput> {
  let unknown: unknown;
  const output = await openModelOutput(path, open).catch((error) => {
    if (!(error instanceof FormatError && error.code === "unsupported" && error.place)) throw error;
    unknown = error;
  });
  if (output && output.kind !== "scores") return output;
  await output?.close();
  const text = await readText(await open(path), path).catch((error) => Promise.reject(unknown ?? error));
  const arrays = [writtenIntegers(text, path)];
  return { kind: "arrays", format: "text", arrays, async close() {} };
}
