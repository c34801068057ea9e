import { widen } from "@surprisal/core/rows";
import type { RowReader } from "./rowReader.ts";

/** The same rows as singles, to compare with rows that are. */
export function widened(reader: RowReader): RowReader {
  const { format, vocabulary } = reader;
  if (format === "f32") return reader;
  let bits = new Uint16Array();
  return {
    ...reader,
    format: "f32",
    async readRows(start, count, into) {
      if (bits.length !== count * vocabulary) bits = new Uint16Array(count * vocabulary);
      await reader.readRows(start, count, new Uint8Array(bits.buffer));
      const singles = widen(format, bits);
      into.set(new Uint8Array(singles.buffer));
    },
  };
}
