import { closeSync, openSync, readSync } from "node:fs";
import { FormatError } from "./formatError.ts";
import { bytesOfFormat } from "./logits/logitRows.ts";
import type { Open } from "./readOperand.ts";
import type { RowPlace } from "./rows/rowJob.ts";
import type { RowReader } from "./rows/rowReader.ts";

/**
 * Rows of a file on disk, read by blocking calls straight to where they are measured, if nothing has to be converted: for a thread that
 * has nothing else to do.
 */
export function openRows(place: RowPlace, open: Open): RowReader | Promise<RowReader> {
  const { source, byteOffset, rows, vocabulary, format } = place;
  if (typeof source !== "string") throw new TypeError("openRows: source is a Blob, expected a path");
  if (byteOffset === undefined) return reopened(place, source, open);
  const file = opened(source);
  const bytesPerRow = vocabulary * bytesOfFormat[format];
  return {
    rows,
    vocabulary,
    format,
    readRows(start, count, into) {
      const length = count * bytesPerRow;
      const from = byteOffset + start * bytesPerRow;
      for (let done = 0; done < length; ) {
        const read = readSync(file, into, done, length - done, from + done);
        if (read === 0)
          throw new FormatError({
            code: "unreadable",
            source,
            place: { byte: from + done },
            problem: "is where it ends",
            expected: `bytes up to ${from + length}`,
          });
        done += read;
      }
    },
    close: () => closeSync(file),
  };
}

// The readers of all formats are loaded only by who needs them: a worker of plain numbers starts sooner.
async function reopened(place: RowPlace, source: string, open: Open): Promise<RowReader> {
  const { reopenRows } = await import("./rows/reopenRows.ts");
  return reopenRows(place, source, open);
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new FormatError({
      code: "unreadable",
      source: path,
      problem: code === "ENOENT" ? "does not exist" : `cannot be read (${code})`,
      expected: "a file",
      cause,
    });
  }
}
