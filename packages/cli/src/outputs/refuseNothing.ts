import type { RowMeasures } from "@surprisal/core";
import { FormatError } from "@surprisal/data";
import { counted } from "../number.ts";

/**
 * Where all rows were left out, there is nothing to be said.
 *
 * @param faults Rows that are no distributions.
 * @throws FormatError always, with what they were left out for.
 */
export function refuseNothing(source: string, padding: number, faults: RowMeasures["faults"]): never {
  const [first] = faults;
  const why = [
    ...(padding > 0
      ? [
          `${counted(String(padding), "rows")} ${padding === 1 ? "is" : "are"} padding, by --targets and --ignore`,
        ]
      : []),
    ...(first
      ? [
          `${counted(String(faults.length), "rows")} ${faults.length === 1 ? "is" : "are"} no distribution, the first at row ${first.row}: ${first.fault}`,
        ]
      : []),
  ];
  throw new FormatError({
    code: "empty",
    source,
    problem: `has no row left to measure: ${why.join("; ")}`,
  });
}
