import type { ByteSource } from "../byteSource.ts";
import { columnIndex, csvRows } from "../csvRows.ts";
import { excerpt, FormatError } from "../formatError.ts";
import type { Found, Log } from "./loggedTokens.ts";
import type { LogNames } from "./readLogs.ts";

const words: Readonly<Record<string, number>> = { true: 1, false: 0 };

/** Adds the rows of a table, a token each. */
export async function logTable(source: ByteSource, path: string, names: LogNames, log: Log): Promise<void> {
  let row = 0;
  await csvRows(source, path, (header) => {
    const at = (name: string | undefined) => (name === undefined ? -1 : columnIndex(header, name, path));
    const [policy, reference, draws, mask, sequence] = [
      at(names.policy),
      at(names.reference),
      at(names.draws),
      at(names.mask),
      at(names.sequence),
    ];
    return (cells) => {
      row++;
      const place = (column: number) =>
        `in column "${excerpt(header[column]!)}", row ${row} under the header`;
      const found = (column: number) => foundIn(cells[column]!.trim(), path, place(column));
      log.add(
        {
          policy: found(policy),
          reference: found(reference),
          draws: draws < 0 ? undefined : found(draws),
          mask: mask < 0 ? undefined : found(mask),
        },
        sequence < 0 ? "" : cells[sequence]!,
      );
    };
  });
}

function foundIn(text: string, source: string, place: string): Found {
  return {
    value: text === "" ? undefined : (words[text.toLowerCase()] ?? Number(text)),
    refuse(expected) {
      throw new FormatError({
        code: Number.isNaN(Number(text)) ? "number" : "range",
        source,
        problem: `has "${excerpt(text, 24)}" ${place}`,
        expected,
      });
    },
  };
}
