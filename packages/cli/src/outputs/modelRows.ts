import { type ModelRows, type NamedOutput, modelRows as rowsOf } from "@surprisal/data";
import { openNamedTargets, openOutput } from "./outputNamed.ts";

export { type ModelRows, tokenCard } from "@surprisal/data";

export interface TargetOptions {
  /** A file of integers, or "none". */
  targets: string;
  /** The integer that stands where nothing is scored. */
  ignore: number;
  /** Whether they are the tokens put in. */
  shift: boolean;
  /** Whether rows are logits even if they look like probabilities. */
  logits: boolean;
}

/** The rows of a file, with the tokens of another that is named, if one is. */
export async function modelRows(
  named: NamedOutput,
  { targets: name, ...options }: TargetOptions,
): Promise<ModelRows> {
  if (name === "none") return rowsOf(named, options);
  const targets = await openNamedTargets(name);
  try {
    return await rowsOf(named, { targets, ...options });
  } finally {
    await targets.output.close();
  }
}

/** The same of a file that is opened for it. */
export async function rowsNamed(text: string, options: TargetOptions): Promise<ModelRows> {
  const named = await openOutput(text);
  try {
    return await modelRows(named, options);
  } finally {
    await named.output.close();
  }
}
