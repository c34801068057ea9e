import { blobSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { bytesOfFormat } from "../logits/logitRows.ts";
import { reopenRows } from "./reopenRows.ts";
import type { RowPlace } from "./rowJob.ts";
import type { RowReader } from "./rowReader.ts";

/** Rows of a file that a person picked or dropped, read by slices. */
export function openBlobRows(place: RowPlace): RowReader | Promise<RowReader> {
  const { source, byteOffset, rows, vocabulary, format } = place;
  if (typeof source === "string") throw new TypeError("openBlobRows: source is a path, expected a Blob");
  const bytesPerRow = vocabulary * bytesOfFormat[format];
  const name = (source as Partial<File>).name ?? "file";
  if (byteOffset === undefined) return reopenRows(place, name, () => blobSource(source));
  return {
    rows,
    vocabulary,
    format,
    async readRows(start, count, into) {
      const from = byteOffset + start * bytesPerRow;
      const end = from + count * bytesPerRow;
      if (end > source.size)
        throw new FormatError({
          code: "unreadable",
          source: name,
          place: { byte: source.size },
          problem: "is where it ends",
          expected: `bytes up to ${end}`,
        });
      const bytes = await source
        .slice(from, end)
        .arrayBuffer()
        .catch((cause) => {
          throw new FormatError({
            code: "unreadable",
            source: name,
            problem: "cannot be read any more",
            cause,
          });
        });
      into.set(new Uint8Array(bytes));
    },
  };
}
