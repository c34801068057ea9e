import { FormatError } from "../formatError.ts";
import { logitRows } from "../logits/logitRows.ts";
import { openModelOutput } from "../openModelOutput.ts";
import type { Open } from "../readOperand.ts";
import type { RowPlace } from "./rowJob.ts";
import type { RowReader } from "./rowReader.ts";

/** Rows that have to be converted while they are read: doubles, compressed arrays, codes of llama.cpp. */
export async function reopenRows({ array }: RowPlace, path: string, open: Open): Promise<RowReader> {
  const output = await openModelOutput(path, open);
  const { close } = output;
  if (output.kind === "base") return { ...output.base, close };
  const found =
    output.kind === "arrays" && output.arrays.find(({ name }) => array === undefined || name === array);
  if (found) return { ...logitRows(found), close };
  await close();
  throw new FormatError({
    code: "unsupported",
    source: path,
    problem: array === undefined ? "holds no array" : `holds no array named ${array}`,
    expected: "rows of logits",
  });
}
