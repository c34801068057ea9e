import { type ModelRows, type NamedOutput, modelRows as rowsOf } from "@surprisal/data";
import { openOutput } from "./outputNamed.ts";

export { type ModelRows, tokenCard } from "@surprisal/data";

export interface TargetOptions {
  /** A file of integers, or "none". */
  targets: string;
  /** The integer that stands where nothing is scored. */
  ignore: number;
}

/** The rows of a file, with the tokens of another that is named, if one is. */
export async function modelRows(
  named: NamedOutput,
  { targets: name, ignore }: TargetOptions,
): Promise<ModelRows> {
  if (name === "none") return rowsOf(named, { ignore });
  const targets = await openOutput(name);
  try {
    return await rowsOf(named, { targets, ignore });
  } finally {
    await targets.output.close();
  }
}
