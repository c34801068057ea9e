import { widen } from "@surprisal/core/rows";
import { bytesOfFormat } from "../logits/logitRows.ts";
import type { RowReader } from "./rowReader.ts";

/** One row, as singles. */
export async function readRow(
  { format, vocabulary, readRows }: Pick<RowReader, "format" | "vocabulary" | "readRows">,
  row: number,
): Promise<Float32Array> {
  const bytes = new Uint8Array(vocabulary * bytesOfFormat[format]);
  await readRows(row, 1, bytes);
  return widen(format, format === "f32" ? new Float32Array(bytes.buffer) : new Uint16Array(bytes.buffer));
}
